import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import { visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import type { AppContext, Viewer } from '../../people/people.module.ts';
import { agendaOf } from '../agenda.queries.ts';
import { visibleMeetings } from '../meeting.policy.ts';
import { CaseFeedback } from './feedback.entity.ts';

/** So many that are open a table gives; more is more than anybody reads. */
const most = 200;

/**
 * The feedback this viewer may see, as a condition on rows of `case_feedback`, `meeting` and `bottleneck`: where they see the meeting and
 * the case. The item in which the case was handled must show to them too, which the agenda decides.
 */
export function visibleFeedback(viewer: Viewer, meeting: string, bottleneck: string): SqlPart {
  const meetings = visibleMeetings(viewer, meeting);
  const cases = visibleBottlenecks(viewer, bottleneck);
  return { sql: `(${meetings.sql} and ${cases.sql})`, params: [...meetings.params, ...cases.params] };
}

async function feedbackWhere(context: AppContext, condition: string, ids: readonly string[]): Promise<CaseFeedback[]> {
  if (context.viewer === null) return [];
  const visible = visibleFeedback(context.viewer, 'm', 'b');
  const rows = await context.em.execute<object[]>(
    `select f.* from case_feedback f join meeting m on m.id = f.meeting_id join bottleneck b on b.id = f.bottleneck_id
     where ${condition} and ${visible.sql} order by f.due_on, b.number, f.id`,
    [arrayLiteral(ids), ...visible.params],
  );
  const list = rows.map((row) => context.em.map(CaseFeedback, row));
  const agendas = await Promise.all(list.map(({ meetingId }) => agendaOf(context, meetingId)));
  return list.filter(
    ({ agendaItemId }, index) =>
      agendaItemId === null || agendas[index]?.some(({ id, masked }) => id === agendaItemId && !masked),
  );
}

/** The load of the node: feedback by id, as far as the viewer may see it. */
export async function loadFeedback(context: AppContext, ids: readonly string[]): Promise<Map<string, CaseFeedback>> {
  const list = await feedbackWhere(context, 'f.id = any(?::uuid[])', ids);
  return new Map(list.map((feedback) => [feedback.id, feedback]));
}

/** What is to be told of a meeting, the most urgent first. One statement for all meetings, and those of their agendas. */
export async function feedbackOf(context: AppContext, meetingId: string): Promise<CaseFeedback[]> {
  const loader = context.loader<CaseFeedback[]>('feedbackOf', async (ids) =>
    grouped(await feedbackWhere(context, 'f.meeting_id = any(?::uuid[])', ids), (row) => row.meetingId),
  );
  return (await loader.load(meetingId)) ?? [];
}

/** What municipalities of a table's cases have not been told yet, the most urgent first. */
export async function openFeedbackOf(context: AppContext, tableId: string): Promise<CaseFeedback[]> {
  const loader = context.loader<CaseFeedback[]>('openFeedbackOf', async (ids) =>
    grouped(
      await feedbackWhere(context, 'f.done_at is null and f.table_id = any(?::uuid[])', ids),
      (row) => row.tableId,
    ),
  );
  return ((await loader.load(tableId)) ?? []).slice(0, most);
}
