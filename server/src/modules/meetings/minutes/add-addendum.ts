import { type AddendumOrigin, mayWithMinutes, minutesLimits } from '@versnellingstafel/shared/meetings/minutes';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { itemOfMinutes } from './item-of-minutes.ts';
import { minutesEvent } from './minutes-events.ts';
import { minutesForChange } from './minutes-for-change.ts';
import { MinutesAddendum } from './minutes.entity.ts';
import { nextNumber } from './settle-addendum.ts';

export interface AddAddendum {
  minutesId: string;
  itemId?: string | null | undefined;
  text: string;
  origin?: AddendumOrigin | null | undefined;
}

/**
 * Adds something to adopted minutes; the frozen text stays as it is. What chair or secretary add counts at once, what others add is a
 * proposal; so is text that was written without a connection and came too late, whoever wrote it.
 * @throws Forbidden, Refusal.
 */
export async function addAddendum(
  tx: Transaction,
  viewer: Viewer,
  input: AddAddendum,
): Promise<{ meetingId: string; minutesId: string }> {
  const { minutesId } = input;
  const { meeting, minutes, facts } = await minutesForChange(tx, viewer, { minutesId }, 'PROPOSE_ADDENDUM');
  const item = await itemOfMinutes(tx, viewer, meeting, input.itemId);
  const check = new InputCheck();
  const text = check.text('text', input.text, { min: minutesLimits.textMin, max: minutesLimits.textMax });
  check.done();

  const change = { by: viewer.personId, at: tx.now };
  const origin = input.origin ?? 'CORRECTION';
  const addendum = tx.em.create(MinutesAddendum, {
    id: tx.newId(),
    minutesId: minutes.id,
    agendaItemId: item?.id ?? null,
    state: 'PROPOSED',
    origin,
    number: null,
    text,
    authorId: viewer.personId,
    writtenAt: tx.now,
    answer: '',
    decidedById: null,
    decidedAt: null,
  });
  const atOnce = origin === 'CORRECTION' && mayWithMinutes('ADD_ADDENDUM', facts).allowed;
  if (atOnce) addendum.accept(await nextNumber(tx, minutes.id), '', change);
  minutes.discuss(change);
  await tx.em.flush();
  tx.record(minutesEvent(atOnce ? 'ADDENDUM_ADDED' : 'ADDENDUM_PROPOSED', minutes, { origin }, item));
  return { meetingId: meeting.id, minutesId: minutes.id };
}
