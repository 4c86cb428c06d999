import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { patternLimits } from '@versnellingstafel/shared/bottlenecks/pattern-permissions';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { problemAt } from '../../commands/problem.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { dissolveMutation, editMutation, type PatternFacts } from './pattern-documents.ts';
import { usePatternChange } from './use-pattern-change.ts';

interface PatternDialogProps {
  pattern: PatternFacts;
  onClose: () => void;
}

/** Other words for a pattern. */
export function EditPatternDialog({ pattern, onClose }: PatternDialogProps): ReactElement {
  const { t } = useLingui();
  const { change, busy, problems } = usePatternChange(editMutation);
  const [title, setTitle] = useState(pattern.title);
  const [problem, setProblem] = useState(pattern.problem);
  const titleError = problemAt(problems, 'title');
  const problemError = problemAt(problems, 'problem');

  async function save(): Promise<void> {
    const input = { patternId: pattern.id, expectedVersion: pattern.version, title, problem };
    if (await change({ input }, t`Bewaard`)) onClose();
  }

  return (
    <Dialog
      title={t`${pattern.number} bewerken`}
      isOpen
      wide
      onClose={onClose}
      confirm={{ label: t`Bewaar`, onPress: () => void save(), busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['title', 'problem']} />
        <TextField
          label={t`Wat hebben ze gemeen?`}
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
      </Stack>
    </Dialog>
  );
}

/** It is not one problem after all: why, and the cases go on by themselves. */
export function DissolvePatternDialog({ pattern, onClose }: PatternDialogProps): ReactElement {
  const { t } = useLingui();
  const { change, busy, problems } = usePatternChange(dissolveMutation);
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const error = problemAt(problems, 'reason') ?? (told && !reason.trim() ? t`Schrijf kort waarom.` : undefined);

  async function dissolve(): Promise<void> {
    setTold(true);
    if (!reason.trim()) return;
    const input = { patternId: pattern.id, expectedVersion: pattern.version, reason: reason.trim() };
    if (await change({ input }, t`${pattern.number} is ontbonden`)) onClose();
  }

  return (
    <Dialog
      title={t`${pattern.number} ontbinden?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Ontbind`, onPress: () => void dissolve(), busy, danger: true }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['reason']} />
        <TextArea
          label={t`Waarom is dit niet één probleem?`}
          hint={t`De knelpunten gaan elk hun eigen weg. Dit kun je niet terugdraaien, wel opnieuw vormen.`}
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
