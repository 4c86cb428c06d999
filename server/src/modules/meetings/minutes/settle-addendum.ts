import { minutesLimits } from '@versnellingstafel/shared/meetings/minutes';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { isMasked } from './item-of-minutes.ts';
import { minutesEvent } from './minutes-events.ts';
import { lockedMinutes } from './minutes-for-change.ts';
import { MinutesAddendum } from './minutes.entity.ts';

export interface SettleAddendum {
  addendumId: string;
  accepted: boolean;
  answer?: string | null | undefined;
}

/** Accepts a proposed addendum, which numbers it, or returns it with the reason. @throws Forbidden, Refusal. */
export async function settleAddendum(
  tx: Transaction,
  viewer: Viewer,
  input: SettleAddendum,
): Promise<{ meetingId: string; minutesId: string }> {
  const id = uuidOf('Addendum', input.addendumId);
  const [place] =
    id === null
      ? []
      : await tx.em.execute<{ minutesId: string }[]>(
          'select minutes_id as "minutesId" from minutes_addendum where id = ?',
          [id],
        );
  const { meeting, minutes } = await lockedMinutes(tx, viewer, place?.minutesId ?? null, 'addendumId', 'SETTLE');
  const [row] = await tx.em.execute<object[]>('select * from minutes_addendum where id = ?', [id]);
  if (!row) return refuse(notFoundProblem(['input', 'addendumId']));
  const addendum = tx.em.map(MinutesAddendum, row);
  const item = meeting.publishedAgenda?.find((one) => one.id === addendum.agendaItemId) ?? null;
  if (item && (await isMasked(tx, viewer, meeting, item))) refuse(notFoundProblem(['input', 'addendumId']));
  if (addendum.state !== 'PROPOSED') refuse(fieldProblem('ALREADY_SETTLED', ['input', 'addendumId']));
  const check = new InputCheck();
  const answer = check.text('answer', input.answer ?? '', {
    ...(!input.accepted && { min: minutesLimits.textMin }),
    max: minutesLimits.answerMax,
  });
  check.done();

  const change = { by: viewer.personId, at: tx.now };
  if (input.accepted) addendum.accept(await nextNumber(tx, minutes.id), answer, change);
  else addendum.returnIt(answer, change);
  minutes.discuss(change);
  await tx.em.flush();
  tx.record(minutesEvent(input.accepted ? 'ADDENDUM_ADDED' : 'ADDENDUM_RETURNED', minutes, {}, item));
  return { meetingId: meeting.id, minutesId: minutes.id };
}

/** The number of the next addendum that counts; the minutes are locked. */
export async function nextNumber(tx: Transaction, minutesId: string): Promise<number> {
  const [row] = await tx.em.execute<{ next: number }[]>(
    'select coalesce(max(number), 0) + 1 as next from minutes_addendum where minutes_id = ?',
    [minutesId],
  );
  return row?.next ?? 1;
}
