import type { Transaction } from '../../platform/streams/transaction.ts';
import type { AppPlatform, Viewer } from '../people/people.module.ts';

/** The bare UUID of the case behind a global id, when it is there and the viewer may see it; else null. */
export type CaseOfAction = (tx: Transaction, viewer: Viewer, bottleneckId: string) => Promise<string | null>;

const sources = new WeakMap<AppPlatform, CaseOfAction>();

/** The room of cases hands in how an action finds its case: this room stands before it and knows none. */
export function registerCaseOfAction(platform: AppPlatform, source: CaseOfAction): void {
  sources.set(platform, source);
}

/** What was handed in; without it no action is for a case. */
export function caseOfAction(platform: AppPlatform): CaseOfAction {
  return sources.get(platform) ?? (async () => null);
}
