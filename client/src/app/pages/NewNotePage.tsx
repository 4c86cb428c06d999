import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { Problem } from '../../features/commands/problem.ts';
import { useCommand } from '../../features/commands/use-command.ts';
import { differing, emptyNote, writeInputOf, type NoteDraft } from '../../features/knowledge/note-draft.ts';
import { writeNoteMutation } from '../../features/knowledge/note-documents.ts';
import { withoutTemplate } from '../../features/knowledge/note-templates.ts';
import { NoteFields } from '../../features/knowledge/NoteFields.tsx';
import { useAbility, useViewer } from '../../features/session/session.ts';
import type { NewNotePageQuery, NewNotePageQueryVariables } from '../../generated/graphql.ts';
import { capital } from '../../lib/capital.ts';
import { readKept, useKept } from '../../lib/kept.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { Button } from '../../ui/Button.tsx';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Row } from '../../ui/Row.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { NoteBeginnings, useTemplateTexts } from './knowledge/NoteBeginnings.tsx';
import { useNoteErrors } from './knowledge/use-note-errors.ts';
import { KeptHere } from './new-bottleneck/KeptHere.tsx';

export const newNotePageQuery: TypedDocumentNode<NewNotePageQuery, NewNotePageQueryVariables> = gql`
  query NewNotePage {
    themes {
      id
      code
      name
    }
  }
`;

/** Starts the page's query. */
export const loadNewNotePage = ({
  preload,
}: PageContext): Promise<PreloadedQueryRef<NewNotePageQuery, NewNotePageQueryVariables>> =>
  preload(newNotePageQuery, {});

const route = getRouteApi('/app/kennis/nieuw');

/** Writing down what another can use. Title, summary and theme are enough. */
export function NewNotePage(): ReactElement {
  const { t } = useLingui();
  usePageTitle(t`Nieuwe notitie`);
  const navigate = useNavigate();
  const toast = useToast();
  const { person } = useViewer();
  const mayWrite = useAbility('WRITE_NOTE');
  const { data } = usePageQuery(route.useLoaderData());
  const command = useCommand(writeNoteMutation);
  const key = `draft:new-note:${person.id}`;
  const { over } = route.useSearch();
  const [draft, setDraft] = useState<NoteDraft>(() => {
    const kept = { ...emptyNote, ...readKept<Partial<NoteDraft>>(key) };
    // What was begun before is never written over.
    return over && differing(kept, emptyNote).length === 0 ? { ...kept, title: capital(over) } : kept;
  });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const touched = differing(draft, emptyNote).length > 0;
  const { keptAt, forget } = useKept(key, touched ? draft : null);
  const templates = useTemplateTexts();
  const { error, summary, check } = useNoteErrors(draft, problems);

  async function save(): Promise<void> {
    if (!check() || command.busy) return;
    const outcome = await command.run({ input: writeInputOf(withoutTemplate(draft, templates)) });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done' || !outcome.payload.note) return;
    forget();
    toast({ text: t`Notitie bewaard. Iemand anders kan haar nu valideren.` });
    await navigate({ to: '/kennis/$slug', params: { slug: outcome.payload.note.slug } });
  }
  useShortcut({
    keys: 'Ctrl+Enter',
    label: t`Bewaar`,
    group: t`Formulier`,
    inFields: true,
    onPress: () => void save(),
  });

  if (!mayWrite.allowed) {
    return (
      <>
        <PageHead title={t`Nieuwe notitie`} />
        <EmptyState
          title={t`Een notitie schrijven kan hier niet`}
          action={<Link to="/kennis">{t`Naar de notities`}</Link>}
        >
          {mayWrite.reason}
        </EmptyState>
      </>
    );
  }

  return (
    <>
      <Crumbs
        label={t`Kennis`}
        link={(content) => <Link to="/kennis">{content}</Link>}
        aside={<KeptHere at={keptAt} />}
      />
      <PageHead
        title={t`Nieuwe notitie`}
        meta={
          <p className="sub">
            <Trans>Titel, samenvatting en thema zijn genoeg. De rest maakt haar bruikbaarder.</Trans>
          </p>
        }
      />
      <Stack gap="2xl">
        {summary.length > 0 && <ErrorSummary title={t`Nog niet bewaard`} errors={summary} />}
        <NoteBeginnings
          draft={draft}
          onChange={(change) => {
            setDraft(change);
            setProblems([]);
          }}
        />
        <NoteFields
          draft={draft}
          themes={data.themes}
          error={error}
          onChange={(change) => {
            setDraft((before) => ({ ...before, ...change }));
            setProblems([]);
          }}
        />
        <Row wide>
          <Button variant="primary" shortcut="Ctrl Enter" busy={command.busy} onPress={() => void save()}>
            <Trans>Bewaar</Trans>
          </Button>
          {touched && (
            <Button
              variant="quiet"
              onPress={() => {
                forget();
                setDraft(emptyNote);
              }}
            >
              <Trans>Begin opnieuw</Trans>
            </Button>
          )}
        </Row>
      </Stack>
    </>
  );
}
