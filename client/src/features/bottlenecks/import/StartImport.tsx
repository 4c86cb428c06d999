import { fileLimits } from '@versnellingstafel/shared/files/file-limits';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { DropZone } from '../../../ui/DropZone.tsx';
import { Note } from '../../../ui/Note.tsx';
import { UploadProgress } from '../../../ui/UploadProgress.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { uploadFile } from '../../../lib/upload-file.ts';
import { startImportMutation } from './import-documents.ts';

interface StartImportProps {
  tableId: string;
  onStarted: (importId: string) => void;
}

/** Chooses or drops the file of a list and brings it to the server. Nothing changes yet. */
export function StartImport({ tableId, onStarted }: StartImportProps): ReactElement {
  const { t } = useLingui();
  const starting = useCommand(startImportMutation);
  const [sending, setSending] = useState<{ name: string; part: number } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  function whyNot(files: readonly File[]): string | null {
    const [file] = files;
    if (!file || files.length > 1) return t`Kies één bestand tegelijk.`;
    if (!/\.(xlsx|csv)$/iu.test(file.name))
      return t`${file.name} is geen lijst die we kunnen lezen. Bewaar hem als .xlsx of .csv en probeer het opnieuw.`;
    if (file.size === 0) return t`${file.name} is leeg. Kies een bestand met een lijst.`;
    if (file.size > fileLimits.megabytes * 1_000_000)
      return t`${file.name} is groter dan ${fileLimits.megabytes} MB. Bewaar alleen het blad met de lijst, zonder plaatjes, en probeer het opnieuw.`;
    return null;
  }

  async function send(files: readonly File[]): Promise<void> {
    if (sending) return;
    const no = whyNot(files);
    setRefused(no);
    const [file] = files;
    if (no !== null || !file) return;
    setSending({ name: file.name, part: 0 });
    const answer = await uploadFile(file, (part) => setSending({ name: file.name, part }));
    const problem =
      answer.kind === 'refused'
        ? (answer.message ?? t`Dat lukte niet. Controleer je verbinding en probeer het opnieuw.`)
        : await start(answer.fileId);
    setSending(null);
    setRefused(problem);
  }

  async function start(fileId: string): Promise<string | null> {
    const outcome = await starting.run({ input: { tableId, fileId } });
    if (outcome.kind === 'problems') return outcome.problems[0]?.message ?? t`Dat lukte niet.`;
    if (outcome.kind === 'done' && outcome.payload.import) onStarted(outcome.payload.import.id);
    return null;
  }

  return (
    <div className="stack">
      {refused !== null && (
        <Note kind="error" live title={t`Het bestand is niet ingelezen`}>
          <p>{refused}</p>
        </Note>
      )}
      {sending && <UploadProgress name={sending.name} part={sending.part} />}
      <DropZone
        label={t`Kies een bestand`}
        variant="primary"
        busy={sending !== null}
        accept=".xlsx,.csv"
        onFiles={(files) => void send(files)}
      >
        <span className="sub small">
          <Trans>.xlsx of .csv, tot {fileLimits.megabytes} MB. Je kunt het ook hierheen slepen.</Trans>
        </span>
      </DropZone>
    </div>
  );
}
