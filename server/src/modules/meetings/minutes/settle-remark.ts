import { minutesLimits } from '@versnellingstafel/shared/meetings/minutes';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { isMasked } from './item-of-minutes.ts';
import { minutesEvent } from './minutes-events.ts';
import { lockedMinutes } from './minutes-for-change.ts';
import { MinutesRemark } from './minutes.entity.ts';

export interface SettleRemark {
  remarkId: string;
  taken: boolean;
  answer?: string | null | undefined;
}

/** Takes a remark over or not, with an answer; once, and before the minutes are adopted. @throws Forbidden, Refusal. */
export async function settleRemark(
  tx: Transaction,
  viewer: Viewer,
  input: SettleRemark,
): Promise<{ meetingId: string; minutesId: string }> {
  const id = uuidOf('MinutesRemark', input.remarkId);
  const [place] =
    id === null
      ? []
      : await tx.em.execute<{ minutesId: string }[]>(
          'select minutes_id as "minutesId" from minutes_remark where id = ?',
          [id],
        );
  const { meeting, minutes } = await lockedMinutes(tx, viewer, place?.minutesId ?? null, 'remarkId', 'SETTLE');
  const [row] = await tx.em.execute<object[]>('select * from minutes_remark where id = ?', [id]);
  if (!row) return refuse(notFoundProblem(['input', 'remarkId']));
  const remark = tx.em.map(MinutesRemark, row);
  const item = meeting.publishedAgenda?.find((one) => one.id === remark.agendaItemId) ?? null;
  if (item && (await isMasked(tx, viewer, meeting, item))) refuse(notFoundProblem(['input', 'remarkId']));
  if (minutes.frozen !== null) refuse(fieldProblem('MINUTES_ADOPTED', ['input', 'remarkId']));
  if (remark.taken !== null) refuse(fieldProblem('ALREADY_SETTLED', ['input', 'remarkId']));
  const check = new InputCheck();
  const answer = check.text('answer', input.answer ?? '', { max: minutesLimits.answerMax });
  check.done();

  const change = { by: viewer.personId, at: tx.now };
  remark.settle(input.taken, answer, change);
  minutes.discuss(change);
  await tx.em.flush();
  tx.record(minutesEvent('MINUTES_REMARK_SETTLED', minutes, { taken: input.taken }, item));
  return { meetingId: meeting.id, minutesId: minutes.id };
}
