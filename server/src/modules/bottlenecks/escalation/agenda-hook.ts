import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { AppPlatform, Viewer } from '../../people/people.module.ts';
import type { OpenBottleneck } from '../open-bottleneck.ts';

/** Where an accepted case stands on an agenda. */
export interface AgendaPlace {
  readonly meetingId: string;
  readonly agendaItemId: string;
}

/** How an accepted escalation comes on an agenda, in the same transaction. */
export interface AgendaHook {
  /** Opens the agenda that an input names and hands back what puts the case there; both throw Forbidden or a Refusal. */
  open(tx: Transaction, viewer: Viewer, meetingId: string): Promise<(open: OpenBottleneck) => Promise<AgendaPlace>>;
  /** Takes the item off again; throws a Refusal when the meeting went on with it. */
  takeOff(tx: Transaction, viewer: Viewer, bottleneckId: string, place: AgendaPlace): Promise<void>;
}

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
