import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PlusIcon } from '../../../ui/icons.tsx';
import { CloseIcon } from '../../../ui/toast-icons.ts';
import { Note } from '../../../ui/Note.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { AddLinkDialog } from './AddLinkDialog.tsx';
import { addPaperMutation, removePaperMutation, type Paper } from './paper-documents.ts';
import { usePaperUpload } from './use-paper-upload.ts';

interface PaperListProps {
  item: { id: string; papers: readonly Paper[]; viewerCan: readonly { verb: string; allowed: boolean }[] };
}

/** The papers of an item: open, add by dropping, choosing or linking, and take away with ten seconds to put back. */
export function PaperList({ item }: PaperListProps): ReactElement | null {
  const { t } = useLingui();
  const { day, number } = useFormat();
  const toast = useToast();
  const upload = usePaperUpload(item.id);
  const removing = useCommand(removePaperMutation);
  const adding = useCommand(addPaperMutation);
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [linking, setLinking] = useState(false);
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

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void upload.send([...event.dataTransfer.files]);
  }

  function facts({ isLink, size, pages, addedBy, addedAt }: Paper): string {
    const kilobytes = size === null ? 0 : Math.max(1, Math.round(size / 1000));
    return [
      isLink && t`link`,
      pages !== null && plural(pages, { one: '# bladzijde', other: '# bladzijden' }),
      kilobytes > 0 &&
        (kilobytes < 1000 ? t`${number(kilobytes)} kB` : t`${number(Math.round(kilobytes / 100) / 10)} MB`),
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
      {upload.onItsWay.map(({ key, name, part, failed }) =>
        failed === null ? (
          <div className="stack stack-xs" key={key}>
            <p className="sub small" id={`stuk-${key}`}>
              <Trans>{name} wordt geüpload</Trans>
            </p>
            <progress aria-labelledby={`stuk-${key}`} value={part} max={1} />
          </div>
        ) : (
          <Note
            key={key}
            kind="error"
            live
            title={t`${name} is niet toegevoegd`}
            action={<IconButton label={t`Sluit melding`} icon={<CloseIcon />} onPress={() => upload.forget(key)} />}
          >
            <p>{failed}</p>
          </Note>
        ),
      )}
      {mayAdd && (
        <div
          className="row tt-drop"
          data-drop-target={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Button icon={<PlusIcon />} onPress={() => chooser.current?.click()}>
            <Trans>Kies bestanden</Trans>
          </Button>
          <Button variant="quiet" onPress={() => setLinking(true)}>
            <Trans>Voeg een link toe</Trans>
          </Button>
          <span className="sub small wide-only">{t`of sleep ze hierheen`}</span>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-label={t`Kies bestanden`}
            onChange={({ currentTarget }) => {
              void upload.send([...(currentTarget.files ?? [])]);
              currentTarget.value = '';
            }}
          />
        </div>
      )}
      {linking && <AddLinkDialog upload={upload} onClose={() => setLinking(false)} />}
    </Section>
  );
}
