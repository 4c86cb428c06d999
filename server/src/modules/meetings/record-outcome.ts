import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { subjectsOf } from './agenda.ts';
import { meetingEvent } from './meeting-events.ts';
import { itemForChange } from './meeting-for-change.ts';

export interface RecordOutcome {
  itemId: string;
  expectedVersion: number;
  outcome: string;
}

/** Writes down what was agreed on an item; an empty text takes it back. @throws Refusal, Forbidden. */
export async function recordOutcome(
  tx: Transaction,
  viewer: Viewer,
  input: RecordOutcome,
): Promise<{ meetingId: string; itemId: string }> {
  const { meeting, item } = await itemForChange(tx, viewer, input);

  const check = new InputCheck();
  const outcome = check.text('outcome', input.outcome, { max: agendaLimits.textMax });
  check.done();

  const before = item.outcome;
  if (outcome === before) return { meetingId: meeting.id, itemId: item.id };
  item.agree(outcome);
  meeting.recordOutcome({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  const change = { field: 'outcome', before: before || null, after: outcome || null };
  tx.record(
    meetingEvent('OUTCOME_RECORDED', meeting, [change], {
      id: item.id,
      closedPart: item.closedPart,
      subjects: await subjectsOf(tx, item.id),
    }),
  );
  return { meetingId: meeting.id, itemId: item.id };
}
