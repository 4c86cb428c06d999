import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { undoMutation } from '../steps/step-documents.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { feedbackMutation } from './intake-documents.ts';

interface FeedbackDialogProps {
  bottleneck: { id: string; number: string; version: number };
  onClose: () => void;
}

/** What came back of a referral: solved there, or back to the table. */
export function FeedbackDialog({ bottleneck, onClose }: FeedbackDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(feedbackMutation);
  const undo = useCommand(undoMutation);
  const [solved, setSolved] = useState(true);
  const [words, setWords] = useState('');
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { id, number, version } = bottleneck;
  const error =
    problemAt(problems, 'feedback') ?? (told && !words.trim() ? t`Schrijf wat er is geantwoord.` : undefined);

  async function takeBack(expectedVersion: number): Promise<void> {
    const outcome = await undo.run({ input: { bottleneckId: id, expectedVersion } });
    if (outcome.kind === 'done') toast({ text: t`${number}: stap teruggedraaid` });
    if (outcome.kind === 'problems')
      toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Terugdraaien lukt niet meer` });
  }

  async function record(): Promise<void> {
    setTold(true);
    if (!words.trim()) return;
    const input = { bottleneckId: id, expectedVersion: version, feedback: words.trim(), solved };
    const outcome = await command.run({ input });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return;
    const made = outcome.payload.bottleneck?.version;
    toast({
      text: solved ? t`${number} is opgelost` : t`${number} is terug aan tafel`,
      ...(made !== undefined && { onUndo: () => takeBack(made) }),
    });
    onClose();
  }

  return (
    <Dialog
      title={t`Wat is er teruggekoppeld over ${number}?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Leg vast`, onPress: () => void record(), busy: command.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['feedback']} />
        <ChoiceGroup
          label={t`Hoe liep het af?`}
          value={solved ? 'solved' : 'back'}
          onChange={(choice) => setSolved(choice === 'solved')}
          options={[
            { id: 'solved', label: t`Daar opgelost` },
            { id: 'back', label: t`Terug naar de tafel` },
          ]}
        />
        <TextArea
          label={t`Wat is er geantwoord?`}
          rows={4}
          maxLength={solved ? bottleneckLimits.textMax : bottleneckLimits.reasonMax}
          value={words}
          onChange={setWords}
          {...(error && { error })}
        />
      </Stack>
    </Dialog>
  );
}
