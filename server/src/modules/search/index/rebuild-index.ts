import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Database } from '../../../platform/database/database.ts';
import { documentKinds } from '../kinds/all-kinds.ts';
import type { CompoundSplitter } from '../text/compound.ts';
import { writeDocuments } from './write-documents.ts';

/** Raise it when the same text should stand in the index in other words: another splitter, other stems, another kind. */
const indexVersion = 2;
const batch = 500;

/** How the index stands. */
export interface IndexState {
  /** The rules by which it is, or is being, written. */
  readonly version: number;
  readonly done: number;
  readonly total: number;
  readonly startedAt: Date | null;
  /** Null while it is being written. */
  readonly finishedAt: Date | null;
}

interface Row {
  version: number;
  done: number;
  total: number;
  kind_at: number;
  after_id: string | null;
  started_at: string | null;
  finished_at: string | null;
}

const dateOf = (text: string | null) => (text === null ? null : new Date(text));

export async function indexState(em: SqlEntityManager): Promise<IndexState> {
  const [row] = await em.execute<Row[]>('select * from search_index');
  if (!row) throw new Error('The row of the search index is gone.');
  return { ...row, startedAt: dateOf(row.started_at), finishedAt: dateOf(row.finished_at) };
}

/** From now on the whole index is to be written anew, by whoever comes round; what is in it is found meanwhile. */
export async function beginRebuild(em: SqlEntityManager, at: Date): Promise<void> {
  const counts = documentKinds.map(({ table, those = 'true' }) => `(select count(*) from ${table} r where ${those})`);
  await em.execute(
    `update search_index set version = ?, done = 0, total = ${counts.join(' + ')}, kind_at = 0, after_id = null, started_at = ?, finished_at = null`,
    [indexVersion, at],
  );
}

/** Is it written by older rules than those of this program? One that is newer belongs to a server that was updated before this one. */
export async function isOutdated(em: SqlEntityManager): Promise<boolean> {
  return (await indexState(em)).version < indexVersion;
}

/**
 * Writes the next batch, in a transaction of its own, so that searching goes on meanwhile and a stop loses nothing. Several servers may
 * do it at once: one writes, the others wait for their turn.
 * @returns whether there is more to do.
 */
export async function rebuildStep(database: Database, splitter: CompoundSplitter, now: () => Date): Promise<boolean> {
  return database.fork().transactional(async (em) => {
    const [row] = await em.execute<Row[]>('select * from search_index for update');
    if (!row || row.finished_at !== null) return false;
    const kind = documentKinds[row.kind_at];
    if (!kind) {
      await removeGone(em);
      // What was learned about the old texts would mislead the planner; nobody else does it for the embedded database.
      await em.execute('analyze search_document');
      await em.execute('analyze search_word');
      await em.execute('update search_index set finished_at = ?', [now()]);
      return false;
    }
    const { table, those = 'true' } = kind;
    const rows = await em.execute<{ id: string }[]>(
      `select r.id from ${table} r where (?::uuid is null or r.id > ?::uuid) and ${those} order by r.id limit ${batch}`,
      [row.after_id, row.after_id],
    );
    const ids = rows.map(({ id }) => id);
    await writeDocuments(em, splitter, kind, ids);
    const last = ids.length < batch;
    await em.execute('update search_index set done = done + ?, kind_at = ?, after_id = ?', [
      ids.length,
      last ? row.kind_at + 1 : row.kind_at,
      last ? null : (ids.at(-1) ?? null),
    ]);
    return true;
  });
}

/** Documents of what no longer exists; what was changed since the beginning, the projector has written. */
async function removeGone(em: SqlEntityManager): Promise<void> {
  for (const { kind, table, those = 'true' } of documentKinds)
    await em.execute(
      `delete from search_document d where d.kind = ? and not exists (select from ${table} r where r.id = d.target_id and ${those})`,
      [kind],
    );
}
