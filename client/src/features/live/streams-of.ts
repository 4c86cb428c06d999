import type { Session } from '../session/session.ts';
import type { StreamRef } from './live-event.ts';

/** The streams of a person: each table they sit at and the tables right below those, what happens to notes, and what reaches them. */
export function streamsOf({ viewer, tables }: Session): StreamRef[] {
  const own = new Set(viewer.memberships.map(({ table }) => table.id));
  const followed = tables.filter(({ id, parent }) => own.has(id) || (parent && own.has(parent.id)));
  return [
    ...followed.map(({ id }): StreamRef => ({ kind: 'table', tableId: id })),
    { kind: 'knowledge' },
    { kind: 'inbox' },
  ];
}
