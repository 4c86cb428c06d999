import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState, useTransition, type ReactElement } from 'react';
import { ApplyNoteDialog } from '../../features/bottlenecks/ApplyNoteDialog.tsx';
import { BottleneckPicker, type ChosenBottleneck } from '../../features/bottlenecks/BottleneckPicker.tsx';
import { ArchiveDialog } from '../../features/knowledge/ArchiveDialog.tsx';
import { editableNoteFragment } from '../../features/knowledge/note-documents.ts';
import { noteHistoryFragment } from '../../features/knowledge/NoteHistory.tsx';
import { NoteText } from '../../features/knowledge/NoteText.tsx';
import { NoteValidity, noteValidityFragment } from '../../features/knowledge/NoteValidity.tsx';
import { WritingNow } from '../../features/knowledge/WritingNow.tsx';
import { ValidateDialog } from '../../features/knowledge/ValidateDialog.tsx';
import { useLiveEvents } from '../../features/live/live-bus.ts';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import type { NotePageQuery, NotePageQueryVariables } from '../../generated/graphql.ts';
import { announce } from '../../lib/announce.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { Button } from '../../ui/Button.tsx';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MoreIcon } from '../../ui/icons.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Split } from '../../ui/Split.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { NoteAside, noteAsideFragment } from './knowledge/NoteAside.tsx';
import { NoteEvidence, noteEvidenceFragment } from './knowledge/NoteEvidence.tsx';
import { NoteLineage, noteLineageFragment } from './knowledge/NoteLineage.tsx';
import { NoteMeta } from './knowledge/NoteMeta.tsx';
import type { VersionsDialogProps } from '../../features/knowledge/VersionsDialog.tsx';
import { DialogOnItsWay } from '../../ui/DialogOnItsWay.tsx';
import { late } from '../../ui/late.tsx';
import { NotTherePage } from './NotTherePage.tsx';

const LateVersionsDialog = late<VersionsDialogProps>(
  async () => (await import('../../features/knowledge/VersionsDialog.tsx')).VersionsDialog,
  DialogOnItsWay,
);

export const notePageQuery: TypedDocumentNode<NotePageQuery, NotePageQueryVariables> = gql`
  query NotePage($slug: String!, $after: String) {
    note(slug: $slug) {
      id
      reuse {
        worked
        partly
        failed
        notYet
      }
      ...EditableNote_note @unmask
      ...NoteLineage_note @unmask
      ...NoteValidity_note @unmask
      ...NoteEvidence_note @unmask
      ...NoteAside_note @unmask
      timeline(first: 10, after: $after) {
        edges {
          cursor
          node {
            id
            ...NoteHistory_event
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${editableNoteFragment}
  ${noteLineageFragment}
  ${noteValidityFragment}
  ${noteEvidenceFragment}
  ${noteAsideFragment}
  ${noteHistoryFragment}
`;

/** Starts the page's query. */
export const loadNotePage = (
  { preload }: PageContext,
  slug: string,
): Promise<PreloadedQueryRef<NotePageQuery, NotePageQueryVariables>> => preload(notePageQuery, { slug });

const route = getRouteApi('/app/kennis/$slug');
type Open = 'apply' | 'validate' | 'archive' | 'versions' | null;

/** A note: whether it still holds, what it says, where it worked, and what rests on it. */
export function NotePage(): ReactElement {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { live } = route.useRouteContext();
  const { data, refetch, fetchMore } = usePageQuery(route.useLoaderData());
  const [open, setOpen] = useState<Open>(null);
  const [bottleneck, setBottleneck] = useState<ChosenBottleneck | null>(null);
  const [loadingMore, startLoading] = useTransition();
  const { note } = data;
  usePageTitle(note?.title ?? t`Niet gevonden`);
  const id = note?.id ?? '';
  useLiveRefetch({ subjectId: id }, refetch);
  useLiveEvents({ subjectId: id }, ({ own }) => {
    if (!own) announce(t`Deze notitie is zojuist bijgewerkt`);
  });
  useShortcut({
    keys: 't',
    label: t`Pas toe op mijn knelpunt`,
    group: t`Notitie`,
    when: note !== null,
    onPress: () => setOpen('apply'),
  });
  if (!note) return <NotTherePage wayOut={<Link to="/kennis">{t`Naar de notities`}</Link>} />;

  const close = (): void => {
    setOpen(null);
    setBottleneck(null);
  };
  const refused = (verb: string): { disabledReason?: string } => {
    const ability = note.viewerCan.find((one) => one.verb === verb);
    return ability?.allowed ? {} : { disabledReason: ability?.reason ?? t`Dat kan iemand anders.` };
  };
  const entries: MenuEntry[] = [
    {
      id: 'edit',
      label: t`Bewerk`,
      ...refused('EDIT'),
      onSelect: () => void navigate({ to: '/kennis/$slug/bewerk', params: { slug: note.slug } }),
    },
    { id: 'validate', label: t`Valideer`, ...refused('VALIDATE'), onSelect: () => setOpen('validate') },
    'separator',
    { id: 'archive', label: t`Archiveer`, danger: true, ...refused('ARCHIVE'), onSelect: () => setOpen('archive') },
  ];
  const { timeline, status, validatedBy, version } = note;

  return (
    <>
      <Crumbs
        label={t`Kennis`}
        link={(content) => <Link to="/kennis">{content}</Link>}
        aside={
          <span>
            {status === 'VALIDATED' && validatedBy ? (
              <Trans>
                Gevalideerd door {validatedBy.name}, versie {version}
              </Trans>
            ) : status === 'ARCHIVED' ? (
              <Trans>Gearchiveerd, versie {version}</Trans>
            ) : (
              <Trans>Nog niet gevalideerd, versie {version}</Trans>
            )}
          </span>
        }
      />
      <PageHead
        title={note.title}
        meta={<NoteMeta themes={note.themes} tags={note.tags} reuse={note.reuse} />}
        actions={
          <>
            <Button variant="primary" onPress={() => setOpen('apply')}>
              <Trans>Pas toe op mijn knelpunt</Trans>
            </Button>
            <Menu
              label={t`Meer acties`}
              trigger={<IconButton label={t`Meer acties`} icon={<MoreIcon />} />}
              entries={entries}
            />
          </>
        }
      />
      <Stack>
        <NoteLineage note={note} />
        <NoteValidity note={note} />
      </Stack>
      <Split
        side={
          <NoteAside
            note={note}
            events={timeline.edges.map(({ node }) => node)}
            older={
              timeline.pageInfo.hasNextPage && (
                <Button
                  busy={loadingMore}
                  onPress={() =>
                    startLoading(async () => {
                      await fetchMore({ variables: { after: timeline.pageInfo.endCursor ?? null } });
                    })
                  }
                >
                  <Trans>Toon ouder</Trans>
                </Button>
              )
            }
          >
            <Button variant="quiet" onPress={() => setOpen('versions')}>
              <Trans>Bekijk eerdere teksten</Trans>
            </Button>
          </NoteAside>
        }
      >
        <Stack gap="3xl">
          <NoteText note={note} aside={<WritingNow live={live} noteId={note.id} />} />
          <NoteEvidence
            note={note}
            action={
              <Button variant="quiet" onPress={() => setOpen('apply')}>
                <Trans>Meld een toepassing</Trans>
              </Button>
            }
          />
        </Stack>
      </Split>
      {open === 'apply' && (
        <ApplyNoteDialog
          title={t`Op welk knelpunt pas je dit toe?`}
          noteId={note.id}
          bottleneckId={bottleneck?.id ?? null}
          missingText={t`Kies eerst een knelpunt.`}
          onClose={close}
        >
          <BottleneckPicker
            value={bottleneck}
            onChange={setBottleneck}
            filter={{}}
            may="LINK_NOTE"
            hint={t`Je eigen knelpunten staan bovenaan. Zoek op nummer of woorden.`}
          />
        </ApplyNoteDialog>
      )}
      {open === 'versions' && <LateVersionsDialog note={note} onClose={close} />}
      {open === 'validate' && <ValidateDialog note={note} onClose={close} />}
      {open === 'archive' && <ArchiveDialog note={note} restingCases={note.openBottlenecks.length} onClose={close} />}
    </>
  );
}
