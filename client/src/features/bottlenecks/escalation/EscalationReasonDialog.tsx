import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import { readKept, useKept } from '../../../lib/kept.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt } from '../../commands/problem.ts';
import { useViewer } from '../../session/session.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { useEscalationStep } from './use-escalation-step.ts';

export interface EscalationReasonDialogProps<TData, TVariables extends OperationVariables> {
  escalationId: string;
  title: string;
  confirm: string;
  hint: string;
  done: string;
  document: TypedDocumentNode<TData, TVariables>;
  /** What is sent, with the reason. */
  variables: (reason: string) => Omit<TVariables, 'idempotencyKey'>;
  onClose: () => void;
}

/** A step on an escalation that needs a reason and nothing else. */
export function EscalationReasonDialog<TData, TVariables extends OperationVariables>({
  escalationId,
  title,
  confirm,
  hint,
  done,
  document,
  variables,
  onClose,
}: EscalationReasonDialogProps<TData, TVariables>): ReactElement {
  const { t } = useLingui();
  const { person } = useViewer();
  const step = useEscalationStep(escalationId, document, done);
  const key = `reason ${person.id} ${escalationId}`;
  const [reason, setReason] = useState(() => readKept<string>(key) ?? '');
  const [told, setTold] = useState(false);
  const { forget } = useKept(key, reason === '' ? null : reason);
  const error = problemAt(step.problems, 'reason') ?? (told && !reason.trim() ? t`Schrijf kort waarom.` : undefined);

  async function take(): Promise<void> {
    setTold(true);
    if (!reason.trim() || !(await step.take(variables(reason.trim())))) return;
    forget();
    onClose();
  }

  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      confirm={{ label: confirm, onPress: () => void take(), busy: step.busy }}
    >
      <Stack>
        <StepProblems problems={step.problems} shownAt={['reason']} />
        <TextArea
          label={t`Reden`}
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
