import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import { readKept, useKept } from '../../../lib/kept.ts';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt } from '../../commands/problem.ts';
import { useViewer } from '../../session/session.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { answerMutation, type ShownEscalation } from './escalation-documents.ts';
import { useEscalationStep } from './use-escalation-step.ts';

interface AnswerDialogProps {
  escalation: ShownEscalation;
  onClose: () => void;
}

/** What the table decided, and whether that is the end of the case or the case goes on at home with it. */
export function AnswerDialog({ escalation, onClose }: AnswerDialogProps): ReactElement {
  const { t } = useLingui();
  const { person } = useViewer();
  const step = useEscalationStep(escalation.id, answerMutation, t`beantwoord`);
  const key = `answer ${person.id} ${escalation.id}`;
  const [answer, setAnswer] = useState(() => readKept<string>(key) ?? '');
  const [resolves, setResolves] = useState(false);
  const [told, setTold] = useState(false);
  const { forget } = useKept(key, answer === '' ? null : answer);
  const error =
    problemAt(step.problems, 'answer') ?? (told && !answer.trim() ? t`Schrijf wat het antwoord is.` : undefined);

  async function take(): Promise<void> {
    setTold(true);
    if (!answer.trim()) return;
    const input = {
      escalationId: escalation.id,
      expectedVersion: escalation.version,
      answer: answer.trim(),
      resolves,
    };
    if (!(await step.take({ input }))) return;
    forget();
    onClose();
  }

  return (
    <Dialog
      title={t`Wat antwoord je ${escalation.from.shortName}?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Geef antwoord`, onPress: () => void take(), busy: step.busy }}
    >
      <Stack>
        <StepProblems problems={step.problems} shownAt={['answer']} />
        <TextArea
          label={t`Antwoord`}
          hint={t`Wat is besloten, en onder welke voorwaarden?`}
          rows={4}
          maxLength={bottleneckLimits.textMax}
          value={answer}
          onChange={setAnswer}
          {...(error && { error })}
        />
        <ChoiceGroup
          label={t`Wat betekent dit voor de zaak?`}
          value={resolves ? 'resolved' : 'on'}
          options={[
            { id: 'on', label: t`De zaak gaat met dit antwoord verder bij ${escalation.from.shortName}` },
            { id: 'resolved', label: t`Hiermee is de zaak opgelost` },
          ]}
          onChange={(id) => setResolves(id === 'resolved')}
        />
      </Stack>
    </Dialog>
  );
}
