import type { SqlEntityManager } from '@mikro-orm/sql';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext, Viewer } from '../../people/people.module.ts';
import { visibleNotes } from '../knowledge-note.policy.ts';

/** The words of a note as they were, and who wrote them. */
export interface NoteVersionFace {
  readonly noteId: string;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly applies: string;
  readonly appliesNot: string;
  readonly steps: string;
  readonly caveat: string;
  readonly tags: string[];
  readonly legalReferences: string[];
  readonly writtenById: string;
  /** Who wrote it together with them. */
  readonly writtenWithIds: string[];
  readonly writtenAt: Date;
}

/** Of the versions that came from one sitting of people who wrote together the last one is shown. */
const lastOfSitting = `not exists (
  select from note_version later where later.note_id = v.note_id and later.version = v.version + 1 and later.sitting = v.sitting)`;
/** So many are shown, the latest first. */
const most = 50;

/**
 * The versions that this viewer may read, as a condition on `x`: a version with its note's author, and who could see the note at that time. What was
 * taken out before a note was opened to all stays with those who would see it then.
 */
function versions(viewer: Viewer, where: SqlPart, more = ''): SqlPart {
  const visible = visibleNotes(viewer, 'x');
  return {
    sql: `select x.note_id as "noteId", x.version, x.title, x.summary, x.body, x.applies, x.applies_not as "appliesNot", x.steps, x.caveat,
        to_json(x.tags) as tags, to_json(x.legal_references) as "legalReferences", x.written_by_id as "writtenById",
        to_json(x.written_with_ids) as "writtenWithIds",
        extract(epoch from x.written_at)::float8 * 1000 as "writtenAt"
      from (select v.*, n.id, n.author_id, row_number() over (partition by v.note_id order by v.version desc) as place
        from note_version v join knowledge_note n on n.id = v.note_id where ${where.sql}) x
      where ${visible.sql} ${more} order by x.note_id, x.version desc`,
    params: [...where.params, ...visible.params],
  };
}

async function find(em: SqlEntityManager, query: SqlPart): Promise<NoteVersionFace[]> {
  const rows = await em.execute<(Omit<NoteVersionFace, 'writtenAt'> & { writtenAt: number })[]>(query.sql, [
    ...query.params,
  ]);
  return rows.map((row) => ({ ...row, writtenAt: new Date(row.writtenAt) }));
}

/** The versions of a note that the viewer may read, the latest first; one statement for all notes that are asked for. */
export async function versionsOf(context: AppContext, noteId: string): Promise<NoteVersionFace[]> {
  const loader = context.loader<NoteVersionFace[]>('versionsOfNote', async (ids) => {
    const where = { sql: `v.note_id = any(?::uuid[]) and ${lastOfSitting}`, params: [arrayLiteral(ids)] };
    const query = versions(context.requireViewer(), where, `and x.place <= ${most}`);
    return grouped(await find(context.em, query), (row) => row.noteId);
  });
  return (await loader.load(noteId)) ?? [];
}

/** One version of a note, as far as the viewer may read it; null when there is none. */
export async function versionOfNote(
  em: SqlEntityManager,
  viewer: Viewer,
  noteId: string,
  version: number,
): Promise<NoteVersionFace | null> {
  const where = { sql: 'v.note_id = ? and v.version = ?', params: [noteId, version] };
  return (await find(em, versions(viewer, where)))[0] ?? null;
}
