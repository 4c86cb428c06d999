import { isDecision, outcomeLimits } from '@versnellingstafel/shared/meetings/outcomes';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { outcomeEvent, tellDecision } from './outcome-events.ts';
import { outcomeForChange } from './outcome-for-change.ts';

export interface EditOutcome {
  outcomeId: string;
  expectedVersion: number;
  text: string;
}

/** Puts an outcome in other words; a decision is never without. Nothing happens when nothing differs. @throws Refusal, Forbidden. */
export async function editOutcome(
  tx: Transaction,
  viewer: Viewer,
  input: EditOutcome,
): Promise<{ outcomeId: string; itemId: string; meetingId: string }> {
  const { meeting, item, outcome } = await outcomeForChange(tx, viewer, input);

  const check = new InputCheck();
  const min = isDecision(outcome.kind) ? { min: 1 } : {};
  const text = check.text('text', input.text, { ...min, max: outcomeLimits.textMax });
  check.done();

  const ids = { outcomeId: outcome.id, itemId: item.id, meetingId: meeting.id };
  const before = outcome.text;
  if (text === before) return ids;
  outcome.edit(text);
  await tx.em.flush();
  tx.record(outcomeEvent('OUTCOME_EDITED', meeting, outcome));
  await tellDecision(tx, meeting, outcome, { before, after: text });
  return ids;
}
