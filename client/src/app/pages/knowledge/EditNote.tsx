import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { Problem } from '../../../features/commands/problem.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import {
  clashing,
  differing,
  draftOf,
  inputOf,
  merged,
  type NoteDraft,
} from '../../../features/knowledge/note-draft.ts';
import { editNoteMutation, type EditableNote } from '../../../features/knowledge/note-documents.ts';
import { LateNoteBody } from '../../../features/knowledge/late-note-body.tsx';
import { NoteFields } from '../../../features/knowledge/NoteFields.tsx';
import { useNoteLabels } from '../../../features/knowledge/use-note-labels.ts';
import { useViewer } from '../../../features/session/session.ts';
import { readKept, useKept } from '../../../lib/kept.ts';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConflictDialog } from '../../../ui/ConflictDialog.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { Row } from '../../../ui/Row.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { KeptHere } from '../new-bottleneck/KeptHere.tsx';
import { useNoteErrors } from './use-note-errors.ts';

/** What is kept on this device: the words, and what they were written over. */
interface Kept {
  mine: NoteDraft;
  base: NoteDraft;
  version: number;
}

interface Clash {
  theirs: EditableNote;
  who: string;
  at: string;
}

interface EditNoteProps {
  note: EditableNote;
  themes: readonly { code: string; name: string }[];
}

/**
 * The form over a note. When a colleague was faster, what both changed is asked side by side and the rest of both stands. Its explanation is
 * written together and needs neither.
 */
export function EditNote({ note, themes }: EditNoteProps): ReactElement {
  const { t } = useLingui();
  const navigate = useNavigate();
  const toast = useToast();
  const { person } = useViewer();
  const { label, words } = useNoteLabels(themes);
  const command = useCommand(editNoteMutation);
  const key = `draft:note:${person.id}:${note.id}`;
  const [work, setWork] = useState<Kept>(
    () => readKept<Kept>(key) ?? { mine: draftOf(note), base: draftOf(note), version: note.version },
  );
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [clash, setClash] = useState<Clash | null>(null);
  const { mine, base } = work;
  const touched = differing(mine, base).length > 0;
  const { keptAt, forget } = useKept(key, touched ? work : null);
  const { error, summary, check } = useNoteErrors(mine, problems);
  const back = (slug: string): Promise<void> => navigate({ to: '/kennis/$slug', params: { slug } });

  async function send(given: Kept): Promise<void> {
    const changes = differing(given.mine, given.base);
    if (changes.length === 0) {
      forget();
      await back(note.slug);
      return;
    }
    const outcome = await command.run({
      input: { noteId: note.id, expectedVersion: given.version, ...inputOf(given.mine, changes) },
    });
    if (outcome.kind === 'failed') return;
    const conflict = outcome.payload.problems.find((problem) => problem.__typename === 'ConflictProblem');
    if (conflict?.__typename === 'ConflictProblem' && conflict.current?.__typename === 'KnowledgeNote') {
      const theirs = conflict.current;
      if (clashing(given.mine, given.base, draftOf(theirs)).length === 0) await over(given, theirs, {});
      else
        setClash({
          theirs,
          who: conflict.changedBy?.name ?? t`Iemand anders`,
          at: conflict.changedAt ?? theirs.updatedAt,
        });
      return;
    }
    setProblems(outcome.payload.problems);
    if (outcome.kind !== 'done' || !outcome.payload.note) return;
    forget();
    toast({ text: t`Notitie bijgewerkt` });
    await back(outcome.payload.note.slug);
  }

  /** Sends again, over what the colleague made of it. */
  async function over(
    given: Kept,
    theirs: EditableNote,
    choices: Readonly<Record<string, 'mine' | 'theirs'>>,
  ): Promise<void> {
    const next: Kept = {
      mine: merged(given.mine, given.base, draftOf(theirs), choices),
      base: draftOf(theirs),
      version: theirs.version,
    };
    setWork(next);
    await send(next);
  }

  const save = (): void => {
    if (check() && !command.busy) void send(work);
  };
  useShortcut({ keys: 'Ctrl+Enter', label: t`Bewaar`, group: t`Formulier`, inFields: true, onPress: save });

  return (
    <>
      <Crumbs
        label={t`Terug naar de notitie`}
        link={(content) => (
          <Link to="/kennis/$slug" params={{ slug: note.slug }}>
            {content}
          </Link>
        )}
        aside={<KeptHere at={keptAt} />}
      />
      <PageHead
        title={t`${note.title} bewerken`}
        meta={
          note.status === 'VALIDATED' ? (
            <p className="sub">
              <Trans>Deze notitie is gevalideerd. Verander je wat ze zegt, laat haar dan opnieuw nakijken.</Trans>
            </p>
          ) : undefined
        }
      />
      <Stack gap="2xl">
        {summary.length > 0 && <ErrorSummary title={t`Nog niet bewaard`} errors={summary} />}
        <NoteFields
          draft={mine}
          themes={themes}
          error={error}
          body={<LateNoteBody note={note} />}
          onChange={(change) => {
            setWork((before) => ({ ...before, mine: { ...before.mine, ...change } }));
            setProblems([]);
          }}
        />
        <Row wide>
          <Button variant="primary" shortcut="Ctrl Enter" busy={command.busy} onPress={save}>
            <Trans>Bewaar</Trans>
          </Button>
          <Button
            variant="quiet"
            onPress={() => {
              forget();
              void back(note.slug);
            }}
          >
            {touched ? <Trans>Gooi mijn wijzigingen weg</Trans> : <Trans>Annuleer</Trans>}
          </Button>
        </Row>
      </Stack>
      {clash && (
        <ConflictDialog
          isOpen
          who={clash.who}
          at={clash.at}
          subject={note.title}
          fields={clashing(mine, base, draftOf(clash.theirs)).map((field) => ({
            id: field,
            label: label(field),
            mine: words(mine, field),
            theirs: words(draftOf(clash.theirs), field),
          }))}
          onClose={() => setClash(null)}
          onSave={(choices) => {
            setClash(null);
            void over(work, clash.theirs, choices);
          }}
        />
      )}
    </>
  );
}
