import type { SqlEntityManager } from '@mikro-orm/sql';
import * as Y from 'yjs';

/** A change that somebody made. */
export interface TextChange {
  readonly name: string;
  readonly update: Uint8Array;
  readonly actorId: string;
}

/** The number of a change, that of the last snapshot, and how much the document has become. */
export interface TextNumbers {
  readonly n: number;
  readonly snapshotN: number;
  readonly bytes: number;
}

export const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Puts a change behind the others. The row of the document is locked from here to the commit: numbers are gapless and visible in order. */
export async function addUpdate(em: SqlEntityManager, change: TextChange, at: Date): Promise<TextNumbers> {
  const { name, update, actorId } = change;
  const now = at.toISOString();
  const [row] = await em.execute<TextNumbers[]>(
    `insert into shared_text as t (name, last_n, bytes, created_at, updated_at) values (?, 1, ?, ?, ?)
     on conflict (name) do update set last_n = t.last_n + 1, bytes = t.bytes + excluded.bytes, updated_at = excluded.updated_at
     returning last_n::int as n, snapshot_n::int as "snapshotN", bytes::int as bytes`,
    [name, update.byteLength, now, now],
  );
  if (!row) throw new Error('A text has no row after it was written.');
  await em.execute(
    `insert into shared_text_update (name, n, update, actor_id, at) values (?, ?, decode(?, 'base64'), ?, ?)`,
    [name, row.n, base64Of(update), actorId, now],
  );
  return row;
}

/** All that is kept of a document, which stays locked until the transaction ends; null when it was never begun. */
export async function readUpdates(
  em: SqlEntityManager,
  name: string,
): Promise<{ last: number; snapshotN: number; updates: Uint8Array[] } | null> {
  const [text] = await em.execute<{ last: number; snapshotN: number; snapshot: string | null }[]>(
    `select last_n::int as last, snapshot_n::int as "snapshotN", encode(snapshot, 'base64') as snapshot
     from shared_text where name = ? for update`,
    [name],
  );
  if (!text) return null;
  const rows = await em.execute<{ update: string }[]>(
    `select encode(update, 'base64') as update from shared_text_update where name = ? and n <= ? order by n`,
    [name, text.last],
  );
  const updates = [text.snapshot ?? [], ...rows.map(({ update }) => update)].flat().map(bytesOf);
  return { last: text.last, snapshotN: text.snapshotN, updates };
}

/** All of these in one, without what was deleted since. Also what waits for a change that has not come yet is in it. */
export function mergedUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}

/**
 * Changes a document in the name of somebody from within a transaction, as if they had written in it: who has it open sees it, and no copy
 * brings back what it took away. Instances read it within a second. @returns false when nobody has opened it yet: then there is nothing to change.
 */
export async function changeSharedText(
  em: SqlEntityManager,
  name: string,
  { actorId, at }: { actorId: string; at: Date },
  change: (doc: Y.Doc) => void,
): Promise<boolean> {
  const text = await readUpdates(em, name);
  if (!text) return false;
  const doc = new Y.Doc();
  try {
    for (const update of text.updates) Y.applyUpdate(doc, update);
    const before = Y.encodeStateVector(doc);
    const deleted = Y.snapshot(doc);
    doc.transact(() => change(doc));
    const update = Y.encodeStateAsUpdate(doc, before);
    if (!Y.equalSnapshots(deleted, Y.snapshot(doc))) await addUpdate(em, { name, update, actorId }, at);
    return true;
  } finally {
    doc.destroy();
  }
}
