import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import { today } from '../../../lib/dates.ts';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt } from '../../commands/problem.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { acceptMutation, type ShownEscalation } from './escalation-documents.ts';
import { useEscalationStep } from './use-escalation-step.ts';

interface AcceptDialogProps {
  escalation: ShownEscalation;
  onClose: () => void;
}

/** The table takes it on, and says by when it answers; the term that already runs stands there. */
export function AcceptDialog({ escalation, onClose }: AcceptDialogProps): ReactElement {
  const { t } = useLingui();
  const step = useEscalationStep(escalation.id, acceptMutation, t`aangenomen`);
  // A term that has passed is no promise.
  const running = escalation.answerBy && escalation.answerBy >= today() ? escalation.answerBy : null;
  const [answerBy, setAnswerBy] = useState<string | null>(running);
  const [remark, setRemark] = useState('');
  const dateError = problemAt(step.problems, 'answerBy');
  const remarkError = problemAt(step.problems, 'remark');

  async function take(): Promise<void> {
    const input = {
      escalationId: escalation.id,
      expectedVersion: escalation.version,
      ...(answerBy && { answerBy }),
      ...(remark.trim() && { remark: remark.trim() }),
    };
    if (await step.take({ input })) onClose();
  }

  return (
    <Dialog
      title={t`Neemt ${escalation.to.shortName} dit aan?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Neem aan`, onPress: () => void take(), busy: step.busy }}
    >
      <Stack>
        <StepProblems problems={step.problems} shownAt={['answerBy', 'remark']} />
        <DatePicker
          label={t`Antwoord uiterlijk`}
          required={false}
          min={today()}
          value={answerBy}
          onChange={setAnswerBy}
          {...(dateError && { error: dateError })}
        />
        <TextArea
          label={t`Opmerking voor ${escalation.from.shortName}`}
          required={false}
          rows={2}
          maxLength={bottleneckLimits.reasonMax}
          value={remark}
          onChange={setRemark}
          {...(remarkError && { error: remarkError })}
        />
      </Stack>
    </Dialog>
  );
}
