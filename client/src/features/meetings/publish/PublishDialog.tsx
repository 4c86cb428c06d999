import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { sentOf } from '../agenda-change.ts';
import type { AgendaEditing } from '../use-agenda.ts';
import { ChangeList } from './ChangeList.tsx';
import { undoPublicationMutation, type PublishedChange } from './publication-documents.ts';

interface PublishDialogProps {
  editing: AgendaEditing;
  participants: number;
  /** What this publication will tell; empty when it is the first or when it is not known. */
  changes: readonly PublishedChange[];
  onClose: () => void;
}

/** Shows the agenda to the participants, with what they will hear and a word of one's own. */
export function PublishDialog({ editing, participants, changes, onClose }: PublishDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const undoing = useCommand(undoPublicationMutation);
  const [message, setMessage] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id: meetingId, publishedAt } = editing.agenda;
  const first = publishedAt === null;

  async function takeBack(expectedVersion: number): Promise<void> {
    const sent = sentOf(await undoing.run({ input: { meetingId, expectedVersion } }));
    if (sent.kind === 'done') toast({ text: t`De publicatie is teruggenomen` });
    if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukte niet.` });
  }

  async function publish(): Promise<void> {
    const sent = await editing.publish(message.trim());
    if (sent.kind === 'problems') setRefusal(sent.problems[0]?.message ?? t`Publiceren lukte niet.`);
    if (sent.kind === 'dropped')
      setRefusal(t`De agenda is zojuist door iemand anders gewijzigd. Kijk hem na en publiceer dan opnieuw.`);
    if (sent.kind !== 'done') return;
    const version = sent.agenda?.version;
    toast({
      text: t`De agenda staat open voor ${plural(participants, { one: '# deelnemer', other: '# deelnemers' })}`,
      onUndo: version === undefined ? undefined : () => takeBack(version),
    });
    onClose();
  }

  return (
    <Dialog
      title={first ? t`Publiceer je de agenda?` : t`Publiceer je de wijzigingen?`}
      isOpen
      onClose={onClose}
      confirm={{
        label: t`Publiceer voor ${plural(participants, { one: '# deelnemer', other: '# deelnemers' })}`,
        onPress: () => void publish(),
        busy: editing.busy,
      }}
    >
      <Stack>
        {refusal && (
          <Note kind="error" live>
            <p>{refusal}</p>
          </Note>
        )}
        {!first && changes.length > 0 ? (
          <div>
            <p>
              <Plural value={changes.length} one="Deelnemers horen dit:" other="Deelnemers horen deze # wijzigingen:" />
            </p>
            <ChangeList changes={changes} />
          </div>
        ) : (
          <p>
            <Trans>Deelnemers krijgen de agenda met tijden, stukken en een uitnodiging voor hun agenda.</Trans>
          </p>
        )}
        <TextArea
          label={t`Bericht aan de deelnemers`}
          hint={t`In je eigen woorden, boven aan de mail.`}
          required={false}
          rows={3}
          maxLength={agendaLimits.textMax}
          value={message}
          onChange={setMessage}
        />
      </Stack>
    </Dialog>
  );
}
