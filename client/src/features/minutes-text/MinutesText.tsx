import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, type ReactElement } from 'react';
import { Bones } from '../../ui/Bones.tsx';
import { late } from '../../ui/late.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { ReadText } from './ReadText.tsx';
import { TextSaveState } from './TextSaveState.tsx';
import { TextTroubleNote } from './TextTroubleNote.tsx';
import type { MinutesEditorProps } from './MinutesEditor.tsx';
import { useTextSession } from './use-text-session.ts';

export interface MinutesTextProps {
  meetingId: string;
  itemId: string;
  /** May the viewer write here, as far as this page knows? The server decides. */
  canWrite: boolean;
  /** What the text is of, for who does not see where it stands. */
  label: string;
  /** Hears the words that the server no longer takes, because the minutes were adopted in the meantime. */
  onRefusedText: (text: string) => void;
}

/** Until the editor is there, what is written already can be read. */
function EditorOnItsWay({ session, label, failed }: MinutesEditorProps & { failed: boolean }): ReactElement {
  return (
    <>
      <ReadText doc={session.doc} label={label} />
      {failed && (
        <p className="small sub" role="status">
          <Trans>Schrijven kan zodra er verbinding is.</Trans>
        </p>
      )}
    </>
  );
}

/** Who only reads needs no editor, so it comes apart. */
const LateMinutesEditor = late<MinutesEditorProps>(
  async () => (await import('./MinutesEditor.tsx')).MinutesEditor,
  EditorOnItsWay,
);

/** What only stands on this page is worth a question before it goes. */
function useStay(needed: boolean): void {
  useEffect(() => {
    if (!needed) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [needed]);
}

/** The minutes of one item, as they are written together. */
export function MinutesText({ meetingId, itemId, canWrite, label, onRefusedText }: MinutesTextProps): ReactElement {
  const { t } = useLingui();
  const { session, state } = useTextSession({ meetingId, itemId, label, keep: canWrite, onRefusedText });
  useStay(state.unsent && !state.onDevice);
  if (state.trouble === 'NOT_YOURS')
    return (
      <p className="sub">
        <Trans>Deze tekst is er niet, of is niet voor jou.</Trans>
      </p>
    );
  if (!session || !state.ready) return <Bones label={label} rows={3} />;
  const writes = canWrite && state.access !== 'read';
  return (
    <Stack gap="xs">
      {state.trouble && <TextTroubleNote trouble={state.trouble} doc={session.doc} label={label} />}
      {writes ? (
        <LateMinutesEditor key={session.doc.guid} session={session} label={label} />
      ) : (
        <ReadText doc={session.doc} label={label} />
      )}
      {writes && <TextSaveState state={state} />}
      {!writes && !state.connected && (
        <p className="small sub" role="status">{t`Geen verbinding: dit is wat er het laatst stond.`}</p>
      )}
    </Stack>
  );
}
