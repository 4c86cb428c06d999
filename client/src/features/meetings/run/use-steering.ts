import { useLingui } from '@lingui/react/macro';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand, type Outcome } from '../../commands/use-command.ts';
import {
  addMinutesMutation,
  goToItemMutation,
  pauseMeetingMutation,
  resumeMeetingMutation,
  takeLeadMutation,
} from './run-mutations.ts';

/** The controls of a running meeting. */
export interface Steering {
  /** @param itemId where the table goes; null ends the last item */
  goTo: (itemId: string | null, fromItemId: string | null) => void;
  pause: () => void;
  resume: () => void;
  addMinutes: (itemId: string, minutes: number) => void;
  takeLead: () => void;
  busy: boolean;
}

/** Sends what is pressed; what stood in the way is said at once, since the table waits. */
export function useSteering(meetingId: string): Steering {
  const { t } = useLingui();
  const toast = useToast();
  const go = useCommand(goToItemMutation);
  const pause = useCommand(pauseMeetingMutation);
  const resume = useCommand(resumeMeetingMutation);
  const add = useCommand(addMinutesMutation);
  const take = useCommand(takeLeadMutation);
  const meeting = { input: { meetingId } };

  async function say<TData>(running: Promise<Outcome<TData>>): Promise<boolean> {
    const outcome = await running;
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    return outcome.kind === 'done';
  }

  async function lead(): Promise<void> {
    if (await say(take.run(meeting))) toast({ text: t`Je leidt nu de vergadering` });
  }

  return {
    busy: go.busy || pause.busy || resume.busy || add.busy || take.busy,
    goTo: (itemId, fromItemId) => void say(go.run({ input: { meetingId, itemId, fromItemId } })),
    pause: () => void say(pause.run(meeting)),
    resume: () => void say(resume.run(meeting)),
    addMinutes: (itemId, minutes) => void say(add.run({ input: { meetingId, itemId, minutes } })),
    takeLead: () => void lead(),
  };
}
