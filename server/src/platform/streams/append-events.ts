import type { SqlEntityManager } from '@mikro-orm/sql';
import { newId } from '../ids/new-id.ts';
import type { NewEvent } from './event.ts';

/**
 * Writes the events of a transaction, as its last statement: from here to the commit the counters of
 * their streams are locked, which makes numbers gapless and in the order of commits.
 * Counters are locked in one order everywhere, so that two transactions cannot wait for each other.
 * @param projectorsOf names of the projectors that handle a type of event.
 */
export async function appendEvents(
  em: SqlEntityManager,
  events: readonly NewEvent[],
  moment: { actorId: string | null; now: Date },
  projectorsOf: (type: string) => readonly string[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event, place) => ({
    place,
    id: newId(),
    stream_kind: event.stream.kind,
    stream_id: event.stream.id,
    type: event.type,
    subjects: event.subjects.map(({ kind, id }) => ({ kind, id })),
    payload: event.payload,
    at: (event.at ?? moment.now).toISOString(),
    projectors: projectorsOf(event.type),
  }));
  await em.execute(appendSql, [JSON.stringify(rows), moment.actorId]);
}

const appendSql = `
with incoming as materialized (
  select * from jsonb_to_recordset(?::jsonb) as row (
    place integer, id uuid, stream_kind text, stream_id uuid, type text, subjects jsonb, payload jsonb, at timestamptz, projectors jsonb
  )
), counted as (
  insert into stream as present (kind, id, counter)
  select stream_kind, stream_id, count(*) from incoming group by stream_kind, stream_id order by stream_kind, stream_id
  on conflict (kind, id) do update set counter = present.counter + excluded.counter
  returning kind, id, counter
), written as (
  insert into event (id, stream_kind, stream_id, number, type, subjects, payload, actor_id, at)
  select incoming.id, stream_kind, stream_id,
    counter - count(*) over (partition by stream_kind, stream_id)
      + row_number() over (partition by stream_kind, stream_id order by place),
    type, subjects, coalesce(payload, 'null'), ?::uuid, incoming.at
  from incoming join counted on counted.kind = stream_kind and counted.id = stream_id
  order by place
  returning id, position
), told as (
  insert into event_subject (kind, id, position)
  select distinct subject.kind, subject.id, position
  from incoming join written using (id), jsonb_to_recordset(subjects) as subject (kind text, id uuid)
)
insert into projection_pending (projector, position)
select projector, position
from incoming join written using (id), jsonb_array_elements_text(projectors) as projector`;
