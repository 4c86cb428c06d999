import type { SqlEntityManager } from '@mikro-orm/sql';
import { type LocalDate, addDays, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type { Reference } from '../../../platform/streams/event.ts';
import { readsDossier, visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import { visibleNotes } from '../../knowledge/knowledge.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { itemColumns } from '../agenda.ts';
import type { Meeting, PublishedItem } from '../meeting.entity.ts';
import type { FactsOfMeeting } from '../meeting.policy.ts';
import type { AgendaReason } from './agenda-reason.ts';

/** For whom, and for which meeting, something is suggested. */
export interface Asked {
  readonly em: SqlEntityManager;
  readonly viewer: Viewer;
  readonly meeting: Pick<Meeting, 'id' | 'tableId' | 'startsAt' | 'endsAt'>;
  readonly facts: FactsOfMeeting;
  readonly now: Date;
}

export type AgendaRow = PublishedItem & {
  readonly why: readonly AgendaReason[] | null;
  readonly continuesId: string | null;
};

/** What stands on the agenda already, with why. */
export function agendaRows({ em, meeting }: Asked): Promise<AgendaRow[]> {
  return em.execute<AgendaRow[]>(
    `select ${itemColumns}, i.why, i.continues_id as "continuesId" from agenda_item i where i.meeting_id = ? order by i.position`,
    [meeting.id],
  );
}

export interface Frame {
  /** Day of the next meeting of the table, or a month on. */
  readonly nextDay: LocalDate;
  readonly chairId: string | null;
  readonly secretaryId: string | null;
  /** Meetings that are over and whose minutes are not adopted, the latest first. */
  readonly toAdopt: readonly { readonly id: string; readonly day: LocalDate }[];
  readonly done: number;
  readonly late: number;
  readonly open: number;
  readonly dropped: readonly string[];
}

const day = (moment: string) => `to_char(${moment} at time zone 'Europe/Amsterdam', 'YYYY-MM-DD')`;

/** What surrounds the meeting: its neighbours, who leads, the promises of the table, and what was put aside. */
export async function frameOf({ em, viewer, meeting, facts, now }: Asked): Promise<Frame> {
  const today = localDateOf(now);
  const visible = visibleBottlenecks(viewer, 'b');
  const seat = (role: string) =>
    `(select case when count(*) = 1 then min(s.person_id::text) end from membership s where s.table_id = m.table_id and s.role = '${role}')`;
  const [row] = await em.execute<(Omit<Frame, 'nextDay'> & { nextDay: LocalDate | null })[]>(
    `select
       (select ${day('min(n.starts_at)')} from meeting n where n.table_id = m.table_id and n.starts_at > m.starts_at and n.state <> 'CANCELLED') as "nextDay",
       ${seat('CHAIR')} as "chairId", ${seat('SECRETARY')} as "secretaryId",
       (select coalesce(json_agg(json_build_object('id', p.id, 'day', ${day('p.starts_at')}) order by p.starts_at desc), '[]')
          from meeting p where p.table_id = m.table_id and p.state = 'CLOSED' and p.starts_at < m.starts_at) as "toAdopt",
       promises.done, promises.late, promises.open,
       (select coalesce(json_agg(d.key), '[]') from dropped_suggestion d where d.meeting_id = m.id) as dropped
     from meeting m cross join lateral (
       select count(*) filter (where a.state = 'DONE' and a.done_on >= coalesce((
            select max(p.starts_at)::date from meeting p where p.table_id = m.table_id and p.starts_at < m.starts_at
              and p.state in ('CLOSED', 'MINUTES_ADOPTED')), ?::date))::int as done,
         count(*) filter (where a.state = 'OPEN' and a.due_on < ?)::int as late,
         count(*) filter (where a.state = 'OPEN' and a.due_on >= ?)::int as open
       from action a left join bottleneck b on b.id = a.bottleneck_id
       where a.table_id = m.table_id and (not a.closed_part or ?) and (a.bottleneck_id is null or ${visible.sql})) promises
     where m.id = ?`,
    [addDays(today, -31), today, today, facts.seesClosedPart, ...visible.params, meeting.id],
  );
  const nobody = { chairId: null, secretaryId: null, toAdopt: [], done: 0, late: 0, open: 0, dropped: [] };
  return { ...(row ?? nobody), nextDay: row?.nextDay ?? addDays(localDateOf(meeting.startsAt), 31) };
}

/** Who presents a case when nobody says otherwise. */
interface CaseOwner {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly ownerHasSeat: boolean;
}

export interface CaseRow extends CaseOwner {
  readonly id: string;
  readonly title: string;
  readonly confidential: boolean;
  readonly escalated: boolean;
  readonly ready: boolean;
  readonly decisionBy: LocalDate | null;
  readonly constructionStart: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly homes: number;
  readonly proposedResolution: string;
  /** The first change in the law under a note that it rests on and that nobody has looked at again yet. */
  readonly legalEventId: string | null;
  /** From which day that change counts. */
  readonly lawSince: LocalDate | null;
  /** When it stands on a later agenda of this table: the day of that meeting. */
  readonly laterDay: LocalDate | null;
  /** Since when a municipality waits for an answer. */
  readonly feedbackDue: LocalDate | null;
  readonly isOpen: boolean;
}

const openStates = `('SUBMITTED', 'TRIAGE', 'SCHEDULED', 'IN_PROGRESS', 'ESCALATED', 'ON_HOLD')`;

/** The cases of the table that may have to come to the meeting, and on no agenda before it. */
export function caseRows(asked: Asked, nextDay: LocalDate): Promise<CaseRow[]> {
  const { em, viewer, meeting, now } = asked;
  const visible = visibleBottlenecks(viewer, 'b');
  const dossier = readsDossier(viewer, 'b');
  const notes = visibleNotes(viewer, 'n');
  const today = localDateOf(now);
  return em.execute<CaseRow[]>(
    `select b.id, b.title, b.confidentiality = 'CONFIDENTIAL' as confidential, b.homes_blocked as homes,
       b.state = 'ESCALATED' as escalated, b.state in ('SUBMITTED', 'TRIAGE') as ready, b.state in ${openStates} as "isOpen",
       to_char(b.decision_by, 'YYYY-MM-DD') as "decisionBy", to_char(b.construction_start, 'YYYY-MM-DD') as "constructionStart",
       to_char(b.due_on, 'YYYY-MM-DD') as "dueOn", case when ${dossier.sql} then b.proposed_resolution else '' end as "proposedResolution",
       law.id as "legalEventId", law.since as "lawSince",
       to_char(f.due_on, 'YYYY-MM-DD') as "feedbackDue", placed.later as "laterDay",
       o.id as "ownerId", o.name || ', ' || og.name as "ownerName",
       exists (select from membership s where s.table_id = m.table_id and s.person_id = o.id) as "ownerHasSeat"
     from meeting m join bottleneck b on true join person o on o.id = b.owner_id join organisation og on og.id = o.organisation_id
       left join lateral (select min(f.due_on) as due_on from case_feedback f
         where f.bottleneck_id = b.id and f.table_id = m.table_id and f.done_at is null and f.due_on < ?) f on true
       left join lateral (select e.id, to_char(e.effective_on, 'YYYY-MM-DD') as since
         from application a join knowledge_note n on n.id = a.note_id join note_review r on r.note_id = n.id join legal_event e on e.id = r.legal_event_id
         where a.bottleneck_id = b.id and a.result <> 'FAILED' and r.state = 'TO_REVIEW' and e.withdrawn_at is null and ${notes.sql}
           and (n.confidentiality = 'PUBLIC' or (n.confidentiality = 'REGIONAL' and b.confidentiality <> 'PUBLIC' and n.region_id = b.region_id))
         order by e.effective_on, e.id limit 1) law on true
       cross join lateral (
         select bool_or(am.id = m.id or am.starts_at < m.starts_at) as sooner,
           ${day('min(am.starts_at) filter (where am.starts_at > m.starts_at)')} as later
         from agenda_item_subject s join agenda_item i on i.id = s.agenda_item_id join meeting am on am.id = i.meeting_id
         where s.bottleneck_id = b.id and am.table_id = m.table_id and (am.id = m.id or (am.ends_at > ? and am.state in ('DRAFT', 'PUBLISHED', 'IN_SESSION')))) placed
     where m.id = ? and ${visible.sql} and placed.sooner is not true and (f.due_on is not null or (b.held_by_id = m.table_id and b.state in ${openStates}
       and (b.state in ('ESCALATED', 'SUBMITTED', 'TRIAGE') or b.decision_by < ? or b.construction_start < ? or b.due_on < ? or law.id is not null)))
     order by b.id`,
    [
      ...dossier.params,
      today,
      ...notes.params,
      now.toISOString(),
      meeting.id,
      ...visible.params,
      nextDay,
      nextDay,
      today,
    ],
  );
}

export interface CarriedRow extends PublishedItem {
  readonly meetingId: string;
  readonly day: LocalDate;
  readonly why: readonly AgendaReason[] | null;
  readonly confidential: boolean;
}

/**
 * What the last meeting did not come to or left unfinished, and goes on nowhere else. Items about cases of which none is open any more, or
 * which the viewer may not see, are left out.
 */
export function carriedRows({ em, viewer, meeting, facts }: Asked): Promise<CarriedRow[]> {
  const visible = visibleBottlenecks(viewer, 'b');
  return em.execute<CarriedRow[]>(
    `select ${itemColumns}, i.why, m.id as "meetingId", ${day('m.starts_at')} as day, coalesce(cases.confidential, false) as confidential
     from agenda_item i join meeting m on m.id = i.meeting_id left join agenda_item_run r on r.agenda_item_id = i.id
       cross join lateral (
         select count(s.bottleneck_id) as all_of_it, count(b.id) as going_on, bool_or(b.confidentiality = 'CONFIDENTIAL') as confidential
         from agenda_item_subject s left join bottleneck b on b.id = s.bottleneck_id and b.state in ${openStates} and ${visible.sql}
         where s.agenda_item_id = i.id) cases
     where m.id = (select p.id from meeting p join meeting here on here.id = ? where p.table_id = here.table_id and p.starts_at < here.starts_at
         and p.state in ('CLOSED', 'MINUTES_ADOPTED') order by p.starts_at desc limit 1)
       and not coalesce(r.finished, false) and i.outcome = ''
       and not exists (select from agenda_outcome o where o.agenda_item_id = i.id and o.withdrawn_at is null)
       and not exists (select from agenda_item c join meeting cm on cm.id = c.meeting_id where c.continues_id = i.id and cm.state <> 'CANCELLED')
       and (not i.closed_part or ?) and (cases.all_of_it = 0 or cases.going_on > 0)
     order by i.position`,
    [...visible.params, meeting.id, facts.seesClosedPart],
  );
}

export interface NoteRow {
  readonly id: string;
  readonly title: string;
  readonly reviewBy: LocalDate;
  readonly confidential: boolean;
}

/** The notes that were applied to cases of the table, due for review before its next meeting, on no agenda to come. */
export function noteRows({ em, viewer, meeting, now }: Asked, nextDay: LocalDate): Promise<NoteRow[]> {
  const visible = visibleNotes(viewer, 'n');
  const cases = visibleBottlenecks(viewer, 'b');
  return em.execute<NoteRow[]>(
    `select n.id, n.title, to_char(n.review_by, 'YYYY-MM-DD') as "reviewBy", n.confidentiality = 'CONFIDENTIAL' as confidential
     from knowledge_note n where n.status in ('VALIDATED', 'REVIEW_DUE') and n.review_by < ? and ${visible.sql}
       and exists (select from application a join bottleneck b on b.id = a.bottleneck_id where a.note_id = n.id and b.held_by_id = ? and ${cases.sql})
       and not exists (select from agenda_item_subject s join agenda_item i on i.id = s.agenda_item_id join meeting m on m.id = i.meeting_id
         where s.note_id = n.id and m.table_id = ? and (m.id = ? or (m.ends_at > ? and m.state in ('DRAFT', 'PUBLISHED', 'IN_SESSION'))))
     order by n.review_by, n.id`,
    [nextDay, ...visible.params, meeting.tableId, ...cases.params, meeting.tableId, meeting.id, now.toISOString()],
  );
}

export interface ProposalRow {
  readonly id: string;
  readonly title: string;
  readonly purpose: AgendaPurpose;
  readonly minutes: number;
  readonly proposedDecision: string;
  readonly proposedById: string;
  readonly day: LocalDate;
  readonly subjects: readonly Reference[];
  readonly confidential: boolean;
  readonly hasSeat: boolean;
  readonly proposerName: string;
}

/** What participants propose for this meeting and waits for an answer, but for what is about a case that is on the agenda already. @param keys proposals for another meeting of the table, by key. */
export function proposalRows({ em, meeting }: Asked, keys: readonly string[]): Promise<ProposalRow[]> {
  const named = keys.flatMap((key) => /^proposal:([0-9a-f-]{36})$/.exec(key)?.[1] ?? []);
  return em.execute<ProposalRow[]>(
    `select p.id, p.title, p.purpose, p.minutes, p.proposed_decision as "proposedDecision", p.proposed_by_id as "proposedById",
       ${day('p.proposed_at')} as day, p.subjects, o.name || ', ' || og.name as "proposerName",
       exists (select from membership s where s.table_id = m.table_id and s.person_id = p.proposed_by_id) as "hasSeat",
       exists (select from jsonb_to_recordset(p.subjects) as s (kind text, id uuid) join bottleneck b on b.id = s.id
         where b.confidentiality = 'CONFIDENTIAL') as confidential
     from agenda_proposal p join meeting m on m.id = p.meeting_id join person o on o.id = p.proposed_by_id join organisation og on og.id = o.organisation_id
     where p.state = 'OPEN' and m.table_id = ? and (m.id = ? or p.id::text in (?))
       and not exists (select from jsonb_to_recordset(p.subjects) as about (kind text, id uuid) join agenda_item_subject s on s.bottleneck_id = about.id
         join agenda_item i on i.id = s.agenda_item_id where i.meeting_id = ?) order by p.proposed_at, p.id`,
    [meeting.tableId, meeting.id, named.length > 0 ? named : [''], meeting.id],
  );
}
