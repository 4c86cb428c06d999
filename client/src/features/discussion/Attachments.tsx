import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormat } from '../../lib/format.ts';
import { titleOfFile, useUploads } from '../../lib/use-uploads.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { CloseIcon } from '../../ui/toast-icons.ts';
import type { Problem } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { useLiveRefetch } from '../live/use-live-refetch.ts';
import { AddFiles } from './AddFiles.tsx';
import {
  addAttachmentMutation,
  type Attachment,
  caseFilesQuery,
  removeAttachmentMutation,
  restoreAttachmentMutation,
} from './discussion-documents.ts';

export interface AttachmentsProps {
  number: string;
}

/** Files and links with a case: open, add by choosing, dropping or linking, and take away with ten seconds to put back. */
export function Attachments({ number }: AttachmentsProps): ReactElement | null {
  const { t } = useLingui();
  const { day, fileSize } = useFormat();
  const toast = useToast();
  const { data, refetch } = useQuery(caseFilesQuery, { variables: { number }, fetchPolicy: 'cache-and-network' });
  const bottleneck = data?.bottleneck;
  const bottleneckId = bottleneck?.id ?? '';
  useLiveRefetch({ subjectId: bottleneckId }, refetch);
  const adding = useCommand(addAttachmentMutation);
  const removing = useCommand(removeAttachmentMutation);
  const restoring = useCommand(restoreAttachmentMutation);
  const uploads = useUploads(async (fileId, file) => {
    const outcome = await adding.run({ input: { bottleneckId, title: titleOfFile(file.name), fileId } });
    if (outcome.kind === 'done') return null;
    const why = outcome.kind === 'problems' ? outcome.problems[0]?.message : undefined;
    return why ?? t`Het bestand kwam aan, maar staat niet bij het knelpunt. Probeer het opnieuw.`;
  });
  if (!bottleneck) return null;
  const { attachments } = bottleneck;
  const mayAdd = bottleneck.viewerCan.some(({ verb, allowed }) => verb === 'ATTACH' && allowed);
  if (attachments.length === 0 && !mayAdd) return null;

  const refused = (problems: readonly Problem[]): void =>
    toast({ kind: 'error', text: problems[0]?.message ?? t`Dat lukte niet.` });
  async function addLink(title: string, url: string): Promise<readonly Problem[] | null> {
    const outcome = await adding.run({ input: { bottleneckId, title, url } });
    return outcome.kind === 'done' ? [] : outcome.kind === 'problems' ? outcome.problems : null;
  }
  async function putBack(id: string): Promise<void> {
    const outcome = await restoring.run({ input: { attachmentId: id } });
    if (outcome.kind === 'problems') refused(outcome.problems);
  }
  async function remove({ id, title }: Attachment): Promise<void> {
    const outcome = await removing.run({ input: { attachmentId: id } });
    if (outcome.kind === 'problems') refused(outcome.problems);
    if (outcome.kind === 'done') toast({ text: t`${title} weggehaald`, onUndo: () => putBack(id) });
  }

  return (
    <Section title={t`Bestanden en links`} aside={attachments.length || undefined}>
      {attachments.length > 0 && (
        <ul className="list out">
          {attachments.map((one) => (
            <li key={one.id} className="beside">
              <div>
                <a className="quiet-link strong" href={one.url} target="_blank" rel="noreferrer">
                  {one.title}
                  <span className="vh">{t`, opent in een nieuw venster`}</span>
                </a>
                <p className="sub small">
                  {[
                    one.kind === 'LINK' ? t`link` : one.size !== null && fileSize(one.size),
                    t`${one.addedBy.name}, ${day(one.addedAt)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {one.viewerCan.some(({ verb, allowed }) => verb === 'REMOVE' && allowed) && (
                <IconButton label={t`Haal ${one.title} weg`} icon={<CloseIcon />} onPress={() => void remove(one)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <AddFiles uploads={uploads} linkTitle={t`Waar verwijst de link naar?`} onAddLink={addLink} busy={adding.busy} />
      )}
    </Section>
  );
}
