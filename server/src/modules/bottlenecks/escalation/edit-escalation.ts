import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { type FieldChange, inWords } from '../bottleneck.events.ts';
import { checkShares } from './escalate-bottleneck.ts';
import type { Escalation, Memo, Shares } from './escalation.entity.ts';
import { checkMemo, type MemoInput, receivedLink } from './escalation-memo.ts';
import { recordEscalationStep } from './escalation-steps.ts';
import { type EscalationVersion, escalationForVerb } from './open-escalation.ts';

export interface EditEscalation extends EscalationVersion {
  readonly memo: MemoInput;
  readonly sharesDossier?: boolean | null | undefined;
  readonly sharesFiles?: boolean | null | undefined;
}

/**
 * Rewrites a memo that has not left; what is left out stays. What was agreed to before has to be agreed to again. Nothing happens when
 * nothing differs.
 * @throws Forbidden, Refusal with every field problem.
 */
export async function editEscalation(
  tx: Transaction,
  viewer: Viewer,
  input: EditEscalation,
): Promise<{ escalationId: string; bottleneckId: string }> {
  const { open, escalation } = await escalationForVerb(tx, viewer, 'EDIT_MEMO', input);
  const ids = { escalationId: escalation.id, bottleneckId: open.row.id };
  const check = new InputCheck();
  const shares = checkShares(
    check,
    {
      sharesDossier: input.sharesDossier ?? escalation.sharesDossier,
      sharesFiles: input.sharesFiles ?? escalation.sharesFiles,
    },
    await receivedLink(open),
  );
  check.done();
  const memoCheck = new InputCheck(['input', 'memo']);
  const written = checkMemo(memoCheck, input.memo, { today: open.today, decisionBy: escalation.decisionBy });
  memoCheck.done();

  const changes = differences(escalation, { ...written, ...shares });
  if (changes.length === 0) return ids;
  const before = escalation.snapshot();
  escalation.write({ ...written, ...shares }, open.change);
  recordEscalationStep(open, escalation, 'EDIT_MEMO', { before, changes });
  await tx.em.flush();
  return ids;
}

function differences(escalation: Escalation, next: Partial<Memo & Shares>): FieldChange[] {
  return (Object.keys(next) as (keyof (Memo & Shares))[])
    .filter((field) => next[field] !== escalation[field])
    .map((field) => ({ field, before: inWords(escalation[field]), after: inWords(next[field] ?? null) }));
}
