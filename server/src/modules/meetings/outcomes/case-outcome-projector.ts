import type { OutcomeKind } from '@versnellingstafel/shared/meetings/outcomes';
import type { Projector } from '../../../platform/streams/stream.ts';
import type { StoredEvent } from '../../../platform/streams/event.ts';
import { bottleneckKind } from '../../bottlenecks/bottlenecks.module.ts';
import { outcomeEvent, outcomeWithdrawn } from './outcome-events.ts';

/** The steps that a table takes with a case. Putting it on an agenda is none of them. */
const steps = [
  'BOTTLENECK_TRIAGED',
  'BOTTLENECK_STARTED',
  'BOTTLENECK_HELD',
  'BOTTLENECK_RESUMED',
  'BOTTLENECK_ESCALATED',
  'ESCALATION_RETURNED',
  'BOTTLENECK_RESOLVED',
  'BOTTLENECK_REFERRED',
  'BOTTLENECK_WITHDRAWN',
  'BOTTLENECK_REOPENED',
] as const;
const undone = 'TRANSITION_UNDONE';

interface Written {
  id: string;
  meetingId: string;
  agendaItemId: string;
  kind: OutcomeKind;
}

/*
 * The item about the case that a running meeting of the table was at when it happened: the one that is current, or else the one that it
 * came to last. The meeting may have gone on, or been closed, by the time this runs.
 */
const add = `
  with told as (
    select * from jsonb_to_recordset(?::jsonb) as told (id uuid, event_id uuid, table_id uuid, case_id uuid, actor_id uuid, at timestamptz, verb text)
  )
  insert into agenda_outcome (id, meeting_id, agenda_item_id, kind, transition, bottleneck_id, closed_part, source_event_id, recorded_at, recorded_by_id)
  select distinct on (t.event_id) t.id, m.id, i.id, 'BOTTLENECK', t.verb, b.id, i.closed_part or b.confidentiality = 'CONFIDENTIAL', t.event_id, t.at, t.actor_id
  from told t join bottleneck b on b.id = t.case_id
    join meeting m on m.table_id = t.table_id and m.state in ('IN_SESSION', 'CLOSED')
    join meeting_run r on r.meeting_id = m.id and r.started_at <= t.at and (r.closed_at is null or r.closed_at >= t.at)
    join agenda_item i on i.meeting_id = m.id
    join agenda_item_run x on x.agenda_item_id = i.id and x.started_at <= t.at
    join agenda_item_subject s on s.agenda_item_id = i.id and s.bottleneck_id = b.id
  order by t.event_id, i.id = r.current_item_id desc nulls last, x.started_at desc
  on conflict (source_event_id) do nothing
  returning id, meeting_id as "meetingId", agenda_item_id as "agendaItemId", kind`;

/** What a step left is taken back with the step, while the meeting goes on. */
const takeBack = `
  with told as (select * from jsonb_to_recordset(?::jsonb) as told (case_id uuid, actor_id uuid, at timestamptz)),
  last as (
    select distinct on (t.case_id) o.id, t.at, t.actor_id from told t
      join agenda_outcome o on o.bottleneck_id = t.case_id and o.source_event_id is not null and o.recorded_at < t.at
      join meeting m on m.id = o.meeting_id and m.state = 'IN_SESSION'
    order by t.case_id, o.recorded_at desc
  )
  update agenda_outcome o set withdrawn_at = last.at, withdrawn_by_id = last.actor_id, version = version + 1
  from last where o.id = last.id and o.withdrawn_at is null and o.recorded_by_id = last.actor_id
  returning o.id, o.meeting_id as "meetingId", o.agenda_item_id as "agendaItemId", o.kind`;

/**
 * A step that the table takes with a case of which it speaks is an outcome of that item, exactly once, whoever takes the step and wherever.
 * Undone, it is taken back.
 */
export const caseOutcomeProjector: Projector = {
  handles: [...steps, undone],
  async project(tx, events) {
    const taken = events.filter((event) => event.type !== undone).flatMap((event) => factsOf(event, tx.newId()));
    const added = taken.length === 0 ? [] : await tx.em.execute<Written[]>(add, [JSON.stringify(taken)]);
    for (const one of added) tx.record(outcomeEvent('OUTCOME_ADDED', { id: one.meetingId }, one));
    const back = events.filter((event) => event.type === undone).flatMap((event) => factsOf(event, tx.newId()));
    const gone = back.length === 0 ? [] : await tx.em.execute<Written[]>(takeBack, [JSON.stringify(back)]);
    for (const one of gone) tx.record(outcomeWithdrawn({ id: one.meetingId }, one));
  },
};

function factsOf(event: StoredEvent, id: string): object[] {
  const caseId = event.subjects.find(({ kind }) => kind === bottleneckKind)?.id;
  if (event.stream.kind !== 'table' || event.actorId === null || caseId === undefined) return [];
  const { undo } = (event.payload ?? {}) as { undo?: { verb?: string } };
  return [
    {
      id,
      event_id: event.id,
      table_id: event.stream.id,
      case_id: caseId,
      actor_id: event.actorId,
      at: event.at.toISOString(),
      verb: undo?.verb ?? null,
    },
  ];
}
