import { wordsOfBody } from '@versnellingstafel/shared/knowledge/note-lines';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { noteKind, validityCase, visibleNotes } from '../../knowledge/knowledge.module.ts';
import { type DocumentKind, fact, type SearchText } from './document-kind.ts';

interface Row {
  id: string;
  title: string;
  summary: string;
  body: string;
  applies: string;
  applies_not: string;
  steps: string;
  caveat: string;
  tags: string[];
  legal_references: string[];
  updated_at: string | Date;
  themes: string[];
  theme_codes: string[];
}

const sql = `
  select n.id, n.title, n.summary, n.body, n.applies, n.applies_not, n.steps, n.caveat, n.tags, n.legal_references, n.updated_at,
    array(select t.name from knowledge_note_theme nt join theme t on t.id = nt.theme_id where nt.note_id = n.id order by nt.position) as themes,
    array(select t.code from knowledge_note_theme nt join theme t on t.id = nt.theme_id where nt.note_id = n.id order by nt.position) as theme_codes
  from knowledge_note n where n.id = any(?::uuid[])`;

/** Knowledge notes. What was learned in one region is meant for the other: a note is not judged by a place. */
export const noteDocuments: DocumentKind = {
  kind: 'NOTE',
  label: { nl: 'Notities', en: 'Notes' },
  node: 'KnowledgeNote',
  subject: noteKind,
  table: 'knowledge_note',
  visible: visibleNotes,
  states: [],
  lenient: ['region'],
  facts: {
    region: fact((row) => `${row}.region_id`),
    validity: (row, { today }) => validityCase(row, today),
    year: fact((row) => `extract(year from ${row}.valid_as_of)::int`),
    mine: (row, { viewer }) => ({ sql: `(${row}.author_id = ?::uuid)`, params: [viewer.personId] }),
    retired: fact((row) => `${row}.status = 'ARCHIVED'`),
    reuse: fact(
      (row) => `(select count(*)::int from application ra where ra.note_id = ${row}.id and ra.result = 'WORKED')`,
    ),
  },
  async searchText(em, ids): Promise<SearchText[]> {
    const rows: Row[] = await em.execute(sql, [arrayLiteral(ids)]);
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      summary: row.summary,
      body: [
        wordsOfBody(row.body),
        row.applies,
        row.applies_not,
        row.steps,
        row.caveat,
        row.legal_references.join('\n'),
      ].filter(Boolean),
      keywords: [...row.tags, ...row.themes],
      themeCodes: row.theme_codes,
      changedAt: new Date(row.updated_at),
    }));
  },
};
