import type { SqlEntityManager } from '@mikro-orm/sql';
import type { StoredEvent } from '../../platform/streams/event.ts';

/** Why something reaches a person; the first that holds is the one that is told. */
export const inboxReasons = [
  'OWNER',
  'FILER',
  'LEAD',
  'CIVIL_OWNER',
  'POLITICAL_OWNER',
  'SECRETARY',
  'CHAIR',
  'AUTHOR',
  'PROPOSER',
  'SUBSTITUTE',
  'GUEST',
  'CO_SIGNER',
  'PARTICIPANT',
  'WATCHER',
  'MENTIONED',
] as const;
export type InboxReason = (typeof inboxReasons)[number];

export interface Recipient {
  readonly eventId: string;
  readonly personId: string;
  readonly reason: InboxReason;
  readonly happenedAt: string;
}

/** What the people of a case hear of. */
const caseEvents = [
  'BOTTLENECK_LOGGED',
  'BOTTLENECK_SUBMITTED',
  'BOTTLENECK_TRIAGED',
  'BOTTLENECK_SCHEDULED',
  'BOTTLENECK_STARTED',
  'BOTTLENECK_HELD',
  'BOTTLENECK_RESUMED',
  'BOTTLENECK_ESCALATED',
  'ESCALATION_DRAFTED',
  'ESCALATION_AGREED',
  'ESCALATION_DECLINED',
  'ESCALATION_ACCEPTED',
  'ESCALATION_RETURNED',
  'ESCALATION_ANSWERED',
  'ESCALATION_WITHDRAWN',
  'BOTTLENECK_RESOLVED',
  'BOTTLENECK_REFERRED',
  'BOTTLENECK_WITHDRAWN',
  'BOTTLENECK_REOPENED',
  'BOTTLENECK_EDITED',
  'BOTTLENECK_ASSIGNED',
  'CONFIDENTIALITY_CHANGED',
  'TRANSITION_UNDONE',
  'NOTE_APPLIED',
  'APPLICATION_REMOVED',
  'OUTCOME_RECORDED',
  'CO_SIGNED',
  'CO_SIGN_DECLINED',
  'CO_SIGNER_WITHDRAWN',
  'BOTTLENECK_JOINED',
  'BOTTLENECK_LEFT',
  'CASE_NOTE_UNDER_REVIEW',
  'BOTTLENECKS_CHANGED',
  'BOTTLENECKS_HANDED_OVER',
  'COMMENT_ADDED',
  'ATTACHMENT_ADDED',
] as const;

/** What the political owner hears of too. */
const politicalEvents: readonly string[] = [
  'ESCALATION_DRAFTED',
  'BOTTLENECK_ESCALATED',
  'ESCALATION_RETURNED',
  'ESCALATION_ANSWERED',
  'BOTTLENECK_RESOLVED',
];
/** What arrives at the table that holds the case: its chair and secretary hear of it. */
const arrivals: readonly string[] = [
  'BOTTLENECK_SUBMITTED',
  'BOTTLENECK_ESCALATED',
  'ESCALATION_RETURNED',
  'ESCALATION_ANSWERED',
  // Agreed or declined: the case lies with the table that sends.
  'ESCALATION_AGREED',
  'ESCALATION_DECLINED',
  'BOTTLENECK_REOPENED',
];
/** What the author of a note hears of. */
const noteEvents = [
  'NOTE_EDITED',
  'NOTE_RESTORED',
  'NOTE_VALIDATED',
  'NOTE_ARCHIVED',
  'NOTE_APPLIED',
  'NOTE_UNDER_REVIEW',
  'NOTE_REVIEWED',
] as const;
const agendaPublished = 'AGENDA_PUBLISHED';
/** What the members of the table hear of, for a meeting that they know of. */
const meetingMoved: readonly string[] = ['MEETING_RESCHEDULED', 'MEETING_CANCELLED', 'MEETING_RESTORED'];

/** What who has an action hears of. */
const actionEvents: readonly string[] = ['ACTION_ADDED', 'ACTION_EDITED', 'ACTION_REOPENED', 'ACTION_WITHDRAWN'];

/** What chair and secretary of the table hear of. */
const agendaProposed = 'AGENDA_ITEM_PROPOSED';
/** What one person hears of: where the event names them, and as what. */
const personal: Readonly<Record<string, { readonly names: string; readonly reason: InboxReason }>> = {
  PROPOSAL_ACCEPTED: { names: 'proposedById', reason: 'PROPOSER' },
  PROPOSAL_RETURNED: { names: 'proposedById', reason: 'PROPOSER' },
  INVITATION_ANSWERED: { names: 'substituteId', reason: 'SUBSTITUTE' },
  GUEST_INVITED: { names: 'personId', reason: 'GUEST' },
  CO_SIGNER_ASKED: { names: 'personId', reason: 'CO_SIGNER' },
};

/** What names people: who is newly named hears of it. */
const mentions: readonly string[] = ['COMMENT_ADDED', 'COMMENT_EDITED'];

/** Every type of event that reaches somebody. */
export const inboxEventTypes: readonly string[] = [
  ...new Set([
    ...caseEvents,
    ...noteEvents,
    agendaPublished,
    ...meetingMoved,
    ...actionEvents,
    agendaProposed,
    ...mentions,
    ...Object.keys(personal),
  ]),
];

const sql = `
  with told as (
    select * from jsonb_to_recordset(?::jsonb) as told (
      event_id uuid, actor_id uuid, at timestamptz, table_id uuid, bottleneck_id uuid, note_id uuid, action_id uuid,
      with_ids jsonb, to_person uuid, as_what text, to_table_leaders boolean, to_case boolean, to_political boolean, to_leaders boolean, to_author boolean, to_members boolean)
  ), reached as (
    select t.event_id, t.actor_id, t.at, who.person_id, who.reason, who.rank
    from told t join bottleneck b on b.id = t.bottleneck_id
      cross join lateral (values
        (b.owner_id, 'OWNER', 1), (b.filer_id, 'FILER', 2), (b.lead_id, 'LEAD', 3), (b.civil_owner_id, 'CIVIL_OWNER', 4),
        (case when t.to_political then b.political_owner_id end, 'POLITICAL_OWNER', 5)) as who (person_id, reason, rank)
    where t.to_case
    union all
    select t.event_id, t.actor_id, t.at, w.person_id, 'WATCHER', 10
    from told t join watch w on w.subject_kind = 'bottleneck' and w.subject_id = t.bottleneck_id
    where t.to_case
    union all
    select t.event_id, t.actor_id, t.at, m.person_id, m.role, case m.role when 'SECRETARY' then 6 else 7 end
    from told t join bottleneck b on b.id = t.bottleneck_id join membership m on m.table_id = b.held_by_id and m.role in ('CHAIR', 'SECRETARY')
    where t.to_leaders
    union all
    select t.event_id, t.actor_id, t.at, m.person_id, m.role, case m.role when 'SECRETARY' then 6 else 7 end
    from told t join membership m on m.table_id = t.table_id and m.role in ('CHAIR', 'SECRETARY')
    where t.to_table_leaders
    union all
    select t.event_id, t.actor_id, t.at, t.to_person, t.as_what, case t.as_what when 'MENTIONED' then 0 else 6 end from told t where t.to_person is not null
    union all
    select t.event_id, t.actor_id, t.at, n.author_id, 'AUTHOR', 8 from told t join knowledge_note n on n.id = t.note_id
    where t.to_author and not coalesce(t.with_ids, '[]') @> to_jsonb(n.author_id::text)
    union all
    select t.event_id, t.actor_id, t.at, a.owner_id, 'OWNER', 1 from told t join action a on a.id = t.action_id
    union all
    select t.event_id, t.actor_id, t.at, m.person_id, 'PARTICIPANT', 9 from told t join membership m on m.table_id = t.table_id where t.to_members
  )
  select distinct on (event_id, person_id) event_id as "eventId", person_id as "personId", reason, at as "happenedAt"
  from reached where person_id is not null and person_id is distinct from actor_id
  order by event_id, person_id, rank`;

/** Whom these events reach, in one statement; never the one who did it. Whether they may see it is asked when they look. */
export async function recipientsOf(em: SqlEntityManager, events: readonly StoredEvent[]): Promise<Recipient[]> {
  const told = events.flatMap(tellings);
  if (told.length === 0) return [];
  return em.execute<Recipient[]>(sql, [JSON.stringify(told)]);
}

function tellings(event: StoredEvent): object[] {
  const idsOf = (kind: string) =>
    event.subjects.filter((subject) => subject.kind === kind).map((subject) => subject.id);
  const common = {
    event_id: event.id,
    actor_id: event.actorId,
    at: event.at.toISOString(),
    table_id: event.stream.kind === 'table' ? event.stream.id : null,
  };
  const nobody = { to_case: false, to_political: false, to_leaders: false, to_author: false, to_members: false };
  const rows: object[] = [];
  if ((caseEvents as readonly string[]).includes(event.type)) {
    for (const id of idsOf('bottleneck')) {
      const arrives = arrivals.includes(event.type) || isLoggedAtOnce(event);
      rows.push({
        ...common,
        ...nobody,
        bottleneck_id: id,
        to_case: true,
        to_political: politicalEvents.includes(event.type),
        ...(arrives && leadersOf(event)),
      });
    }
  }
  if ((noteEvents as readonly string[]).includes(event.type)) {
    const { with: others = [], goesOn = false } = (event.payload ?? {}) as {
      with?: readonly string[];
      goesOn?: boolean;
    };
    // Who is told once that somebody writes in their note is not told again at every pause.
    if (!goesOn)
      for (const id of idsOf('note'))
        rows.push({ ...common, ...nobody, note_id: id, to_author: true, with_ids: others });
  }
  if (actionEvents.includes(event.type)) {
    for (const id of idsOf('action')) rows.push({ ...common, ...nobody, action_id: id });
  }
  if (event.type === agendaProposed) rows.push({ ...common, ...nobody, to_table_leaders: true });
  const one = personal[event.type];
  const person = one && (event.payload as Readonly<Record<string, unknown>> | null)?.[one.names];
  if (one && person != null) rows.push({ ...common, ...nobody, to_person: person, as_what: one.reason });
  if (mentions.includes(event.type)) {
    const { mentionIds = [] } = (event.payload ?? {}) as { mentionIds?: readonly string[] };
    for (const id of mentionIds) rows.push({ ...common, ...nobody, to_person: id, as_what: 'MENTIONED' });
  }
  if (event.type === agendaPublished || isKnownMeetingMoved(event))
    rows.push({ ...common, ...nobody, to_members: true });
  return rows;
}

/** Whose chair and secretary hear of it: of the table that the event names, as the case may have gone on by now, or else of its holder. */
function leadersOf(event: StoredEvent): object {
  const { arrivesAt, within } = (event.payload ?? {}) as { arrivesAt?: string; within?: string };
  const tableId = arrivesAt ?? within;
  return tableId === undefined ? { to_leaders: true } : { table_id: tableId, to_table_leaders: true };
}

/** A draft is moved in silence. */
function isKnownMeetingMoved(event: StoredEvent): boolean {
  const payload = event.payload as { published?: unknown } | null;
  return meetingMoved.includes(event.type) && payload?.published === true;
}

/** Logged without a draft: it is with the table from the first moment. */
function isLoggedAtOnce(event: StoredEvent): boolean {
  const payload = event.payload as { state?: unknown } | null;
  return event.type === 'BOTTLENECK_LOGGED' && payload?.state === 'SUBMITTED';
}
