import { useState, type ReactElement, type ReactNode } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';
import type { Refused } from './use-minutes.ts';

interface WordsDialogProps {
  title: string;
  label: string;
  confirm: string;
  /** Name of the text in the input, for its problems. */
  field: 'text' | 'answer' | 'note';
  hint?: string;
  required?: boolean;
  start?: string;
  busy: boolean;
  children?: ReactNode;
  onSend: (text: string) => Promise<Refused>;
  onClose: () => void;
}

/** One question that is answered in words. */
export function WordsDialog(props: WordsDialogProps): ReactElement {
  const { title, label, confirm, field, hint, required = true, start = '', busy, children, onSend, onClose } = props;
  const [text, setText] = useState(start);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const error = problemAt(problems, field);
  const rest = problems.filter(({ path }) => path.at(-1) !== field);

  async function send(): Promise<void> {
    const refused = await onSend(text.trim());
    if (refused === null) onClose();
    else setProblems(refused);
  }

  return (
    <Dialog title={title} isOpen onClose={onClose} confirm={{ label: confirm, busy, onPress: () => void send() }}>
      <Stack>
        {rest.length > 0 && (
          <Note kind="error">
            {rest.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </Note>
        )}
        {children}
        <TextArea
          label={label}
          required={required}
          rows={5}
          value={text}
          onChange={setText}
          {...(hint && { hint })}
          {...(error && { error })}
        />
      </Stack>
    </Dialog>
  );
}
