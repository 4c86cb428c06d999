import { type Decision, situationDenials } from '@versnellingstafel/shared/bottlenecks/permissions';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';

/** @throws Forbidden (no right), Refusal (how the case lies). */
export function permitAct(decision: Decision): void {
  if (decision.allowed) return;
  if (!situationDenials.includes(decision.reason)) throw new Forbidden(decision.reason);
  refuse(fieldProblem(decision.reason, ['input', 'bottleneckId']));
}
