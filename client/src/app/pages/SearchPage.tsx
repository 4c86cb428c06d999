import { useQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, useTransition, type ReactElement } from 'react';
import { ApplyNoteDialog } from '../../features/bottlenecks/ApplyNoteDialog.tsx';
import { BottleneckPicker, type ChosenBottleneck } from '../../features/bottlenecks/BottleneckPicker.tsx';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import { HitRow } from '../../features/search/HitRow.tsx';
import { Interpretations } from '../../features/search/Interpretations.tsx';
import { useRecentSearches } from '../../features/search/recent-searches.ts';
import { kindOfWord } from '../../features/search/search-kinds.ts';
import { useRecordSearch } from '../../features/search/use-record-search.ts';
import { useSavedSearches } from '../../features/search/saved-searches.ts';
import { searchPageQuery, type Hit } from '../../features/search/search-documents.ts';
import type { SearchPageQuery } from '../../generated/graphql.ts';
import { useTypedText } from '../../lib/typed-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { usePageTitle } from '../page-title.ts';
import { Facets } from './search/Facets.tsx';
import { KindTabs } from './search/KindTabs.tsx';
import { NoHits, SearchHelp } from './search/NoHits.tsx';
import { useHitKeys } from './search/use-hit-keys.ts';

const pageSize = 20;
/** Typing settles this long (milliseconds) before the server is asked. */
const settle = 150;
const route = getRouteApi('/app/zoeken');

type NoteTarget = Extract<Hit['target'], { __typename: 'KnowledgeNote' }>;

/** How words were read, but for the filters that stand below as chosen. */
function toldOf({ interpretations, facets }: NonNullable<SearchPageQuery['search']>) {
  const shown = new Set(facets.flatMap(({ values }) => values.flatMap(({ askedBy }) => askedBy)));
  return interpretations.filter(({ from }) => !shown.has(from));
}

/** Search: answers while one types, in what one may see, with why each find is there. */
export function SearchPage(): ReactElement {
  const { t } = useLingui();
  const { q = '', soort } = route.useSearch();
  const navigate = route.useNavigate();
  const { text, type, submit } = useTypedText(
    q,
    (next) =>
      void navigate({ search: (before) => ({ ...before, q: next || undefined }), replace: true, resetScroll: false }),
    settle,
  );
  const { recent, remember, forgetAll } = useRecentSearches();
  const kept = useSavedSearches();
  const keptNow = kept.saved.find(({ query }) => query.toLowerCase() === q.trim().toLowerCase());
  const kinds = soort ? [kindOfWord(soort)] : null;
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(searchPageQuery, {
    variables: { query: q, kinds, first: pageSize },
    skip: q === '',
    fetchPolicy: 'cache-and-network',
  });
  useLiveRefetch({ subjectType: 'Bottleneck' }, async () => (q === '' ? undefined : refetch()));
  useLiveRefetch({ subjectType: 'KnowledgeNote' }, async () => (q === '' ? undefined : refetch()));
  const [loadingMore, startLoading] = useTransition();
  const [applying, setApplying] = useState<NoteTarget | null>(null);
  const [bottleneck, setBottleneck] = useState<ChosenBottleneck | null>(null);
  usePageTitle(q ? t`${q}, zoeken` : t`Zoeken`);

  // Old results stay until the new ones are there: nothing jumps while one types.
  const found = q === '' ? undefined : (data ?? previousData)?.search;
  // What stands answered here: half a question while typing is none.
  const opened = useRecordSearch(data && !loading ? q : '');
  const box = useHitKeys(() => {
    remember(q);
    opened();
  });
  const elsewhere = found ? found.kindCounts.reduce((sum, { count }) => sum + count, 0) - found.totalCount : 0;

  function ask(question: string): void {
    remember(question);
    void navigate({ search: (before) => ({ ...before, q: question || undefined }), resetScroll: false });
  }

  function body(): ReactElement {
    if (q === '') return <SearchHelp recent={recent} onForget={forgetAll} kept={kept} />;
    if (!found) {
      if (error && !loading)
        return (
          <ErrorState
            title={t`Zoeken lukt nu niet`}
            textSafe={t`Je zoekvraag staat er nog.`}
            onRetry={() => void refetch().catch(() => undefined)}
          />
        );
      return <Bones label={t`Resultaten`} rows={5} />;
    }
    return (
      <>
        {found.suggestion && found.totalCount > 0 && (
          <p>
            <Trans>
              Bedoelde je{' '}
              <Link to="/zoeken" search={{ q: found.suggestion }}>
                {found.suggestion}
              </Link>
              ?
            </Trans>
          </p>
        )}
        {(found.totalCount > 0 || elsewhere > 0) && <KindTabs query={q} current={soort} counts={found.kindCounts} />}
        <Facets query={q} facets={found.facets} onChange={ask} />
        {found.totalCount === 0 ? (
          <NoHits query={q} suggestion={found.suggestion ?? null} elsewhere={elsewhere} />
        ) : (
          <ol className="hits" aria-label={t`Resultaten`}>
            {found.edges.map(({ node }) => {
              const { target } = node;
              return (
                <li
                  key={target.id}
                  className={
                    target.__typename === 'KnowledgeNote' && target.validity === 'EXPIRED' ? 'hit-old' : undefined
                  }
                >
                  <HitRow
                    hit={node}
                    action={
                      target.__typename === 'KnowledgeNote' && target.validity !== 'EXPIRED' ? (
                        <div>
                          <Button onPress={() => setApplying(target)}>
                            <Trans>Pas toe</Trans> <span className="vh">{target.plainTitle}</span>
                          </Button>
                        </div>
                      ) : undefined
                    }
                  />
                </li>
              );
            })}
          </ol>
        )}
        {found.pageInfo.hasNextPage && (
          <div className="row row-wide list-foot">
            <Button
              busy={loadingMore}
              onPress={() =>
                startLoading(async () => {
                  await fetchMore({ variables: { after: found.pageInfo.endCursor ?? null } }).catch(() => undefined);
                })
              }
            >
              <Trans>Toon meer</Trans>
            </Button>
          </div>
        )}
      </>
    );
  }

  return (
    <div className="stack" ref={box}>
      <VisuallyHidden as="h1">{t`Zoeken`}</VisuallyHidden>
      <SearchField
        size="page"
        label={t`Zoek in alles wat je mag zien`}
        placeholder={t`Bijvoorbeeld stikstof, LDV of KP-2026-013`}
        hint={t`Resultaten verschijnen terwijl je typt. Met de pijl omlaag loop je erdoorheen.`}
        value={text}
        onChange={type}
        onSubmit={(asked) => {
          remember(asked);
          submit(asked);
        }}
      />
      {found && <Interpretations readings={toldOf(found)} />}
      <div className="row row-wide">
        <p className={found ? 'strong' : 'vh'} role="status">
          {found && <Plural value={found.totalCount} _0="Geen resultaten" one="# resultaat" other="# resultaten" />}
        </p>
        {found && (
          <Button variant="quiet" busy={kept.busy} onPress={() => void (keptNow ? kept.forget(keptNow) : kept.save(q))}>
            {keptNow ? <Trans>Bewaar niet meer</Trans> : <Trans>Bewaar deze zoekvraag</Trans>}
          </Button>
        )}
      </div>
      {body()}
      {applying && (
        <ApplyNoteDialog
          title={t`Op welk knelpunt pas je dit toe?`}
          noteId={applying.id}
          bottleneckId={bottleneck?.id ?? null}
          missingText={t`Kies eerst een knelpunt.`}
          onClose={() => {
            setApplying(null);
            setBottleneck(null);
          }}
        >
          <p className="sub">{applying.plainTitle}</p>
          <BottleneckPicker
            value={bottleneck}
            onChange={setBottleneck}
            filter={{}}
            may="LINK_NOTE"
            hint={t`Je eigen knelpunten staan bovenaan. Zoek op nummer of woorden.`}
          />
        </ApplyNoteDialog>
      )}
    </div>
  );
}
