import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';
import type { ActionRow } from './action-documents.ts';

interface CompleteActionDialogProps {
  action: ActionRow;
  /** `withdraw`: it is no longer needed, and says why. */
  how: 'complete' | 'withdraw';
  busy: boolean;
  /** @returns what stood in the way; empty when it went through */
  onSend: (text: string) => Promise<readonly Problem[]>;
  onClose: () => void;
}

/** An action ends: done, with a word on how; or no longer needed, with the reason. */
export function CompleteActionDialog({ action, how, busy, onSend, onClose }: CompleteActionDialogProps): ReactElement {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const done = how === 'complete';
  const error = problemAt(problems, done ? 'note' : 'reason');
  const rest = problems.filter(({ path }) => path.at(-1) !== (done ? 'note' : 'reason'));
  return (
    <Dialog
      title={done ? t`Meld de actie af` : t`Trek de actie in`}
      isOpen
      onClose={onClose}
      confirm={{
        label: done ? t`Meld af` : t`Trek in`,
        busy,
        onPress: () => void onSend(text.trim()).then(setProblems),
      }}
    >
      <Stack>
        {rest.length > 0 && (
          <Note kind="error">
            {rest.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </Note>
        )}
        <p className="strong">{action.what}</p>
        <p className="sub">
          <Trans>
            {action.number}, {action.owner.name}
          </Trans>
        </p>
        <TextArea
          label={done ? t`Wat is ervan gekomen?` : t`Waarom hoeft het niet meer?`}
          {...(done && { hint: t`De tafel leest dit bij de afspraken van de volgende vergadering.` })}
          required={!done}
          rows={3}
          value={text}
          onChange={setText}
          {...(error && { error })}
        />
      </Stack>
    </Dialog>
  );
}
