import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { titleOfFile, useUploads } from '../../../lib/use-uploads.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon } from '../../../ui/toast-icons.ts';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import type { Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { AddFiles } from '../../discussion/AddFiles.tsx';
import { addPaperMutation, removePaperMutation, type Paper } from './paper-documents.ts';

interface PaperListProps {
  item: { id: string; papers: readonly Paper[]; viewerCan: readonly { verb: string; allowed: boolean }[] };
}

/** The papers of an item: open, add by dropping, choosing or linking, and take away with ten seconds to put back. */
export function PaperList({ item }: PaperListProps): ReactElement | null {
  const { t } = useLingui();
  const { day, fileSize } = useFormat();
  const toast = useToast();
  const removing = useCommand(removePaperMutation);
  const adding = useCommand(addPaperMutation);
  const uploads = useUploads(async (fileId, file) => {
    const outcome = await adding.run({ input: { itemId: item.id, title: titleOfFile(file.name), fileId } });
    if (outcome.kind === 'done') return null;
    const why = outcome.kind === 'problems' ? outcome.problems[0]?.message : undefined;
    return why ?? t`Het bestand kwam aan, maar staat niet bij het punt. Probeer het opnieuw.`;
  });
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const mayAdd = item.viewerCan.some(({ verb, allowed }) => verb === 'ADD_PAPER' && allowed);
  const papers = item.papers.filter(({ id }) => !hidden.has(id));
  if (papers.length === 0 && !mayAdd) return null;

  async function putBack({ id, title }: Paper): Promise<void> {
    // The server keeps what was taken away for a day, under its own id.
    const outcome = await adding.run({ input: { itemId: item.id, title, fileId: id } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind === 'done') show(id);
  }
  const show = (id: string): void => setHidden((before) => new Set([...before].filter((one) => one !== id)));

  async function remove(paper: Paper): Promise<void> {
    const { id, title } = paper;
    setHidden((before) => new Set([...before, id]));
    const outcome = await removing.run({ input: { paperId: id } });
    if (outcome.kind === 'done') {
      toast({ text: t`${title} weggehaald`, onUndo: () => putBack(paper) });
      return;
    }
    show(id);
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
  }

  async function addLink(title: string, url: string): Promise<readonly Problem[] | null> {
    const outcome = await adding.run({ input: { itemId: item.id, title, url } });
    return outcome.kind === 'done' ? [] : outcome.kind === 'problems' ? outcome.problems : null;
  }

  function facts({ isLink, size, pages, addedBy, addedAt }: Paper): string {
    return [
      isLink && t`link`,
      pages !== null && plural(pages, { one: '# bladzijde', other: '# bladzijden' }),
      size !== null && fileSize(size),
      t`${addedBy.name}, ${day(addedAt)}`,
    ]
      .filter(Boolean)
      .join(' · ');
  }

  return (
    <Section title={t`Stukken`} aside={papers.length || undefined}>
      {papers.length > 0 && (
        <ul className="list out">
          {papers.map((paper) => (
            <li key={paper.id}>
              <div>
                <a className="quiet-link strong" href={paper.url} target="_blank" rel="noreferrer">
                  {paper.title}
                  <span className="vh">{t`, opent in een nieuw venster`}</span>
                </a>
                <p className="sub small">{facts(paper)}</p>
              </div>
              {paper.viewerCan.some(({ verb, allowed }) => verb === 'REMOVE' && allowed) && (
                <IconButton
                  label={t`Haal ${paper.title} weg`}
                  icon={<CloseIcon />}
                  onPress={() => void remove(paper)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <AddFiles
          uploads={uploads}
          linkTitle={t`Naar welk stuk verwijst de link?`}
          onAddLink={addLink}
          busy={adding.busy}
        />
      )}
    </Section>
  );
}
