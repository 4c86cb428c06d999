import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { useFormat } from '../../lib/format.ts';
import { namesInWords } from '../../lib/names-in-words.ts';
import { Bones } from '../../ui/Bones.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextDifference } from '../../ui/TextDifference.tsx';
import { useToast } from '../../ui/Toast.tsx';
import type { Problem } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { useLiveRefetch } from '../live/use-live-refetch.ts';
import { NoteProblems } from './NoteProblems.tsx';
import { useNoteLabels } from './use-note-labels.ts';
import { type NoteVersion, noteVersionsQuery, restoreNoteVersionMutation } from './versions-documents.ts';

export interface VersionsDialogProps {
  note: { id: string; slug: string };
  onClose: () => void;
}

const fields = [
  'title',
  'summary',
  'applies',
  'appliesNot',
  'steps',
  'body',
  'caveat',
  'tags',
  'legalReferences',
] as const;
const inWords = (version: NoteVersion | undefined, field: (typeof fields)[number]): string => {
  const value = version?.[field] ?? '';
  return typeof value === 'string' ? value : value.join(', ');
};

/** What changed in the words from one version to the next; the first one has nothing before it. */
function Changes({ version, before }: { version: NoteVersion; before: NoteVersion | undefined }): ReactElement {
  const { label } = useNoteLabels([]);
  if (!before) {
    return (
      <p className="sub">
        <Trans>De eerste tekst die bewaard is.</Trans>
      </p>
    );
  }
  const changed = fields.filter((field) => inWords(version, field) !== inWords(before, field));
  return (
    <>
      {changed.map((field) => (
        <TextDifference
          key={field}
          label={label(field)}
          before={inWords(before, field)}
          after={inWords(version, field)}
        />
      ))}
    </>
  );
}

/** The words of a note as they were: who changed what, word by word, and the way back to any of them. */
export function VersionsDialog({ note, onClose }: VersionsDialogProps): ReactElement {
  const { t } = useLingui();
  const { moment } = useFormat();
  const toast = useToast();
  const { data, refetch } = useQuery(noteVersionsQuery, {
    variables: { slug: note.slug },
    fetchPolicy: 'cache-and-network',
  });
  useLiveRefetch({ subjectId: note.id }, refetch);
  const restoring = useCommand(restoreNoteVersionMutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const shown = data?.note;
  const versions = shown?.versions ?? [];
  const may = shown?.viewerCan.find(({ verb }) => verb === 'EDIT');

  async function restore(version: number, expectedVersion: number, undoes: number | null): Promise<void> {
    const outcome = await restoring.run({ input: { noteId: note.id, expectedVersion, version } });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return;
    const now = outcome.payload.note?.version;
    toast({
      text: t`De tekst van versie ${version} staat er weer`,
      ...(undoes !== null && now !== undefined && { onUndo: () => restore(undoes, now, null) }),
    });
    await refetch().catch(() => undefined);
  }

  return (
    <Dialog title={t`Hoe luidde deze notitie eerder?`} isOpen wide onClose={onClose} cancelLabel={t`Sluit`}>
      <Stack>
        <NoteProblems problems={problems} />
        {!shown && <Bones label={t`Versies`} rows={3} />}
        <ul className="list out" aria-label={t`Versies`}>
          {versions.map((one, index) => (
            <li key={one.version}>
              <div className="stack stack-xs">
                <p className="meta">
                  <span className="strong">
                    <Trans>Versie {one.version}</Trans>
                  </span>
                  <span>{namesInWords([one.writtenBy, ...one.writtenWith].map(({ name }) => name))}</span>
                  <time dateTime={one.writtenAt}>{moment(one.writtenAt)}</time>
                  {index === 0 && <span>{t`zoals zij nu luidt`}</span>}
                </p>
                <Changes version={one} before={versions[index + 1]} />
                {index > 0 && may?.allowed && shown && (
                  <div className="row">
                    <Button
                      busy={restoring.busy}
                      onPress={() => void restore(one.version, shown.version, versions[0]?.version ?? null)}
                    >
                      <Trans>Zet versie {one.version} terug</Trans>
                    </Button>
                  </div>
                )}
              </div>
            </li>
          ))}
        </ul>
        {may && !may.allowed && versions.length > 1 && <p className="sub small">{may.reason}</p>}
      </Stack>
    </Dialog>
  );
}
