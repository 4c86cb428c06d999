import { localDateOf, type LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { likePattern, wordsOf } from '../../platform/database/text-filter.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { pageOf, type SortKey, type SqlPart } from '../../platform/graphql/keyset-page.ts';
import { grouped } from '../../platform/graphql/load-rows.ts';
import type { AppContext } from '../people/people.module.ts';
import type { KnowledgeNoteFilter } from './knowledge-note.inputs.ts';
import { KnowledgeNote } from './knowledge-note.entity.ts';
import { visibleNotes } from './knowledge-note.policy.ts';
import type { KnowledgeNoteOrder } from './knowledge.enums.ts';
import { validitySql } from './validity-sql.ts';

/** A page of notes; the count is asked of the database only when somebody asks for it. */
export interface KnowledgeNotePage extends Page<KnowledgeNote> {
  count(): Promise<number>;
}

const orders: Readonly<Record<KnowledgeNoteOrder, readonly SortKey<KnowledgeNote>[]>> = {
  TITLE: [{ sql: 'n.title', direction: 'asc', value: (note) => note.title }],
  UPDATED_DESC: [{ sql: 'n.updated_at', direction: 'desc', value: (note) => note.updatedAt.toISOString() }],
  REVIEW_BY: [{ sql: 'n.review_by', direction: 'asc', value: (note) => note.reviewBy }],
};

function conditions(filter: KnowledgeNoteFilter, today: LocalDate): SqlPart[] {
  const parts: SqlPart[] = [];
  for (const word of wordsOf(filter.text)) {
    const pattern = likePattern(word);
    parts.push({
      sql: `(n.title ilike ? or n.summary ilike ? or array_to_string(n.tags, ' ') ilike ? or array_to_string(n.legal_references, ' ') ilike ?)`,
      params: [pattern, pattern, pattern, pattern],
    });
  }
  if (filter.themeCodes != null) {
    parts.push({
      sql: `exists (select from knowledge_note_theme k join theme t on t.id = k.theme_id where k.note_id = n.id and t.code = any(?::text[]))`,
      params: [arrayLiteral(filter.themeCodes)],
    });
  }
  if (filter.authorId != null) parts.push({ sql: 'n.author_id = ?', params: [uuidOf('Person', filter.authorId)] });
  if (filter.validity == null) parts.push({ sql: `n.status <> 'ARCHIVED'`, params: [] });
  else
    parts.push(
      joined(
        filter.validity.map((validity) => validitySql('n', validity, today)),
        ' or ',
        'false',
      ),
    );
  return parts;
}

function joined(parts: readonly SqlPart[], word: ' and ' | ' or ', none: string): SqlPart {
  if (parts.length === 0) return { sql: none, params: [] };
  return { sql: `(${parts.map((part) => part.sql).join(word)})`, params: parts.flatMap((part) => part.params) };
}

/** Notes that the viewer may see, a page at a time, in one statement. @throws BadCursor, Breach BAD_USER_INPUT. */
export async function listNotes(
  context: AppContext,
  request: { filter: KnowledgeNoteFilter | null; orderBy: KnowledgeNoteOrder; first: number; after: string | null },
): Promise<KnowledgeNotePage> {
  const viewer = context.requireViewer();
  const filter = request.filter ?? {};
  const today = localDateOf(context.now());
  const where = joined([visibleNotes(viewer, 'n'), ...conditions(filter, today)], ' and ', 'true');
  const page = await pageOf<KnowledgeNote>(context.platform.cursors, {
    list: 'notes',
    first: request.first,
    after: request.after,
    filter: [
      viewer.personId,
      filter.text ?? null,
      filter.themeCodes ?? null,
      filter.validity ?? null,
      filter.authorId ?? null,
    ],
    keys: orders[request.orderBy],
    idSql: 'n.id',
    rows: async (at) => {
      const sql = `select n.* from knowledge_note n where ${where.sql} and ${at.where.sql} order by ${at.orderBy} limit ${at.limit}`;
      const rows = await context.em.execute<object[]>(sql, [...where.params, ...at.where.params]);
      return rows.map((row) => context.em.map(KnowledgeNote, row));
    },
  });
  return {
    ...page,
    count: async () => {
      const [row] = await context.em.execute<{ count: number }[]>(
        `select count(*)::int as count from knowledge_note n where ${where.sql}`,
        [...where.params],
      );
      return row?.count ?? 0;
    },
  };
}

/** The load of the node: those of `ids` that exist and that the viewer may see, in one statement. */
export async function loadNotes(context: AppContext, ids: readonly string[]): Promise<Map<string, KnowledgeNote>> {
  if (context.viewer === null) return new Map();
  const visible = visibleNotes(context.viewer, 'n');
  const rows = await context.em.execute<object[]>(
    `select n.* from knowledge_note n where n.id = any(?::uuid[]) and ${visible.sql}`,
    [arrayLiteral(ids), ...visible.params],
  );
  return new Map(rows.map((row) => context.em.map(KnowledgeNote, row)).map((note) => [note.id, note]));
}

/** The notes that this one replaces, by title, as far as the viewer may see them; one statement for all that are asked for. */
export async function notesReplacedBy(context: AppContext, noteId: string): Promise<object[]> {
  const visible = visibleNotes(context.requireViewer(), 'n');
  const loader = context.loader<{ id: string; by: string }[]>('notesReplacedBy', async (ids) => {
    const rows = await context.em.execute<{ id: string; by: string }[]>(
      `select n.id, n.superseded_by_id as by from knowledge_note n
       where n.superseded_by_id = any(?::uuid[]) and ${visible.sql} order by n.title, n.id`,
      [arrayLiteral(ids), ...visible.params],
    );
    return grouped(rows, (row) => row.by);
  });
  const rows = (await loader.load(noteId)) ?? [];
  return context.nodes(
    'KnowledgeNote',
    rows.map(({ id }) => id),
  );
}

const address = /^[a-z0-9-]{1,120}$/;

/** The UUID of a note by its address; null when it is not there or not the viewer's. */
export async function noteIdOfSlug(context: AppContext, slug: string): Promise<string | null> {
  if (!address.test(slug)) return null;
  const visible = visibleNotes(context.requireViewer(), 'n');
  const [row] = await context.em.execute<{ id: string }[]>(
    `select n.id from knowledge_note n where n.slug = ? and ${visible.sql}`,
    [slug, ...visible.params],
  );
  return row?.id ?? null;
}

/** The ids of the themes of many notes, each list in its order. */
export async function themeIdsOfNotes(context: AppContext, noteIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await context.em.execute<{ noteId: string; themeId: string }[]>(
    `select k.note_id as "noteId", k.theme_id as "themeId" from knowledge_note_theme k where k.note_id = any(?::uuid[]) order by k.position`,
    [arrayLiteral(noteIds)],
  );
  return new Map(
    [...grouped(rows, (row) => row.noteId)].map(([noteId, themes]) => [noteId, themes.map((row) => row.themeId)]),
  );
}
