import { wordsOfBody } from '@versnellingstafel/shared/knowledge/note-lines';
import { noteKind } from '../../knowledge/knowledge.module.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { DocumentSource, SearchText } from './document-source.ts';

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

/** The texts of knowledge notes. */
export const noteSource: DocumentSource = {
  kind: 'NOTE',
  subject: noteKind,
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
  async idsAfter(em, after, count) {
    const rows: { id: string }[] = await em.execute(
      `select id from knowledge_note where ?::uuid is null or id > ?::uuid order by id limit ?`,
      [after, after, count],
    );
    return rows.map((row) => row.id);
  },
};
