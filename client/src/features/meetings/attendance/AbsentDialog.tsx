import { useLingui } from '@lingui/react/macro';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { Choice } from '../../../ui/Picker.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { answerInvitationMutation } from './invitation-documents.ts';

/** Absent with notice: who comes instead, and a word for the secretary. Both may stay empty. */
export function AbsentDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const { run, busy } = useCommand(answerInvitationMutation);
  const [substitute, setSubstitute] = useState<Choice | null>(null);
  const [remark, setRemark] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const substituteError = problemAt(problems, 'substituteId');
  const remarkError = problemAt(problems, 'remark');

  async function tell(): Promise<void> {
    const words = remark.trim();
    const outcome = await run({
      input: {
        meetingId,
        answer: 'ABSENT',
        ...(substitute && { substituteId: substitute.id }),
        ...(words && { remark: words }),
      },
    });
    if (outcome.kind === 'problems') setProblems(outcome.problems);
    if (outcome.kind !== 'done') return;
    toast({ text: substitute ? t`${substitute.name} vervangt je` : t`Je bent afgemeld` });
    onClose();
  }

  return (
    <Dialog
      title={t`Vervangt iemand je?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Meld me af`, onPress: () => void tell(), busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['substituteId', 'remark']} />
        <PersonPicker
          label={t`Vervanger`}
          hint={t`Ziet deze vergadering met jouw rechten. Zoek op naam of organisatie.`}
          required={false}
          value={substitute}
          onChange={setSubstitute}
          {...(substituteError && { error: substituteError })}
        />
        <TextField
          label={t`Bericht aan de secretaris`}
          required={false}
          maxLength={agendaLimits.titleMax}
          value={remark}
          onChange={setRemark}
          {...(remarkError && { error: remarkError })}
        />
      </Stack>
    </Dialog>
  );
}
