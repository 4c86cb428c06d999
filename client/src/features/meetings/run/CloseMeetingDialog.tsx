import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Note } from '../../../ui/Note.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { closeMeetingMutation, undoClosingMutation } from './closing-documents.ts';
import type { RunStop } from './run-documents.ts';
import { unfinished } from './run-facts.ts';

interface CloseMeetingDialogProps {
  meetingId: string;
  stops: readonly RunStop[];
  nextMeetingOn: string | null;
  onClose: () => void;
}

/** Ends the meeting. One of the few that ask: it tells what was not reached and where that goes. */
export function CloseMeetingDialog(props: CloseMeetingDialogProps): ReactElement {
  const { meetingId, stops, nextMeetingOn, onClose } = props;
  const { t } = useLingui();
  const { longDay } = useFormat();
  const toast = useToast();
  const closing = useCommand(closeMeetingMutation);
  const undo = useCommand(undoClosingMutation);
  const [problem, setProblem] = useState<string | null>(null);
  const left = unfinished(stops);

  async function reopen(): Promise<void> {
    const sent = await undo.run({ input: { meetingId } });
    if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukt niet meer.` });
    if (sent.kind === 'done') toast({ text: t`De vergadering gaat verder` });
  }
  async function close(): Promise<void> {
    const sent = await closing.run({ input: { meetingId } });
    if (sent.kind === 'problems') setProblem(sent.problems[0]?.message ?? t`Dat lukte niet.`);
    if (sent.kind !== 'done') return;
    onClose();
    toast({ text: t`De vergadering is gesloten; het conceptverslag staat klaar`, onUndo: reopen });
  }

  return (
    <Dialog
      title={t`Sluit je de vergadering?`}
      isOpen
      alert
      onClose={onClose}
      confirm={{ label: t`Sluit de vergadering`, busy: closing.busy, onPress: () => void close() }}
    >
      {problem && (
        <Note kind="error" live>
          <p>{problem}</p>
        </Note>
      )}
      {left.length === 0 ? (
        <p>
          <Trans>Alle punten zijn aan bod geweest. Daarna staat het verslag als concept klaar.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Plural
              value={left.length}
              one="# punt is niet aan bod geweest."
              other="# punten zijn niet aan bod geweest."
            />{' '}
            {nextMeetingOn ? (
              <Trans>Zij komen op de agenda van {longDay(nextMeetingOn)}:</Trans>
            ) : (
              <Trans>Zij komen op de agenda van de volgende vergadering, zodra die is gepland:</Trans>
            )}
          </p>
          <ul className="list">
            {left.map(({ id, position, title }) => (
              <li key={id}>
                {position}. {title}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
