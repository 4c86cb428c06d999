import type { KnownTable, Session } from '../session/session.ts';
import type { StreamRef } from './live-event.ts';

/** The streams of a person: each table they sit at and the tables below those, what happens to notes, and what reaches them. */
export function streamsOf({ viewer, tables }: Session): StreamRef[] {
  const byId = new Map(tables.map((table) => [table.id, table]));
  const own = new Set(viewer.memberships.map(({ table }) => table.id));
  const isFollowed = (table: KnownTable | undefined): boolean =>
    table !== undefined && (own.has(table.id) || (table.parent !== null && isFollowed(byId.get(table.parent.id))));
  const followed = tables.filter(isFollowed).map(({ id }): StreamRef => ({ kind: 'table', tableId: id }));
  return [...followed, { kind: 'knowledge' }, { kind: 'inbox' }];
}
