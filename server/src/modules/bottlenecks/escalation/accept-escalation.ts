import { addDays, type LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { escalationLimits } from '@versnellingstafel/shared/bottlenecks/escalations';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { AppPlatform, Viewer } from '../../people/people.module.ts';
import { agendaHookOf } from './agenda-hook.ts';
import { recordEscalationStep, tellTable } from './escalation-steps.ts';
import { type EscalationVersion, escalationForVerb } from './open-escalation.ts';

export interface AcceptEscalation extends EscalationVersion {
  readonly answerBy?: LocalDate | null | undefined;
  readonly meetingId?: string | null | undefined;
  readonly remark?: string | null | undefined;
}

/**
 * The receiving table takes the question on, by a day, and may put it on the agenda of a coming meeting in the same breath.
 * @throws Forbidden, Refusal.
 */
export async function acceptEscalation(
  tx: Transaction,
  viewer: Viewer,
  input: AcceptEscalation,
  platform: AppPlatform,
): Promise<{ escalationId: string; bottleneckId: string }> {
  // The agenda is locked before the case, as in every other change of an agenda.
  const place = input.meetingId == null ? null : await agendaHookOf(platform).open(tx, viewer, input.meetingId);
  const { open, escalation } = await escalationForVerb(tx, viewer, 'ACCEPT', input);
  const check = new InputCheck();
  const remark = check.optionalText('remark', input.remark ?? undefined, { max: bottleneckLimits.reasonMax });
  if (input.answerBy != null) {
    check.date('answerBy', input.answerBy, { notBefore: open.today });
    if (input.answerBy > addDays(open.today, escalationLimits.termDaysMax))
      check.refuse('answerBy', 'ANSWER_TOO_LATE', { max: escalationLimits.termDaysMax });
  }
  check.done();

  const before = escalation.snapshot();
  escalation.accept(input.answerBy ?? escalation.answerBy, open.change);
  const changes = [{ field: 'answerBy', before: before.answerBy as string | null, after: escalation.answerBy }];
  const agenda = await place?.(open);
  recordEscalationStep(open, escalation, 'ACCEPT', {
    before,
    changes: changes.filter((change) => change.before !== change.after),
    ...(remark ? { remark } : {}),
    ...(agenda && { agenda }),
  });
  tellTable(open, escalation.fromTableId);
  await tx.em.flush();
  return { escalationId: escalation.id, bottleneckId: open.row.id };
}
