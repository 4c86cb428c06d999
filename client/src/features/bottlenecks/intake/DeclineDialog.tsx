import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { declineMutation } from './intake-documents.ts';

/** Why somebody does not sign. */
export function DeclineDialog({ party, onClose }: { party: { id: string }; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(declineMutation);
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const error = problemAt(problems, 'reason') ?? (told && !reason.trim() ? t`Schrijf kort waarom.` : undefined);

  async function decline(): Promise<void> {
    setTold(true);
    if (!reason.trim()) return;
    const outcome = await command.run({ input: { coSignerId: party.id, reason: reason.trim() } });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return;
    toast({ text: t`Je tekent niet mee` });
    onClose();
  }

  return (
    <Dialog
      title={t`Waarom teken je niet mee?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Teken niet mee`, onPress: () => void decline(), busy: command.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['reason']} />
        <TextArea
          label={t`Reden`}
          hint={t`De indiener en de tafel lezen dit. Een zaak die nog concept is zie je daarna niet meer.`}
          rows={3}
          maxLength={bottleneckLimits.reasonMax}
          value={reason}
          onChange={setReason}
          {...(error && { error })}
        />
      </Stack>
    </Dialog>
  );
}
