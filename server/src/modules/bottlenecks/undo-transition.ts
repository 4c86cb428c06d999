import { mayAct, mayTransition } from '@versnellingstafel/shared/bottlenecks/permissions';
import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import type { BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import { fieldProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Json } from '../../platform/database/json.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { mandateAt } from './bottleneck.policy.ts';
import { type AppPlatform, roleAt, type Viewer } from '../people/people.module.ts';
import { movedChanges, recordEvent, type UndoFacts } from './bottleneck.events.ts';
import { putProjects } from './bottleneck-links.ts';
import type { Impact } from './bottleneck.face.ts';
import { Escalation } from './escalation/escalation.entity.ts';
import type { EscalationStep } from './escalation/escalation-steps.ts';
import { restoreEscalation } from './escalation/restore-escalation.ts';
import { type LinkBefore, unlinkAsWorked } from './note-links.ts';
import { type BottleneckVersion, checkVersion, openBottleneck, type OpenBottleneck } from './open-bottleneck.ts';
import { undoHookOf } from './undo-hooks.ts';

/**
 * Takes back the last step of a case, by who did it, while nobody built on it. The row gets back what it had; the step
 * stays on the timeline, with its undoing after it. A note that was drafted with the step stays as well.
 * @throws Refusal (NOTHING_TO_UNDO, changed meanwhile, not there).
 */
export async function undoTransition(
  tx: Transaction,
  viewer: Viewer,
  input: BottleneckVersion,
  platform: AppPlatform,
): Promise<{ bottleneckId: string; noteId?: string }> {
  const open = await openBottleneck(tx, viewer, input.bottleneckId, { orChangedLast: true });
  checkVersion(open, input.expectedVersion);
  const undo = await lastStep(open);
  if (!undo || !stillMay(open, undo)) refuse(fieldProblem('NOTHING_TO_UNDO', ['input', 'bottleneckId']));

  open.row.restore(undo.before, open.change);
  await undoBeside(open, undo);
  await undoHookOf(platform, undo.verb)?.(tx, viewer, { bottleneckId: open.row.id, beside: undo.beside });
  recordEvent(open, 'TRANSITION_UNDONE', { changes: movedChanges(open) });
  const { draft } = undo.beside as { draft?: { noteId: string } };
  return { bottleneckId: open.row.id, ...(draft && { noteId: draft.noteId }) };
}

interface LastEvent {
  actorId: string | null;
  undo: UndoFacts | null;
}

/**
 * What the viewer's own last step left behind; null when somebody built on it. What was recorded in the same transaction
 * as the step belongs to it: it has the same moment and the same actor.
 */
async function lastStep({ tx, viewer, row }: OpenBottleneck): Promise<UndoFacts | null> {
  const events = await tx.em.execute<LastEvent[]>(
    `with told as (
       select e.actor_id, e.at, e.position, e.payload -> 'undo' as undo
       from event_subject s join event e on e.position = s.position
       where s.kind = 'bottleneck' and s.id = ? order by s.position desc limit 20
     ), last as (select told.at, told.actor_id from told order by told.position desc limit 1)
     select t.actor_id as "actorId", t.undo from told t join last l on l.at = t.at and l.actor_id is not distinct from t.actor_id
     order by t.position desc`,
    [row.id],
  );
  const step = events.find((event) => event.undo !== null);
  if (!step?.undo || step.actorId !== viewer.personId) return null;
  return step.undo.version === row.version ? step.undo : null;
}

/** Who lost the right to a step since does not move the case by undoing it either. */
function stillMay({ viewer, facts, sender }: OpenBottleneck, undo: UndoFacts): boolean {
  const holderBefore = typeof undo.before.heldById === 'string' ? undo.before.heldById : null;
  const then = {
    ...facts,
    state: undo.before.state as BottleneckState,
    roleAtHolder: roleAt(viewer, holderBefore),
    roleAtSender: sender === null ? null : roleAt(viewer, sender.id),
    mandateAtHolder: mandateAt(viewer, holderBefore),
    line: undefined,
  };
  // Its sender takes an escalation back, and nobody else.
  const { escalation } = undo.beside as { escalation?: { verb: string } };
  if (escalation?.verb === 'WITHDRAW') return leadsTable(facts.roleAtHolder);
  if (escalation?.verb === 'ANSWER') return then.mandateAtHolder;
  // What came back of a referral is also written down by the owner, who takes no such step otherwise.
  const decision = undo.beside['feedback'] === true ? mayAct('RECORD_FEEDBACK', then) : mayTransition(undo.verb, then);
  return decision.allowed;
}

/** What the steps of this room did beside the row. */
async function undoBeside({ tx, row, change }: OpenBottleneck, { beside }: UndoFacts): Promise<void> {
  const { escalation, escalationId, endedEscalationId, link, draft, impacts } = beside as {
    escalation?: Pick<EscalationStep, 'id' | 'before'>;
    /** What steps left from before there was a memo. */
    escalationId?: string;
    endedEscalationId?: string;
    link?: { noteId: string; before: LinkBefore | null };
    draft?: { noteId: string; before: LinkBefore };
    impacts?: Impact[] & Json;
  };
  if (escalation !== undefined) await restoreEscalation(tx, change.by, escalation);
  if (escalationId !== undefined) tx.em.remove(await tx.em.findOneOrFail(Escalation, escalationId));
  if (endedEscalationId !== undefined) (await tx.em.findOneOrFail(Escalation, endedEscalationId)).goOn(change);
  if (link !== undefined) await unlinkAsWorked(tx, row.id, link.noteId, link.before);
  if (draft !== undefined) await unlinkAsWorked(tx, row.id, draft.noteId, draft.before);
  if (impacts !== undefined) await putProjects(tx.em, row.id, impacts);
}
