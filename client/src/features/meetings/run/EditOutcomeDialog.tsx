import { useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import type { Outcome } from './outcome-documents.ts';

interface EditOutcomeDialogProps {
  outcome: Outcome;
  busy: boolean;
  /** @returns what stood in the way; null when the server could not be asked */
  onSend: (text: string) => Promise<readonly Problem[] | null>;
  onClose: () => void;
}

/** The words of what was recorded. */
export function EditOutcomeDialog({ outcome, busy, onSend, onClose }: EditOutcomeDialogProps): ReactElement {
  const { t } = useLingui();
  const [text, setText] = useState(outcome.action?.what ?? outcome.text);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const error = problemAt(problems, 'text') ?? problems[0]?.message;

  async function save(): Promise<void> {
    const sent = await onSend(text.trim());
    if (sent === null) return;
    setProblems(sent);
    if (sent.length === 0) onClose();
  }

  return (
    <Dialog
      title={t`Wijzig wat is vastgelegd`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Bewaar`, busy, onPress: () => void save() }}
    >
      <TextArea
        label={t`Tekst`}
        rows={4}
        value={text}
        onChange={(next) => {
          setText(next);
          setProblems([]);
        }}
        {...(error && { error })}
      />
    </Dialog>
  );
}
