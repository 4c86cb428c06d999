import type { MeetingVerb } from '@versnellingstafel/shared/meetings/permissions';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { type AccelerationTable, lockTable } from '../../tables/tables.module.ts';
import { Meeting } from '../meeting.entity.ts';
import { meetingForChange } from '../meeting-for-change.ts';
import { visibleMeetings } from '../meeting.policy.ts';

/** One meeting, or it and all later ones of its series. */
export type SeriesScope = 'ONE' | 'FROM_HERE';

export interface MeetingInSeries {
  meetingId: string;
  expectedVersion: number;
  scope?: SeriesScope | null | undefined;
}

/**
 * The meeting that is named and, from here on, the later ones of its series that are still ahead; with its table, all
 * locked until the transaction ends. The table comes first, as in planning.
 * @throws Forbidden, Refusal (not there or not theirs, changed meanwhile, wrong state, NOT_IN_SERIES).
 */
export async function seriesForChange(
  tx: Transaction,
  viewer: Viewer,
  verb: MeetingVerb,
  input: MeetingInSeries,
): Promise<{ table: AccelerationTable; meeting: Meeting; later: Meeting[] }> {
  const id = uuidOf('Meeting', input.meetingId);
  const visible = visibleMeetings(viewer, 'm');
  const [place] = await tx.em.execute<{ tableId: string }[]>(
    `select m.table_id as "tableId" from meeting m where m.id = ? and ${visible.sql}`,
    [id, ...visible.params],
  );
  const table = place && (await lockTable(tx, place.tableId));
  if (!table) refuse(notFoundProblem(['input', 'meetingId']));
  const meeting = await meetingForChange(tx, viewer, id, 'meetingId', input.expectedVersion, verb);
  if (input.scope !== 'FROM_HERE') return { table, meeting, later: [] };
  if (meeting.seriesMonth === null) refuse(fieldProblem('NOT_IN_SERIES', ['input', 'scope']));
  const rows = await tx.em.execute<object[]>(
    `select * from meeting where table_id = ? and series_month is not null and starts_at > ? and state in ('DRAFT', 'PUBLISHED')
     order by starts_at, id for update`,
    [table.id, meeting.startsAt.toISOString()],
  );
  return { table, meeting, later: rows.map((row) => tx.em.map(Meeting, row)) };
}
