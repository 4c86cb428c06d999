import { useLingui } from '@lingui/react/macro';
import type { SeriesScope } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { useToast } from '../../../ui/Toast.tsx';
import type { Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import {
  cancelMeetingMutation,
  type MovableMeeting,
  rescheduleMeetingMutation,
  restoreMeetingMutation,
  undoRescheduleMutation,
} from './series-documents.ts';

/** Another time and place, as moments. */
export interface NewPlace {
  startsAt: string;
  endsAt: string;
  location: string;
}

/** Why a meeting does not take place, how much of the series that is about, and whether its items go on the next agenda. */
export interface Cancelling {
  reason: string;
  scope: SeriesScope;
  moveItems: boolean;
}

interface MeetingMoves {
  busy: boolean;
  /** @returns what stood in the way; nothing when it is done, null when it failed and the person knows. */
  reschedule: (meeting: MovableMeeting, place: NewPlace, scope: SeriesScope) => Promise<readonly Problem[] | null>;
  cancel: (meeting: MovableMeeting, how: Cancelling) => Promise<readonly Problem[] | null>;
  restore: (meeting: MovableMeeting) => Promise<void>;
}

/** Moving, cancelling and restoring a meeting, each with ten seconds to take it back. */
export function useMeetingMoves(): MeetingMoves {
  const { t } = useLingui();
  const { day, time } = useFormat();
  const toast = useToast();
  const rescheduling = useCommand(rescheduleMeetingMutation);
  const undoing = useCommand(undoRescheduleMutation);
  const cancelling = useCommand(cancelMeetingMutation);
  const restoring = useCommand(restoreMeetingMutation);

  const refused = (problems: readonly Problem[]): void =>
    toast({ kind: 'error', text: problems[0]?.message ?? t`Dat lukte niet.` });

  async function putBack(meetingId: string, expectedVersion: number): Promise<void> {
    const outcome = await undoing.run({ input: { meetingId, expectedVersion } });
    if (outcome.kind === 'problems') refused(outcome.problems);
    if (outcome.kind === 'done') toast({ text: t`De vergadering staat weer waar ze stond` });
  }

  async function restore(meetingId: string, expectedVersion: number, scope: SeriesScope, when: string): Promise<void> {
    const outcome = await restoring.run({ input: { meetingId, expectedVersion, scope } });
    if (outcome.kind === 'problems') refused(outcome.problems);
    if (outcome.kind === 'done') toast({ text: t`De vergadering van ${day(when)} gaat weer door` });
  }

  return {
    busy: rescheduling.busy || cancelling.busy || restoring.busy || undoing.busy,
    async reschedule({ id, version }, place, scope) {
      const outcome = await rescheduling.run({ input: { meetingId: id, expectedVersion: version, ...place, scope } });
      if (outcome.kind === 'failed') return null;
      const moved = outcome.payload.meeting;
      if (outcome.kind === 'problems' || !moved) return outcome.payload.problems;
      const others = outcome.payload.meetings.length - 1;
      const where = `${day(moved.startsAt)}, ${time(moved.startsAt)}`;
      toast({
        text:
          others > 0
            ? t`Vergadering verplaatst naar ${where}; ${others} latere schoven mee`
            : t`Vergadering verplaatst naar ${where}`,
        onUndo: () => putBack(id, moved.version),
      });
      return [];
    },
    async cancel({ id, version, startsAt }, how) {
      const outcome = await cancelling.run({ input: { meetingId: id, expectedVersion: version, ...how } });
      if (outcome.kind === 'failed') return null;
      const cancelled = outcome.payload.meeting;
      if (outcome.kind === 'problems' || !cancelled) return outcome.payload.problems;
      const others = outcome.payload.meetings.length - 1;
      const when = day(startsAt);
      toast({
        text:
          others > 0 ? t`Vergadering van ${when} en ${others} latere afgezegd` : t`Vergadering van ${when} afgezegd`,
        onUndo: () => restore(id, cancelled.version, how.scope, startsAt),
      });
      return [];
    },
    restore: ({ id, version, startsAt }) => restore(id, version, 'ONE', startsAt),
  };
}
