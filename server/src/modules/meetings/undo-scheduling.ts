import { mayWithMeeting } from '@versnellingstafel/shared/meetings/permissions';
import { fieldProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { UndoneStep } from '../bottlenecks/bottlenecks.module.ts';
import { roleAt, type Viewer } from '../people/people.module.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { Meeting } from './meeting.entity.ts';
import { takeOff } from './remove-agenda-item.ts';
import { refuseDealtWith } from './run/refuse-dealt-with.ts';

/**
 * Takes off the item that a scheduling had made, when that step is undone. Whatever the agenda went through meanwhile, the
 * item goes; a meeting that is over keeps it.
 * @throws Refusal (NOTHING_TO_UNDO).
 */
export async function undoScheduling(tx: Transaction, viewer: Viewer, step: UndoneStep): Promise<void> {
  const { meetingId, agendaItemId } = step.beside;
  const [row] = await tx.em.execute<object[]>('select * from meeting where id = ? for update', [String(meetingId)]);
  const item = await tx.em.findOne(AgendaItem, { id: String(agendaItemId) });
  if (!row || !item) return;
  const meeting = tx.em.map(Meeting, row);
  if (!mayWithMeeting('EDIT_AGENDA', { role: roleAt(viewer, meeting.tableId), state: meeting.state }).allowed)
    refuse(fieldProblem('NOTHING_TO_UNDO', ['input', 'bottleneckId']));
  await refuseDealtWith(tx, item.id, 'bottleneckId');
  await takeOff(tx, viewer, meeting, item);
}
