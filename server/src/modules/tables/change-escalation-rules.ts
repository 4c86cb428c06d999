import { escalationLimits } from '@versnellingstafel/shared/bottlenecks/escalations';
import { Forbidden } from '../../platform/commands/breach.ts';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import type { EscalationRulesInput } from './escalation-rules.types.ts';
import { lockTable } from './table-rhythm.ts';
import { mayChangeRhythm } from './tables.policy.ts';

/**
 * Changes whether a political owner agrees before an escalation leaves the table, and within which term it answers those it receives. What is
 * under way keeps the rules it began with.
 * @throws Forbidden (CHAIR_OR_SECRETARY_ONLY), Refusal.
 */
export async function changeEscalationRules(
  tx: Transaction,
  viewer: Viewer,
  input: EscalationRulesInput,
): Promise<{ tableId: string }> {
  const tableId = uuidOf('AccelerationTable', input.tableId);
  const table = tableId && (await lockTable(tx, tableId));
  if (!table) return refuse(notFoundProblem(['input', 'tableId'], 'UNKNOWN_TABLE'));
  const decision = mayChangeRhythm(viewer, table.id);
  if (!decision.allowed) throw new Forbidden(decision.reason);
  const check = new InputCheck();
  const term = { min: escalationLimits.termDaysMin, max: escalationLimits.termDaysMax };
  const answerTermDays = check.whole('answerTermDays', input.answerTermDays, term);
  check.done();

  const rules = { escalationNeedsAgreement: input.needsAgreement, answerTermDays };
  const changes = (Object.keys(rules) as (keyof typeof rules)[])
    .filter((field) => table[field] !== rules[field])
    .map((field) => ({ field, before: String(table[field]), after: String(rules[field]) }));
  if (changes.length === 0) return { tableId: table.id };
  table.keepEscalationRules(rules);
  await tx.em.flush();
  tx.record({
    stream: { kind: 'table', id: table.id },
    type: 'ESCALATION_RULES_CHANGED',
    subjects: [{ kind: 'table', id: table.id }],
    payload: { changes },
  });
  return { tableId: table.id };
}
