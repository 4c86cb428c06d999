import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTransition, type ReactElement } from 'react';
import type { NoteSearch } from '../../features/knowledge/note-address.ts';
import { filterOf, isFiltered, orderOf } from '../../features/knowledge/note-search.ts';
import { NoteRow, noteRowFragment } from '../../features/knowledge/NoteRow.tsx';
import { useArrivals } from '../../features/live/use-arrivals.ts';
import { useAbility } from '../../features/session/session.ts';
import type { NotesPageQuery, NotesPageQueryVariables } from '../../generated/graphql.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { AskedNotes } from './knowledge/AskedNotes.tsx';
import { NoteFilters } from './knowledge/NoteFilters.tsx';
import { ReuseLines, reuseFragment } from './knowledge/ReuseLines.tsx';

const pageSize = 50;

export const notesPageQuery: TypedDocumentNode<NotesPageQuery, NotesPageQueryVariables> = gql`
  query NotesPage($filter: KnowledgeNoteFilter!, $orderBy: KnowledgeNoteOrder!, $first: Int!, $after: String) {
    themes {
      id
      code
      name
      noteReuse {
        ...NoteReuse @unmask
      }
    }
    askedNotes {
      id
      question
      times
    }
    notes(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          ...NoteRow_note
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${noteRowFragment}
  ${reuseFragment}
`;

/** Starts the page's query. */
export const loadNotesPage = (
  { preload }: PageContext,
  search: NoteSearch,
): Promise<PreloadedQueryRef<NotesPageQuery, NotesPageQueryVariables>> =>
  preload(notesPageQuery, { filter: filterOf(search), orderBy: orderOf(search), first: pageSize });

const route = getRouteApi('/app/kennis');

/** What the region knows: every note that one may read, with whether it still holds. */
export function NotesPage(): ReactElement {
  const { t } = useLingui();
  usePageTitle(t`Kennis`);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useAbility('WRITE_NOTE');
  const { data, refetch, fetchMore } = usePageQuery(route.useLoaderData());
  const [loadingMore, startLoading] = useTransition();
  const { notes, themes } = data;
  const rows = notes.edges.map(({ node }) => node);
  const { arrivedAt } = useArrivals(
    { subjectType: 'KnowledgeNote' },
    {
      // As many rows as stand there now, so that nobody loses their place.
      refetch: () => refetch({ first: Math.min(100, Math.max(pageSize, rows.length)) }).catch(() => undefined),
      sentence: (count) => t`${plural(count, { one: '# notitie', other: '# notities' })} nieuw of gewijzigd`,
    },
  );
  const write = (
    <Link className={buttonClass('primary')} to="/kennis/nieuw">
      <PlusIcon /> <Trans>Schrijf een notitie</Trans>
    </Link>
  );

  return (
    <>
      <PageHead
        title={t`Kennis`}
        meta={
          <p className="sub">
            <Trans>Wat elders werkte, tot wanneer je erop kunt bouwen, en waar het al is toegepast.</Trans>
          </p>
        }
        actions={
          <>
            <Link className={buttonClass()} to="/kennis/recht">
              <Trans>Wijzigingen in het recht</Trans>
            </Link>
            {mayWrite.allowed
              ? write
              : mayWrite.reason && <Button disabledReason={mayWrite.reason}>{t`Schrijf een notitie`}</Button>}
          </>
        }
      />
      <NoteFilters
        themes={themes}
        search={search}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
        }
      />
      <p className="vh" role="status">
        <Plural value={notes.totalCount} one="# notitie" other="# notities" />
      </p>
      <ReuseLines
        groups={themes
          .filter(({ code }) => search.thema?.includes(code))
          .map(({ name, noteReuse }) => ({ of: t`Notities over ${name.toLowerCase()}`, reuse: noteReuse }))}
      />
      {rows.length === 0 ? (
        <Section title={t`Notities`} hideTitle>
          <NotesEmpty search={search} />
        </Section>
      ) : (
        <>
          <ul className="hits">
            {rows.map((note) => (
              <li key={note.id}>
                <NoteRow note={note} arrivedAt={arrivedAt(note.id)} />
              </li>
            ))}
          </ul>
          <div className="row row-wide list-foot">
            <p className="sub small">
              <Trans>
                {rows.length} van {notes.totalCount}
              </Trans>
            </p>
            {notes.pageInfo.hasNextPage && (
              <Button
                busy={loadingMore}
                onPress={() =>
                  startLoading(async () => {
                    await fetchMore({ variables: { first: pageSize, after: notes.pageInfo.endCursor ?? null } });
                  })
                }
              >
                <Trans>Toon meer</Trans>
              </Button>
            )}
          </div>
        </>
      )}
      {!isFiltered(search) && <AskedNotes asked={data.askedNotes} />}
    </>
  );
}

function NotesEmpty({ search }: { search: NoteSearch }): ReactElement {
  const { t } = useLingui();
  if (!isFiltered(search)) {
    return (
      <EmptyState title={t`Er is nog geen notitie`}>
        <Trans>Schrijf de eerste, of los een knelpunt op: dan vraagt het systeem wat een ander ervan kan leren.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t`Geen notitie gevonden met deze filters`}
      action={
        <div className="row">
          <Link className={buttonClass()} to="/kennis" search={{}}>
            <Trans>Haal de filters weg</Trans>
          </Link>
          {search.tekst && (
            <Link to="/zoeken" search={{ q: search.tekst }}>
              <Trans>Zoek ook op wat erop lijkt</Trans>
            </Link>
          )}
        </div>
      }
    >
      {search.tekst ? (
        <Trans>Geen notitie bevat alle woorden van “{search.tekst}”.</Trans>
      ) : (
        <Trans>Geen notitie past bij alle filters samen.</Trans>
      )}
    </EmptyState>
  );
}
