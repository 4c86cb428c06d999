import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { AppPlatform, Viewer } from '../people/people.module.ts';
import type { UndoFacts } from './bottleneck.events.ts';

/** The step that is undone, as a later room needs it. */
export interface UndoneStep {
  readonly bottleneckId: string;
  readonly beside: UndoFacts['beside'];
}

/** Takes back what a later room did with a step, in the same transaction; throws a Refusal when others built on it. */
export type UndoHook = (tx: Transaction, viewer: Viewer, step: UndoneStep) => Promise<void>;

const hooks = new WeakMap<AppPlatform, Map<BottleneckVerb, UndoHook>>();

/** A later room says what else must be taken back when a step is undone; one for each verb. */
export function registerUndoHook(platform: AppPlatform, verb: BottleneckVerb, hook: UndoHook): void {
  const known = hooks.get(platform) ?? new Map<BottleneckVerb, UndoHook>();
  if (known.has(verb)) throw new Error(`What undoing ${verb} takes back is registered twice.`);
  hooks.set(platform, known.set(verb, hook));
}

/** What was registered for a verb. */
export function undoHookOf(platform: AppPlatform, verb: BottleneckVerb): UndoHook | undefined {
  return hooks.get(platform)?.get(verb);
}
