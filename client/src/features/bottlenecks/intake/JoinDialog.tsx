import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import type { Choice } from '../../../ui/Picker.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { ProjectPicker } from '../../projects/ProjectPicker.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { joinMutation, undoJoinMutation } from './intake-documents.ts';

export interface JoinDialogProps {
  bottleneck: { id: string; number: string };
  /** The project that is stuck, where that is known already. */
  project: Choice | null;
  /** What was typed about it already. */
  remark?: string;
  onClose: () => void;
  /** Hears that it was done, before the dialog goes. */
  onJoined?: (number: string) => void;
}

const shownAt = ['projectId', 'homesBlocked', 'remark'];

/** “The same problem here”: one's own project on a case that is there already, instead of a second one. */
export function JoinDialog({
  bottleneck,
  project: known,
  remark = '',
  onClose,
  onJoined,
}: JoinDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(joinMutation);
  const undo = useCommand(undoJoinMutation);
  const [project, setProject] = useState<Choice | null>(known);
  const [homes, setHomes] = useState<number | null>(null);
  const [words, setWords] = useState(remark);
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { number } = bottleneck;
  const projectError =
    problemAt(problems, 'projectId') ?? (told && !project ? t`Kies het project uit de lijst.` : undefined);
  const homesError = problemAt(problems, 'homesBlocked');
  const wordsError =
    problemAt(problems, 'remark') ?? (told && !words.trim() ? t`Schrijf kort wat er bij jou speelt.` : undefined);

  async function takeBack(expectedVersion: number): Promise<void> {
    const outcome = await undo.run({ input: { bottleneckId: bottleneck.id, expectedVersion } });
    if (outcome.kind === 'done') toast({ text: t`Je project staat niet meer bij ${number}` });
    if (outcome.kind === 'problems')
      toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Terugdraaien lukt niet meer` });
  }

  async function join(): Promise<void> {
    setTold(true);
    if (!project || !words.trim()) return;
    const outcome = await command.run({
      input: { bottleneckId: bottleneck.id, projectId: project.id, homesBlocked: homes, remark: words.trim() },
    });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return;
    const version = outcome.payload.bottleneck?.version;
    toast({
      text: t`${project.name} staat nu bij ${number}`,
      ...(version !== undefined && { onUndo: () => takeBack(version) }),
    });
    onJoined?.(number);
    onClose();
  }

  return (
    <Dialog
      title={t`Aansluiten bij ${number}`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Sluit aan`, onPress: () => void join(), busy: command.busy }}
    >
      <Stack>
        <p className="sub">{t`Je project komt erbij en je wordt partij. De zaak blijft één zaak, met één eigenaar.`}</p>
        <StepProblems problems={problems} shownAt={shownAt} />
        <ProjectPicker value={project} onChange={setProject} {...(projectError && { error: projectError })} />
        <NumberField
          label={t`Woningen die wachten`}
          required={false}
          min={0}
          max={bottleneckLimits.homesMax}
          value={homes}
          onChange={setHomes}
          {...(homesError && { error: homesError })}
        />
        <TextArea
          label={t`Wat is bij jou hetzelfde, en wat anders?`}
          rows={3}
          maxLength={bottleneckLimits.reasonMax}
          value={words}
          onChange={setWords}
          {...(wordsError && { error: wordsError })}
        />
      </Stack>
    </Dialog>
  );
}
