import { useLingui } from '@lingui/react/macro';
import { useToast } from '../../ui/Toast.tsx';
import type { Problem } from '../commands/problem.ts';
import { useCommand, type Outcome } from '../commands/use-command.ts';
import {
  addAddendumMutation,
  adoptMutation,
  publishMinutesMutation,
  remarkMutation,
  reopenMeetingMutation,
  sendForReviewMutation,
  settleAddendumMutation,
  settleRemarkMutation,
  type Minutes,
} from './minutes-documents.ts';

/** What stood in the way; null when it went through, or when the page has told already that nobody could be asked. */
export type Refused = readonly Problem[] | null;

export interface MinutesCommands {
  busy: boolean;
  sendForReview: () => Promise<Refused>;
  remark: (itemId: string | null, text: string) => Promise<Refused>;
  settleRemark: (remarkId: string, taken: boolean, answer: string) => Promise<Refused>;
  /** @param inMeetingId null: by written procedure */
  adopt: (inMeetingId: string | null) => Promise<Refused>;
  publish: () => Promise<Refused>;
  addAddendum: (itemId: string | null, text: string, origin?: 'CORRECTION' | 'OFFLINE_TEXT') => Promise<Refused>;
  settleAddendum: (addendumId: string, accepted: boolean, answer: string) => Promise<Refused>;
  reopenMeeting: () => Promise<Refused>;
}

/** Everything that people do with minutes. What a dialog does not show itself is told in a toast. */
export function useMinutes(minutes: Pick<Minutes, 'id' | 'version'>, meetingId: string): MinutesCommands {
  const { t } = useLingui();
  const toast = useToast();
  const review = useCommand(sendForReviewMutation);
  const remark = useCommand(remarkMutation);
  const settle = useCommand(settleRemarkMutation);
  const adopt = useCommand(adoptMutation);
  const publish = useCommand(publishMinutesMutation);
  const addendum = useCommand(addAddendumMutation);
  const settleAddendum = useCommand(settleAddendumMutation);
  const reopen = useCommand(reopenMeetingMutation);
  const { id: minutesId, version: expectedVersion } = minutes;

  function told<TData>(outcome: Outcome<TData>, done: string): Refused {
    if (outcome.kind === 'done') toast({ text: done });
    return outcome.kind === 'problems' ? outcome.problems : null;
  }
  /** For what one press does: there is no dialog to show the refusal in. */
  function toldAloud<TData>(outcome: Outcome<TData>, done: string): Refused {
    const problems = told(outcome, done);
    if (problems?.[0]) toast({ kind: 'error', text: problems[0].message });
    return problems;
  }

  return {
    busy: [review, remark, settle, adopt, publish, addendum, settleAddendum, reopen].some(({ busy }) => busy),
    sendForReview: async () =>
      toldAloud(await review.run({ input: { minutesId, expectedVersion } }), t`Het verslag ligt bij de deelnemers`),
    remark: async (itemId, text) =>
      told(
        await remark.run({ input: { minutesId, text, ...(itemId && { itemId }) } }),
        t`Opmerking bij de secretaris gelegd`,
      ),
    settleRemark: async (remarkId, taken, answer) =>
      told(
        await settle.run({ input: { remarkId, taken, ...(answer && { answer }) } }),
        taken ? t`Opmerking overgenomen` : t`Opmerking beantwoord`,
      ),
    adopt: async (inMeetingId) =>
      told(
        await adopt.run({ input: { minutesId, expectedVersion, ...(inMeetingId && { inMeetingId }) } }),
        t`Het verslag is vastgesteld en verandert niet meer`,
      ),
    publish: async () =>
      toldAloud(await publish.run({ input: { minutesId, expectedVersion } }), t`Het verslag is gepubliceerd`),
    addAddendum: async (itemId, text, origin = 'CORRECTION') =>
      told(
        await addendum.run({ input: { minutesId, text, origin, ...(itemId && { itemId }) } }),
        t`Aanvulling bewaard bij het verslag`,
      ),
    settleAddendum: async (addendumId, accepted, answer) =>
      told(
        await settleAddendum.run({ input: { addendumId, accepted, ...(answer && { answer }) } }),
        accepted ? t`Aanvulling toegevoegd` : t`Aanvulling teruggegeven`,
      ),
    reopenMeeting: async () => toldAloud(await reopen.run({ input: { meetingId } }), t`De vergadering staat weer open`),
  };
}
