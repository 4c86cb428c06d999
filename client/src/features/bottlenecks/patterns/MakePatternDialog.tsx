import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { patternLimits } from '@versnellingstafel/shared/bottlenecks/pattern-permissions';
import { useState, type ReactElement } from 'react';
import { CheckboxGroup } from '../../../ui/CheckboxGroup.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { makeMutation } from './pattern-documents.ts';

export interface MakePatternDialogProps {
  /** The cases that seem to be one problem. */
  bottlenecks: readonly { id: string; number: string; title: string }[];
  /** The table that holds them. */
  tableId: string;
  onClose: () => void;
}

/** Several cases are one problem: what they share, in words. Goes to the pattern that it makes. */
export function MakePatternDialog({ bottlenecks, tableId, onClose }: MakePatternDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const command = useCommand(makeMutation);
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(bottlenecks.map(({ id }) => id));
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const { titleMin, membersMin } = patternLimits;
  const wanting = {
    title: title.trim().length < titleMin,
    problem: problem.trim() === '',
    cases: chosen.length < membersMin,
  };
  const titleError =
    problemAt(problems, 'title') ??
    (told && wanting.title ? t`Geef het patroon een titel van minstens ${titleMin} tekens.` : undefined);
  const problemError =
    problemAt(problems, 'problem') ?? (told && wanting.problem ? t`Schrijf welk probleem erachter zit.` : undefined);
  const casesError = told && wanting.cases ? t`Kies minstens ${membersMin} knelpunten.` : undefined;

  async function make(): Promise<void> {
    setTold(true);
    if (Object.values(wanting).some(Boolean)) return;
    const input = { tableId, title: title.trim(), problem: problem.trim(), bottleneckIds: [...chosen] };
    const outcome = await command.run({ input });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return;
    const made = outcome.payload.pattern;
    toast({ text: made ? t`Patroon ${made.number} gevormd` : t`Patroon gevormd` });
    onClose();
    if (made) await navigate({ to: '/patronen/$number', params: { number: made.number } });
  }

  return (
    <Dialog
      title={t`Vorm een patroon van ${plural(chosen.length, { one: '# knelpunt', other: '# knelpunten' })}`}
      isOpen
      wide
      onClose={onClose}
      confirm={{ label: t`Vorm een patroon`, onPress: () => void make(), busy: command.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['title', 'problem']} />
        <TextField
          label={t`Wat hebben ze gemeen?`}
          hint={t`In één regel, zonder namen van partijen: wie een van de knelpunten ziet, leest dit.`}
          maxLength={patternLimits.titleMax}
          value={title}
          onChange={setTitle}
          {...(titleError && { error: titleError })}
        />
        <TextArea
          label={t`Welk probleem zit erachter?`}
          rows={4}
          maxLength={patternLimits.problemMax}
          value={problem}
          onChange={setProblem}
          {...(problemError && { error: problemError })}
        />
        <CheckboxGroup
          label={t`Hoort hierbij`}
          value={chosen}
          onChange={setChosen}
          options={bottlenecks.map(({ id, number, title: words }) => ({ id, label: `${number} ${words}` }))}
          {...(casesError && { error: casesError })}
        />
      </Stack>
    </Dialog>
  );
}
