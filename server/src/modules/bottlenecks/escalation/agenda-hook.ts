import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { AppPlatform, Viewer } from '../../people/people.module.ts';
import type { OpenBottleneck } from '../open-bottleneck.ts';

/** Puts an accepted case on the agenda that was opened. */
export type PlaceOnAgenda = (open: OpenBottleneck) => Promise<void>;

/** A later room opens the agenda of a meeting and hands back what puts the case there; throws Forbidden or a Refusal. */
export type AgendaHook = (tx: Transaction, viewer: Viewer, meetingId: string) => Promise<PlaceOnAgenda>;

const hooks = new WeakMap<AppPlatform, AgendaHook>();

/** The room of meetings says how an accepted escalation comes on an agenda. */
export function registerAgendaHook(platform: AppPlatform, hook: AgendaHook): void {
  if (hooks.has(platform)) throw new Error('How an escalation comes on an agenda is registered twice.');
  hooks.set(platform, hook);
}

/** What was registered. */
export function agendaHookOf(platform: AppPlatform): AgendaHook {
  const hook = hooks.get(platform);
  if (!hook) throw new Error('No room says how an escalation comes on an agenda.');
  return hook;
}
