import type { SqlEntityManager } from '@mikro-orm/sql';
import * as Y from 'yjs';
import { arrayLiteral } from '../database/array-literal.ts';
import type { Database } from '../database/database.ts';
import { textLimits } from './text-limits.ts';

/** A change that somebody made. */
export interface TextChange {
  readonly name: string;
  readonly update: Uint8Array;
  readonly actorId: string;
}

/** What is kept of a document from some point on. */
export interface KeptChanges {
  /** The number of the last change in it. */
  readonly last: number;
  readonly updates: readonly Uint8Array[];
}

/** What came of keeping a change: its number and that of the last snapshot, or why it was not kept. */
export type Kept = { readonly n: number; readonly snapshotN: number } | { readonly refused: string };

interface Numbers {
  n: number;
  snapshotN: number;
  bytes: number;
}

class NotKept extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The rows of texts: every change by its number, gapless and in order for each document. */
export class TextStore {
  constructor(
    private readonly database: Database,
    private readonly now: () => Date,
    private readonly largest: number = textLimits.document,
  ) {}

  /** Everything after this change; all of it after 0. When that was merged meanwhile, the snapshot comes with it. */
  async after(name: string, n: number): Promise<KeptChanges> {
    const [row] = await this.database.fork().execute<{ last: number; snapshot: string | null; updates: string[] }[]>(
      `select t.last_n::int as last, case when t.snapshot_n > ? then encode(t.snapshot, 'base64') end as snapshot,
         array(select encode(u.update, 'base64') from shared_text_update u where u.name = t.name and u.n > ? order by u.n) as updates
       from shared_text t where t.name = ?`,
      [n, n, name],
    );
    if (!row) return { last: 0, updates: [] };
    const updates = row.snapshot === null ? row.updates : [row.snapshot, ...row.updates];
    return { last: row.last, updates: updates.map(bytesOf) };
  }

  /** The number of the last change of each of these; those of which nothing is kept are left out. */
  async lastOf(names: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database
      .fork()
      .execute<{ name: string; n: number }[]>(
        'select name, last_n::int as n from shared_text where name = any(?::text[])',
        [arrayLiteral(names)],
      );
    return new Map(rows.map((row) => [row.name, row.n]));
  }

  /**
   * Keeps a change: it is committed when this resolves with a number.
   * @param closed asked in the transaction whether the document still takes changes
   */
  async append(change: TextChange, closed: (em: SqlEntityManager) => Promise<string | null>): Promise<Kept> {
    try {
      return await this.#insert(change, closed);
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      if (error.reason !== 'TOO_LARGE' || !(await this.compact(change.name))) return { refused: error.reason };
    }
    // Much of what is large is history, which is gone now.
    try {
      return await this.#insert(change, closed);
    } catch (error) {
      if (error instanceof NotKept) return { refused: error.reason };
      throw error;
    }
  }

  #insert(change: TextChange, closed: (em: SqlEntityManager) => Promise<string | null>): Promise<Kept> {
    return this.database.fork().transactional(async (em) => {
      const reason = await closed(em as SqlEntityManager);
      if (reason !== null) throw new NotKept(reason);
      const now = this.now().toISOString();
      // The row of the document is locked from here to the commit: numbers are gapless and become visible in order.
      const [row] = await (em as SqlEntityManager).execute<Numbers[]>(
        `insert into shared_text as t (name, last_n, bytes, created_at, updated_at) values (?, 1, ?, ?, ?)
         on conflict (name) do update set last_n = t.last_n + 1, bytes = t.bytes + excluded.bytes, updated_at = excluded.updated_at
         returning last_n::int as n, snapshot_n::int as "snapshotN", bytes::int as bytes`,
        [change.name, change.update.byteLength, now, now],
      );
      if (!row) throw new Error('A text has no row after it was written.');
      if (row.bytes > this.largest) throw new NotKept('TOO_LARGE');
      await (em as SqlEntityManager).execute(
        `insert into shared_text_update (name, n, update, actor_id, at) values (?, ?, decode(?, 'base64'), ?, ?)`,
        [change.name, row.n, base64Of(change.update), change.actorId, now],
      );
      return { n: row.n, snapshotN: row.snapshotN };
    });
  }

  /**
   * Merges all changes so far into one snapshot. Whoever writes at the same moment waits for it, so that no change falls between.
   * @returns whether there was anything to merge.
   */
  compact(name: string): Promise<boolean> {
    return this.database.fork().transactional(async (manager) => {
      const em = manager as SqlEntityManager;
      const [text] = await em.execute<{ last: number; snapshotN: number; snapshot: string | null }[]>(
        `select last_n::int as last, snapshot_n::int as "snapshotN", encode(snapshot, 'base64') as snapshot
         from shared_text where name = ? for update`,
        [name],
      );
      if (!text || text.last === text.snapshotN) return false;
      const rows = await em.execute<{ update: string }[]>(
        `select encode(update, 'base64') as update from shared_text_update where name = ? and n <= ? order by n`,
        [name, text.last],
      );
      const updates = rows.map((row) => bytesOf(row.update));
      const snapshot = merged(text.snapshot === null ? updates : [bytesOf(text.snapshot), ...updates]);
      await em.execute(
        `update shared_text set snapshot = decode(?, 'base64'), snapshot_n = last_n, bytes = ? where name = ?`,
        [base64Of(snapshot), snapshot.byteLength, name],
      );
      await em.execute('delete from shared_text_update where name = ? and n <= ?', [name, text.last]);
      return true;
    });
  }
}

/** All of these in one, without what was deleted since. Also what waits for a change that has not come yet is in it. */
function merged(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}
