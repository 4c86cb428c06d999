import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { runLimits } from '@versnellingstafel/shared/meetings/run';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { giveMinutes } from './item-clock.ts';
import { shownItem } from './item-of-meeting.ts';
import { runEvent } from './run-events.ts';
import { type Running, runningMeeting } from './running-meeting.ts';

export interface AddMinutes {
  meetingId: string;
  itemId: string;
  /** Below zero takes them off. */
  minutes: number;
}

/** Gives an item that is current or still to come more minutes, or fewer; one is left at least. @throws Forbidden, Refusal. */
export async function addMinutes(
  tx: Transaction,
  viewer: Viewer,
  input: AddMinutes,
): Promise<{ meetingId: string; itemId: string }> {
  const { meeting, run, facts } = await runningMeeting(tx, viewer, input.meetingId, 'STEER');
  const item = await shownItem(tx, viewer, facts, uuidOf('AgendaItem', input.itemId));
  if (item === null) return refuse(notFoundProblem(['input', 'itemId']));
  await checkMinutes(tx, run, item, input.minutes);

  await giveMinutes(tx, meeting.id, item.id, input.minutes);
  tx.record(runEvent('MINUTES_ADDED', meeting, { itemId: item.id, minutes: input.minutes }));
  return { meetingId: meeting.id, itemId: item.id };
}

async function checkMinutes(
  tx: Transaction,
  run: Running['run'],
  item: { id: string; minutes: number },
  minutes: number,
): Promise<void> {
  const check = new InputCheck();
  const [course] = await tx.em.execute<{ extra: number; finished: boolean }[]>(
    'select extra_minutes as extra, finished from agenda_item_run where agenda_item_id = ?',
    [item.id],
  );
  const { addedMinutesMax } = runLimits;
  const given = item.minutes + (course?.extra ?? 0);
  if (minutes === 0 || Math.abs(minutes) > addedMinutesMax)
    check.refuse('minutes', 'MINUTES_ADDED_RANGE', { max: addedMinutesMax });
  else if (given + minutes < 1) check.refuse('minutes', 'ITEM_TOO_SHORT', { max: given - 1 });
  else if (given + minutes > agendaLimits.minutesMax)
    check.refuse('minutes', 'ITEM_TOO_LONG', { max: agendaLimits.minutesMax });
  if (course?.finished && run.currentItemId !== item.id) check.refuse('itemId', 'ITEM_FINISHED');
  check.done();
}
