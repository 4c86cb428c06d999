import { isUnderWay, mayEscalationStep } from '@versnellingstafel/shared/bottlenecks/escalations';
import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { globalId } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { AppPlatform, Viewer } from '../../people/people.module.ts';
import { recordEvent } from '../bottleneck.events.ts';
import { undoTransition } from '../undo-transition.ts';
import { agendaHookOf } from './agenda-hook.ts';
import { type EscalationStep, escalationUndone, within } from './escalation-steps.ts';
import {
  checkEscalationVersion,
  type EscalationVersion,
  openEscalation,
  type OpenEscalation,
} from './open-escalation.ts';

const path = ['input', 'escalationId'];

/**
 * Takes back the last step of an escalation, by who took it, while nobody built on it; a step with which the case moved takes the case back
 * too. The step stays on the timeline, with its undoing after it.
 * @throws Refusal (NOTHING_TO_UNDO, changed meanwhile, not there).
 */
export async function undoEscalationStep(
  tx: Transaction,
  viewer: Viewer,
  input: EscalationVersion,
  platform: AppPlatform,
): Promise<{ escalationId: string | null; bottleneckId: string }> {
  const opened = await openEscalation(tx, viewer, input.escalationId, { orChangedLast: true });
  const { open, escalation } = opened;
  checkEscalationVersion(opened, input.expectedVersion);
  const step = await lastStep(opened);
  if (!step || !stillMay(opened, step)) refuse(fieldProblem('NOTHING_TO_UNDO', path));
  const ids = { escalationId: step.before === null ? null : escalation.id, bottleneckId: open.row.id };
  if (step.moved) {
    const bottleneckId = globalId('Bottleneck', open.row.id);
    await undoTransition(tx, viewer, { bottleneckId, expectedVersion: open.row.version }, platform);
    return ids;
  }
  if (step.agenda) await agendaHookOf(platform).takeOff(tx, viewer, open.row.id, step.agenda);
  const inside = within(escalation);
  if (step.before === null) tx.em.remove(escalation);
  else escalation.restore(step.before, open.change);
  recordEvent(open, escalationUndone, { changes: [], beside: { ...inside, undone: step.verb } });
  await tx.em.flush();
  return ids;
}

async function lastStep({ open, escalation }: OpenEscalation): Promise<EscalationStep | null> {
  const [last] = await open.tx.em.execute<{ actorId: string | null; step: EscalationStep }[]>(
    `select e.actor_id as "actorId", e.payload -> 'escalationStep' as step
     from event_subject s join event e on e.position = s.position
     where s.kind = 'bottleneck' and s.id = ? and e.payload -> 'escalationStep' ->> 'id' = ?
     order by s.position desc limit 1`,
    [open.row.id, escalation.id],
  );
  if (!last || last.actorId !== open.viewer.personId) return null;
  const { step } = last;
  const untouched = step.version === escalation.version && (!step.moved || step.caseVersion === open.row.version);
  return untouched ? step : null;
}

/** Who lost the right to a step since does not take it back either, and what ended stays so when another one is under way. */
function stillMay({ open, escalation, facts }: OpenEscalation, step: EscalationStep): boolean {
  if (step.moved) return true;
  if (step.verb === 'DRAFT') return leadsTable(facts.roleAtSender);
  if (!isUnderWay(escalation.state) && open.line.open !== null) return false;
  const state = step.before?.state as typeof facts.state;
  return mayEscalationStep(step.verb, { ...facts, state }).allowed;
}
