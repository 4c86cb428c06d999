import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { useFormat } from '../../lib/format.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import type { Problem } from '../commands/problem.ts';
import type { Refused } from './use-minutes.ts';

interface AdoptDialogProps {
  /** Later meetings of the table that have begun, the earliest first. */
  meetings: readonly { id: string; startsAt: string }[];
  openRemarks: number;
  busy: boolean;
  onAdopt: (inMeetingId: string | null) => Promise<Refused>;
  onClose: () => void;
}

const inWriting = 'in-writing';

/** How the minutes are adopted. It asks first: what is adopted is frozen. */
export function AdoptDialog({ meetings, openRemarks, busy, onAdopt, onClose }: AdoptDialogProps): ReactElement {
  const { t } = useLingui();
  const { longDay } = useFormat();
  const [how, setHow] = useState<string>(meetings[0]?.id ?? inWriting);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  async function adopt(): Promise<void> {
    const refused = await onAdopt(how === inWriting ? null : how);
    if (refused === null) onClose();
    else setProblems(refused);
  }
  return (
    <Dialog
      title={t`Stel het verslag vast`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Stel vast`, busy, onPress: () => void adopt() }}
    >
      <Stack>
        {problems.length > 0 && (
          <Note kind="error">
            {problems.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </Note>
        )}
        {openRemarks > 0 && (
          <Note kind="warning">
            <Trans>
              Er zijn nog opmerkingen zonder antwoord. Beantwoord ze eerst, of stel vast zoals het er staat.
            </Trans>
          </Note>
        )}
        <p>
          <Trans>Daarna verandert de tekst niet meer. Verbeteren kan dan met een aanvulling.</Trans>
        </p>
        <ChoiceGroup
          label={t`Hoe is het vastgesteld?`}
          value={how}
          onChange={setHow}
          options={[
            ...meetings.map(({ id, startsAt }) => ({ id, label: t`In de vergadering van ${longDay(startsAt)}` })),
            {
              id: inWriting,
              label: t`Schriftelijk, buiten de vergadering`,
              note: t`Dat kan wie het mandaat van de tafel heeft.`,
            },
          ]}
        />
      </Stack>
    </Dialog>
  );
}
