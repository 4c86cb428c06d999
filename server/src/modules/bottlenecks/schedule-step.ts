import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { globalId } from '../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { waitingCoSigners } from './intake/co-signer.queries.ts';
import { type BottleneckVersion, bottleneckForVerb, openBottleneck, type OpenBottleneck } from './open-bottleneck.ts';

/**
 * For the room of meetings: the case that the secretary wants on an agenda, locked, with the table that holds it.
 * @throws Forbidden, Refusal.
 */
export async function bottleneckToSchedule(
  tx: Transaction,
  viewer: Viewer,
  input: BottleneckVersion,
): Promise<OpenBottleneck> {
  const open = await bottleneckForVerb(tx, viewer, 'SCHEDULE', input);
  const names = await waitingCoSigners(tx.em, open.row.id);
  if (names.length > 0)
    refuse(fieldProblem('WAITING_FOR_CO_SIGNER', ['input', 'bottleneckId'], { names: names.join(', ') }));
  return open;
}

/** Checks the question that goes to the table with it; left out, it stays as it is. */
export function checkAsk(check: InputCheck, ask: string | null | undefined): string | undefined {
  return check.optionalText('ask', ask ?? undefined, { max: bottleneckLimits.textMax });
}

/**
 * For the room of meetings: the case is on an agenda now. What is handed in as `beside` comes back to the hook that
 * takes the item off when the step is undone.
 */
export function markScheduled(
  open: OpenBottleneck,
  on: { meetingId: string; agendaItemId: string },
  ask?: string,
): void {
  open.row.schedule(open.change);
  if (ask !== undefined) open.row.ask = ask;
  recordStep(open, 'SCHEDULE', { beside: on });
}

/**
 * For the room of meetings: the case stands on its agenda again, because the cancelling that took it off is undone. One that
 * went on meanwhile, or that the viewer may no longer see, stays where it is.
 * @param returned the case in the version that it got when it was taken off; its UUID is bare.
 */
export async function scheduleAgain(
  tx: Transaction,
  viewer: Viewer,
  returned: { id: string; version: number },
  on: { meetingId: string; agendaItemId: string },
): Promise<void> {
  const open = await openBottleneck(tx, viewer, globalId('Bottleneck', returned.id));
  if (open.row.version !== returned.version) return;
  markScheduled(open, on);
  await tx.em.flush();
}
