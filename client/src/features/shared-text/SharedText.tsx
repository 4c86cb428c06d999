import { Trans } from '@lingui/react/macro';
import { useEffect, type ReactElement } from 'react';
import { Bones } from '../../ui/Bones.tsx';
import { late } from '../../ui/late.tsx';
import { Stack } from '../../ui/Stack.tsx';
import type { Connection } from '../live/connection.ts';
import type { SharedTextEditorProps } from './SharedTextEditor.tsx';
import { ReadText } from './ReadText.tsx';
import { TextSaveState } from './TextSaveState.tsx';
import { TextTroubleNote } from './TextTroubleNote.tsx';
import { useTextSession } from './use-text-session.ts';
import '../../ui/css/editor.css';

interface SharedTextProps {
  /** The name of the document. */
  name: string;
  personId: string;
  /** How the page hangs on to the server. */
  connection: Connection;
  canWrite: boolean;
  label: string;
  onRefusedText?: ((text: string) => void) | undefined;
}

/** Until the editor is there, what is written already can be read. */
function EditorOnItsWay({ session, label, saved, failed }: SharedTextEditorProps & { failed: boolean }): ReactElement {
  return (
    <>
      <ReadText doc={session.doc} label={label} />
      {saved}
      {failed && (
        <p className="small sub" role="status">
          <Trans>Schrijven kan zodra er verbinding is.</Trans>
        </p>
      )}
    </>
  );
}

/** Who only reads needs no editor, so it comes apart. */
const LateEditor = late<SharedTextEditorProps>(
  async () => (await import('./SharedTextEditor.tsx')).SharedTextEditor,
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

/** A text that people write together: to write in for who may, to read along for others. */
export function SharedText({ canWrite, label, onRefusedText, ...order }: SharedTextProps): ReactElement {
  const { session, state } = useTextSession({ ...order, label, keep: canWrite, onRefusedText });
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
        <LateEditor key={session.doc.guid} session={session} label={label} saved={<TextSaveState state={state} />} />
      ) : (
        <ReadText doc={session.doc} label={label} />
      )}
    </Stack>
  );
}
