import type { SqlEntityManager } from '@mikro-orm/sql';
import { arrayLiteral } from '../database/array-literal.ts';
import type { Database } from '../database/database.ts';
import type { FirstWords, TextKind } from './text-kind.ts';
import { textLimits } from './text-limits.ts';
import { addUpdate, bytesOf, mergedUpdates, readUpdates, type TextChange } from './text-rows.ts';

/** What is kept of a document from some point on. */
export interface KeptChanges {
  /** The number of the last change in it. */
  readonly last: number;
  readonly updates: readonly Uint8Array[];
}

/** What came of keeping a change: its number and that of the last snapshot, or why it was not kept. */
export type Kept = { readonly n: number; readonly snapshotN: number } | { readonly refused: string };

/** What a kind of documents says about keeping a change. */
export interface KeepRules {
  /** Asked in the transaction whether the document still takes changes: why not, or null. */
  closed(em: SqlEntityManager): Promise<string | null>;
  /** Told in the transaction that it was kept. */
  wrote?(em: SqlEntityManager, at: Date): Promise<void>;
  readonly largest?: number | undefined;
}

/** These rules of a kind for a change. */
export function rulesOf<C>(kind: TextKind<C>, name: string, actorId: string): KeepRules {
  return {
    closed: (em) => kind.closed(em, name),
    wrote: async (em, at) => kind.wrote?.(em, { name, actorId, at }),
    largest: kind.largest,
  };
}

class NotKept extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

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
   * Begins a document, unless it was begun: what it begins with is its first change. Whoever comes second waits for the first.
   * @param first asked in the transaction
   */
  async begin(name: string, first: (em: SqlEntityManager) => Promise<FirstWords | null>): Promise<void> {
    if ((await this.lastOf([name])).size > 0) return;
    await this.database.fork().transactional(async (manager) => {
      const em = manager as SqlEntityManager;
      const words = await first(em);
      const now = this.now();
      const [begun] = await em.execute<object[]>(
        `insert into shared_text (name, created_at, updated_at) values (?, ?, ?) on conflict do nothing returning name`,
        [name, now.toISOString(), now.toISOString()],
      );
      if (begun && words) await addUpdate(em, { name, ...words }, now);
    });
  }

  /** Keeps a change: it is committed when this resolves with a number. */
  async append(change: TextChange, rules: KeepRules): Promise<Kept> {
    try {
      return await this.#insert(change, rules);
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      if (error.reason !== 'TOO_LARGE' || !(await this.compact(change.name))) return { refused: error.reason };
    }
    // Much of what is large is history, which is gone now.
    try {
      return await this.#insert(change, rules);
    } catch (error) {
      if (error instanceof NotKept) return { refused: error.reason };
      throw error;
    }
  }

  #insert(change: TextChange, rules: KeepRules): Promise<Kept> {
    return this.database.fork().transactional(async (manager) => {
      const em = manager as SqlEntityManager;
      const reason = await rules.closed(em);
      if (reason !== null) throw new NotKept(reason);
      const now = this.now();
      const { bytes, ...numbers } = await addUpdate(em, change, now);
      if (bytes > (rules.largest ?? this.largest)) throw new NotKept('TOO_LARGE');
      await rules.wrote?.(em, now);
      return numbers;
    });
  }

  /**
   * Merges all changes so far into one snapshot. Whoever writes at the same moment waits for it, so that no change falls between.
   * @returns whether there was anything to merge.
   */
  compact(name: string): Promise<boolean> {
    return this.database.fork().transactional(async (manager) => {
      const em = manager as SqlEntityManager;
      const text = await readUpdates(em, name);
      if (!text || text.last === text.snapshotN) return false;
      const snapshot = mergedUpdates(text.updates);
      await em.execute(
        `update shared_text set snapshot = decode(?, 'base64'), snapshot_n = last_n, bytes = ? where name = ?`,
        [Buffer.from(snapshot).toString('base64'), snapshot.byteLength, name],
      );
      await em.execute('delete from shared_text_update where name = ? and n <= ?', [name, text.last]);
      return true;
    });
  }
}
