import { agendaLimits, type AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import {
  bottleneckToSchedule,
  checkAsk,
  markScheduled,
  visibleBottlenecks,
} from '../bottlenecks/bottlenecks.module.ts';
import type { Viewer } from '../people/people.module.ts';
import { plainItem } from './add-agenda-item.ts';
import { workingAgenda } from './agenda.ts';
import { placeForNewItem } from './closing-item.ts';
import type { Meeting } from './meeting.entity.ts';
import { ledTables } from './meeting.policy.ts';
import { meetingForChange } from './meeting-for-change.ts';
import { placeItem } from './place-item.ts';

export interface ScheduleBottleneck {
  bottleneckId: string;
  expectedVersion: number;
  meetingId?: string | null | undefined;
  minutes?: number | null | undefined;
  purpose?: AgendaPurpose | null | undefined;
  ask?: string | null | undefined;
}

/**
 * Puts a case on the agenda of a meeting of the table that holds it, by default the next one: the case is scheduled, and
 * an item points at it, before the one that closes the meeting. A confidential case comes in the closed part.
 * @throws Forbidden (SECRETARY_ONLY), Refusal.
 */
export async function scheduleBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: ScheduleBottleneck,
): Promise<{ bottleneckId: string }> {
  // The meeting is locked before the case, as in every other change of an agenda.
  const meeting = await lockMeeting(tx, viewer, input);
  const agenda = meeting ? await workingAgenda(tx, meeting.id) : [];
  const bottleneckId = uuidOf('Bottleneck', input.bottleneckId);
  const onAgenda = agenda.some((item) => item.subjects.some((subject) => subject.id === bottleneckId));
  if (meeting && onAgenda && (await sees(tx, viewer, bottleneckId)))
    refuse(fieldProblem('ALREADY_ON_AGENDA', ['input', 'bottleneckId']));
  const open = await bottleneckToSchedule(tx, viewer, input);
  if (!meeting) refuse(fieldProblem('NO_MEETING_PLANNED', ['input', 'meetingId']));

  const check = new InputCheck();
  const ask = checkAsk(check, input.ask);
  if ((ask ?? open.row.ask) === '') check.refuse('ask', 'NEEDED_FOR_AGENDA');
  const { minutesMin, minutesMax, itemsMax } = agendaLimits;
  const minutes = check.whole('minutes', input.minutes ?? plainItem.minutes, { min: minutesMin, max: minutesMax });
  if (meeting.tableId !== open.row.heldById) check.refuse('meetingId', 'OTHER_TABLE_MEETING');
  else if (meeting.endsAt <= tx.now) check.refuse('meetingId', 'MEETING_OVER');
  if (agenda.length >= itemsMax) check.refuse('meetingId', 'TOO_MANY', { max: itemsMax });
  check.done();

  const closedPart = open.row.confidentiality === 'CONFIDENTIAL';
  const text = {
    ...plainItem,
    title: open.row.title,
    minutes,
    purpose: input.purpose ?? plainItem.purpose,
    closedPart,
  };
  const item = { text, subjects: [{ kind: 'bottleneck', id: open.row.id }], at: placeForNewItem(agenda, closedPart) };
  const agendaItemId = await placeItem(tx, meeting, agenda, item, open.change);
  markScheduled(open, { meetingId: meeting.id, agendaItemId }, ask);
  await tx.em.flush();
  return { bottleneckId: open.row.id };
}

/** The meeting that is named, or else the next one of the table that holds the case; null when there is none. */
async function lockMeeting(tx: Transaction, viewer: Viewer, input: ScheduleBottleneck): Promise<Meeting | null> {
  if (input.meetingId != null) return meetingForChange(tx, viewer, uuidOf('Meeting', input.meetingId), 'meetingId');
  const visible = visibleBottlenecks(viewer, 'b');
  const [next] = await tx.em.execute<{ id: string }[]>(
    `select m.id from bottleneck b join meeting m on m.table_id = b.held_by_id
     where b.id = ? and ${visible.sql} and m.table_id = any(?::uuid[]) and m.state in ('DRAFT', 'PUBLISHED', 'IN_SESSION') and m.ends_at > ?
     order by m.starts_at limit 1`,
    [uuidOf('Bottleneck', input.bottleneckId), ...visible.params, ledTables(viewer), tx.now.toISOString()],
  );
  return next ? meetingForChange(tx, viewer, next.id, 'meetingId') : null;
}

async function sees(tx: Transaction, viewer: Viewer, bottleneckId: string | null): Promise<boolean> {
  const visible = visibleBottlenecks(viewer, 'b');
  const rows = await tx.em.execute<object[]>(`select b.id from bottleneck b where b.id = ? and ${visible.sql}`, [
    bottleneckId,
    ...visible.params,
  ]);
  return rows.length > 0;
}
