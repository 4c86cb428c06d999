import { minutesLimits } from '@versnellingstafel/shared/meetings/minutes';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { itemOfMinutes } from './item-of-minutes.ts';
import { minutesEvent } from './minutes-events.ts';
import { minutesForChange } from './minutes-for-change.ts';
import { MinutesRemark } from './minutes.entity.ts';

export interface RemarkOnMinutes {
  minutesId: string;
  itemId?: string | null | undefined;
  text: string;
}

/** Says something about minutes that lie with the participants, of one item or of all. @throws Forbidden, Refusal. */
export async function remarkOnMinutes(
  tx: Transaction,
  viewer: Viewer,
  { minutesId, itemId, text: given }: RemarkOnMinutes,
): Promise<{ meetingId: string; minutesId: string }> {
  const { meeting, minutes } = await minutesForChange(tx, viewer, { minutesId }, 'REMARK');
  const item = await itemOfMinutes(tx, viewer, meeting, itemId);
  const check = new InputCheck();
  const text = check.text('text', given, { min: minutesLimits.textMin, max: minutesLimits.textMax });
  check.done();

  const change = { by: viewer.personId, at: tx.now };
  tx.em.create(MinutesRemark, {
    id: tx.newId(),
    minutesId: minutes.id,
    agendaItemId: item?.id ?? null,
    text,
    authorId: viewer.personId,
    writtenAt: tx.now,
    taken: null,
    answer: '',
    settledById: null,
    settledAt: null,
  });
  minutes.discuss(change);
  await tx.em.flush();
  tx.record(minutesEvent('MINUTES_REMARKED', minutes, {}, item));
  return { meetingId: meeting.id, minutesId: minutes.id };
}
