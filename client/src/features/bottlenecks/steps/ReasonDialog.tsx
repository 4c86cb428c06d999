import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt } from '../../commands/problem.ts';
import { reopenMutation, returnMutation, withdrawMutation, type StepTarget } from './step-documents.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { useStep, type Step } from './use-step.ts';

interface StepDialogProps {
  target: StepTarget;
  onClose: () => void;
}

interface ReasonDialogProps extends StepDialogProps {
  title: string;
  confirm: string;
  label: string;
  hint: string;
  danger?: boolean;
  step: Step<{ input: { bottleneckId: string; expectedVersion: number; reason: string } }>;
}

/** A step that needs a reason and nothing else. */
function ReasonDialog({
  target,
  onClose,
  title,
  confirm,
  label,
  hint,
  danger = false,
  step,
}: ReasonDialogProps): ReactElement {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const error =
    problemAt(step.problems, 'reason') ?? (told && reason.trim() === '' ? t`Schrijf kort waarom.` : undefined);
  async function take(): Promise<void> {
    setTold(true);
    if (reason.trim() === '') return;
    if (await step.take({ input: { bottleneckId: target.id, expectedVersion: target.version, reason: reason.trim() } }))
      onClose();
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      alert={danger}
      confirm={{ label: confirm, onPress: () => void take(), busy: step.busy, danger }}
    >
      <Stack>
        <StepProblems problems={step.problems} shownAt={['reason']} />
        <TextArea
          label={label}
          hint={hint}
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

/** Back to the table that sent it. */
export function ReturnDialog(props: StepDialogProps): ReactElement {
  const { t } = useLingui();
  const step = useStep('RETURN_ESCALATION', props.target, returnMutation);
  return (
    <ReasonDialog
      {...props}
      step={step}
      title={t`Waarom geef je de zaak terug?`}
      confirm={t`Geef terug`}
      label={t`Reden`}
      hint={t`De tafel die escaleerde leest dit.`}
    />
  );
}

/** The owner no longer asks anything of the table. */
export function WithdrawDialog(props: StepDialogProps): ReactElement {
  const { t } = useLingui();
  const step = useStep('WITHDRAW', props.target, withdrawMutation);
  return (
    <ReasonDialog
      {...props}
      step={step}
      danger
      title={t`Dit knelpunt intrekken?`}
      confirm={t`Trek in`}
      label={t`Reden`}
      hint={t`Het blijft te vinden en kan later heropend worden.`}
    />
  );
}

/** It was not over after all. */
export function ReopenDialog(props: StepDialogProps): ReactElement {
  const { t } = useLingui();
  const step = useStep('REOPEN', props.target, reopenMutation);
  return (
    <ReasonDialog
      {...props}
      step={step}
      title={t`Waarom heropen je dit knelpunt?`}
      confirm={t`Heropen`}
      label={t`Reden`}
      hint={t`Wat is er sindsdien gebeurd?`}
    />
  );
}
