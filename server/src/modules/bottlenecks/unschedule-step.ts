import { dueOnEntering } from '@versnellingstafel/shared/bottlenecks/terms';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { globalId } from '../../platform/graphql/global-id.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import type { Snapshot } from './bottleneck.entity.ts';
import { movedChanges, recordEvent } from './bottleneck.events.ts';
import { openBottleneck } from './open-bottleneck.ts';

/**
 * For the room of meetings: the case stands on no agenda any more. A case that is scheduled goes back to the state from
 * which it was put on the agenda; what was written on it since stays. In any other state nothing happens.
 * @param bottleneckId bare UUID of a case that the viewer may see.
 */
export async function unschedule(tx: Transaction, viewer: Viewer, bottleneckId: string): Promise<void> {
  const open = await openBottleneck(tx, viewer, globalId('Bottleneck', bottleneckId));
  const { row, change, today } = open;
  if (row.state !== 'SCHEDULED') return;
  const then = await beforeScheduling(tx, bottleneckId);
  const facts = { from: row.state, since: localDateOf(row.stateSince), dueOn: row.dueOn };
  const back =
    then?.state === 'ON_HOLD'
      ? { holdReason: then.holdReason, returnOn: then.returnOn, dueOn: then.dueOn }
      : { dueOn: dueOnEntering('TRIAGE', today, facts) };
  row.restore(
    { ...row.snapshot(), ...back, state: then?.state ?? 'TRIAGE', stateSince: change.at.toISOString() },
    change,
  );
  await tx.em.flush();
  recordEvent(open, 'TRANSITION_UNDONE', { changes: movedChanges(open) });
}

/** The case as it was before its last scheduling, as that step noted it. */
async function beforeScheduling(tx: Transaction, bottleneckId: string): Promise<Snapshot | null> {
  const [step] = await tx.em.execute<{ before: Snapshot }[]>(
    `select e.payload -> 'undo' -> 'before' as before from event_subject s join event e on e.position = s.position
     where s.kind = 'bottleneck' and s.id = ? and e.type = 'BOTTLENECK_SCHEDULED' order by s.position desc limit 1`,
    [bottleneckId],
  );
  return step?.before ?? null;
}
