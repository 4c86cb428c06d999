import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Json } from '../database/json.ts';
import type { Reference, StoredEvent } from './event.ts';

/** Columns of `event` as `toStoredEvent` wants them. */
export const eventColumns = `event.id, event.stream_kind, event.stream_id, event.number::float8 as number, event.type,
  event.subjects, event.payload, event.actor_id, extract(epoch from event.at)::float8 * 1000 as at, event.position::float8 as position`;

export interface EventRow {
  id: string;
  stream_kind: string;
  stream_id: string;
  number: number;
  type: string;
  subjects: Reference[];
  payload: Json;
  actor_id: string | null;
  at: number;
  position: number;
}

export function toStoredEvent(row: EventRow): StoredEvent {
  return {
    id: row.id,
    stream: { kind: row.stream_kind, id: row.stream_id },
    number: row.number,
    type: row.type,
    subjects: row.subjects,
    payload: row.payload,
    actorId: row.actor_id,
    at: new Date(Math.round(row.at)),
  };
}

/** The events of a stream after `after` up to and with `upTo`, at most `limit`, in order. */
export async function readEvents(
  em: SqlEntityManager,
  stream: Reference,
  range: { after: number; upTo?: number; limit: number },
): Promise<StoredEvent[]> {
  const rows = await em.execute<EventRow[]>(
    `select ${eventColumns} from event
     where stream_kind = ? and stream_id = ? and number > ? and number <= ? order by number limit ?`,
    [stream.kind, stream.id, range.after, range.upTo ?? Number.MAX_SAFE_INTEGER, range.limit],
  );
  return rows.map(toStoredEvent);
}

/** How many events the stream has: 0 when nothing has happened in it yet. */
export async function readCounter(em: SqlEntityManager, stream: Reference): Promise<number> {
  const [row] = await em.execute<{ counter: number }[]>(
    'select counter::float8 as counter from stream where kind = ? and id = ?',
    [stream.kind, stream.id],
  );
  return row?.counter ?? 0;
}
