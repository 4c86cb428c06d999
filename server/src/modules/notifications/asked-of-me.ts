import { addDays, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { EscalationVerb } from '@versnellingstafel/shared/bottlenecks/escalations';
import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import { ladder } from '@versnellingstafel/shared/dates/ladder';
import { askedOfEscalations, escalationParams } from './asked-of-escalations.ts';
import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { openSql, visibleBottlenecks } from '../bottlenecks/bottlenecks.module.ts';
import { visibleActions } from '../actions/actions.module.ts';
import { type AppContext, hasRole } from '../people/people.module.ts';

/** What is asked, before when, and the verb that does it. */
export interface AskedRow {
  readonly kind: string;
  readonly bottleneckId: string | null;
  readonly meetingId: string | null;
  readonly actionId: string | null;
  readonly dueOn: string | null;
  readonly verb: BottleneckVerb | null;
  readonly escalationVerb: EscalationVerb | null;
}

/** So many days ahead a date is asked for. */
const ahead = 7;
const most = 100;

/*
 * One row for each case: the first thing that holds. A confidential case is asked of nobody who may not see it, so the
 * rights stand beside the roles.
 */
const sql = (visible: string, visibleAction: string) => `
  with mine as (
    select b.id, b.due_on, b.return_on, b.state,
      (b.owner_id = ?::uuid or (b.state = 'DRAFT' and b.filer_id = ?::uuid)) as owns, coalesce(b.lead_id = ?::uuid, false) as leads,
      b.held_by_id = any(?::uuid[]) as secretary
    from bottleneck b
    where (b.owner_id = ?::uuid or b.filer_id = ?::uuid or b.lead_id = ?::uuid or b.held_by_id = any(?::uuid[]))
      and b.state <> 'WITHDRAWN' and b.state <> 'RESOLVED' and ${visible}
  ), asked as (
    select m.id as bottleneck_id, null::uuid as meeting_id, null::uuid as action_id, what.kind, what.due_on, what.verb, null as step
    from mine m cross join lateral (
      select * from (values
        (1, m.secretary and m.state = 'SUBMITTED', 'TRIAGE', m.due_on, 'TRIAGE'),
        (3, m.secretary and m.state = 'ON_HOLD' and m.return_on <= ?::date, 'RETURNS', m.return_on, 'RESUME'),
        (4, m.owns and m.state = 'DRAFT', 'DRAFT', m.due_on, 'SUBMIT'),
        (5, m.owns and m.state = 'REFERRED' and m.due_on <= ?::date, 'FEEDBACK', m.due_on, null),
        (6, (m.owns or m.leads) and m.state <> 'REFERRED' and m.due_on < ?::date, 'OVERDUE', m.due_on, null),
        (7, (m.owns or m.leads) and m.state <> 'REFERRED' and m.due_on <= ?::date, 'DUE_SOON', m.due_on, null)
      ) as option (rank, holds, kind, due_on, verb) where holds order by rank limit 1) what
    union all
    select b.id, null, null, 'CO_SIGN', b.decision_by, null, null from co_signer c join bottleneck b on b.id = c.bottleneck_id
    where c.person_id = ?::uuid and c.state = 'ASKED' and ${openSql('b')} and ${visible}
    union all
    ${askedOfEscalations(visible)}
    union all
    select b.id, null, null, 'CASE_OF_ORGANISATION', b.due_on, null, null from bottleneck b join person o on o.id = b.owner_id
    where (b.civil_owner_id = ?::uuid or b.civil_owner_id is null and o.organisation_id = ?::uuid) and b.owner_id <> ?::uuid
      and ${openSql('b')} and b.state <> 'DRAFT' and b.due_on <= ?::date and ${visible}
    union all
    select null, meeting.id, null, 'PUBLISH_AGENDA', meeting.papers_by, null, null from meeting
    where meeting.table_id = any(?::uuid[]) and meeting.state = 'DRAFT' and meeting.papers_by <= ?::date and meeting.starts_at > ?::timestamptz
    union all
    select null, null, a.id,
      case when a.owner_id <> ?::uuid then 'ACTION_OF_ORGANISATION' when a.due_on < ?::date then 'ACTION_LATE' else 'ACTION_SOON' end, a.due_on, null, null
    from action a join person w on w.id = a.owner_id
    where a.state = 'OPEN' and (a.owner_id = ?::uuid and a.due_on <= ?::date or w.organisation_id = ?::uuid and a.due_on <= ?::date) and ${visibleAction}
  )
  select kind, bottleneck_id as "bottleneckId", meeting_id as "meetingId", action_id as "actionId", due_on::text as "dueOn", verb, step as "escalationVerb" from asked
  order by due_on nulls last, bottleneck_id, meeting_id, action_id limit ${most}`;

/** What is asked of the viewer, the late ones first, in one statement. */
export async function askedOf(context: AppContext): Promise<AskedRow[]> {
  const viewer = context.requireViewer();
  const today = localDateOf(context.now());
  const soon = addDays(today, ahead);
  const me = viewer.personId;
  const secretaryOf = arrayLiteral(
    viewer.memberships.filter((seat) => seat.role === 'SECRETARY').map((seat) => seat.tableId),
  );
  const leaderOf = arrayLiteral(viewer.memberships.filter((seat) => leadsTable(seat.role)).map((seat) => seat.tableId));
  const visible = visibleBottlenecks(viewer, 'b');
  const roles = [me, me, me, secretaryOf, me, me, me, secretaryOf];
  // The civil owner is told when the ladder of what their organisation has reaches them.
  const civil = hasRole(viewer, 'CIVIL_OWNER') ? viewer.organisationId : null;
  const longLate = addDays(today, -ladder.civilOwnerDays);
  const dates = [today, soon, today, soon];
  const signing = [
    me,
    ...visible.params,
    ...escalationParams(viewer, secretaryOf),
    ...visible.params,
    me,
    civil,
    me,
    longLate,
    ...visible.params,
  ];
  const agendas = [leaderOf, soon, context.now()];
  const visibleAction = visibleActions(viewer, 'a');
  const actions = [me, today, me, addDays(today, ladder.soonDays), civil, longLate];
  return context.em.execute<AskedRow[]>(sql(visible.sql, visibleAction.sql), [
    ...roles,
    ...visible.params,
    ...dates,
    ...signing,
    ...agendas,
    ...actions,
    ...visibleAction.params,
  ]);
}
