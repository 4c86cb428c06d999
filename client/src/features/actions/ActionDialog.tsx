import { useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { today } from '../../lib/dates.ts';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';

export interface ActionText {
  what: string;
  owner: { id: string; name: string } | null;
  dueOn: string | null;
}

interface ActionDialogProps {
  title: string;
  confirm: string;
  start: ActionText;
  busy: boolean;
  /** @returns what stood in the way; empty when it went through */
  onSend: (text: ActionText) => Promise<readonly Problem[]>;
  onClose: () => void;
}

const shownAt: readonly string[] = ['what', 'ownerId', 'dueOn'];

/** Who does what by when. */
export function ActionDialog({ title, confirm, start, busy, onSend, onClose }: ActionDialogProps): ReactElement {
  const { t } = useLingui();
  const [text, setText] = useState(start);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [lacking, setLacking] = useState(false);
  const change = (part: Partial<ActionText>): void => setText((before) => ({ ...before, ...part }));
  const rest = problems.filter(({ path }) => !shownAt.includes(path.at(-1) ?? ''));
  const whatError = problemAt(problems, 'what') ?? (lacking && !text.what.trim() ? t`Schrijf op wat er gebeurt.` : '');
  const ownerError = problemAt(problems, 'ownerId') ?? (lacking && !text.owner ? t`Kies wie het doet.` : '');
  const dueError = problemAt(problems, 'dueOn') ?? (lacking && !text.dueOn ? t`Kies vóór wanneer.` : '');

  function send(): void {
    const complete = text.what.trim() !== '' && text.owner !== null && text.dueOn !== null;
    setLacking(!complete);
    if (complete) void onSend(text).then(setProblems);
  }

  return (
    <Dialog title={title} isOpen onClose={onClose} confirm={{ label: confirm, busy, onPress: send }}>
      <Stack>
        {rest.length > 0 && (
          <Note kind="error">
            {rest.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </Note>
        )}
        <TextArea
          label={t`Wat gebeurt er?`}
          hint={t`Bijvoorbeeld: belastingprofiel per fase aanleveren bij de netbeheerder.`}
          rows={2}
          value={text.what}
          onChange={(what) => change({ what })}
          {...(whatError && { error: whatError })}
        />
        <PersonPicker
          label={t`Wie doet het?`}
          value={text.owner}
          onChange={(owner) => change({ owner })}
          {...(ownerError && { error: ownerError })}
        />
        <DatePicker
          label={t`Vóór wanneer?`}
          min={today()}
          value={text.dueOn}
          onChange={(dueOn) => change({ dueOn })}
          {...(dueError && { error: dueError })}
        />
      </Stack>
    </Dialog>
  );
}
