import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { problemAt, type Problem } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { archiveNoteMutation, type EditableNote } from './note-documents.ts';
import { NotePicker } from './NotePicker.tsx';
import { NoteProblems } from './NoteProblems.tsx';

interface ArchiveDialogProps {
  note: EditableNote;
  /** Open cases that rest on it. */
  restingCases: number;
  onClose: () => void;
}

/** Takes a note out of use. It stays to be read, marked as expired; that cannot be taken back, so it asks first. */
export function ArchiveDialog({ note, restingCases, onClose }: ArchiveDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(archiveNoteMutation);
  const [base] = useState(note);
  const [successor, setSuccessor] = useState<{ id: string; title: string } | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const successorError = problemAt(problems, 'supersededBy');

  async function archive(): Promise<void> {
    const outcome = await command.run({
      input: { noteId: base.id, expectedVersion: base.version, ...(successor && { supersededBy: successor.id }) },
    });
    if (outcome.kind === 'problems') setProblems(outcome.problems);
    if (outcome.kind !== 'done') return;
    toast({ text: t`Notitie gearchiveerd` });
    onClose();
  }

  return (
    <Dialog
      title={t`Deze notitie archiveren?`}
      isOpen
      alert
      onClose={onClose}
      cancelLabel={t`Laat staan`}
      confirm={{ label: t`Archiveer`, onPress: () => void archive(), busy: command.busy, danger: true }}
    >
      <Stack>
        <NoteProblems problems={problems} shownAt={['supersededBy']} />
        <p>
          <Trans>
            Iedereen leest voortaan dat ze is verlopen. Ze blijft te vinden, maar niemand kan haar nog bewerken.
          </Trans>
        </p>
        {restingCases > 0 && (
          <p className="strong">
            <Plural
              value={restingCases}
              one="Er rust nog # open knelpunt op dat je mag zien."
              other="Er rusten nog # open knelpunten op die je mag zien."
            />
          </p>
        )}
        <NotePicker
          label={t`Welke notitie vervangt haar?`}
          required={false}
          exceptId={base.id}
          value={successor}
          onChange={(chosen) => {
            setSuccessor(chosen);
            setProblems([]);
          }}
          {...(successorError && { error: successorError })}
        />
      </Stack>
    </Dialog>
  );
}
