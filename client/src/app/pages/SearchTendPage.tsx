import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import { SynonymDialog } from '../../features/search/tend/SynonymDialog.tsx';
import { synonymRowFragment, type SynonymRow } from '../../features/search/tend/tend-documents.ts';
import type { SearchTendPageQuery, SearchTendPageQueryVariables } from '../../generated/graphql.ts';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { NotTherePage } from './NotTherePage.tsx';
import { Gaps } from './search-tend/Gaps.tsx';
import { IndexState } from './search-tend/IndexState.tsx';
import { Synonyms } from './search-tend/Synonyms.tsx';

/** While the index is written anew, the page looks how far it is. */
const lookAgainEvery = 2_000;

export const searchTendPageQuery: TypedDocumentNode<SearchTendPageQuery, SearchTendPageQueryVariables> = gql`
  query SearchTendPage {
    searchGaps(states: [OPEN, NOTE_ASKED], first: 100) {
      edges {
        cursor
        node {
          id
          question
          gapKind: kind
          gapState: state
          times
          lastOn
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    synonymGroups {
      id
      ...SynonymRow_group @unmask
    }
    searchIndex {
      done
      total
      startedAt
      finishedAt
    }
    themes {
      id
      code
      name
    }
  }
  ${synonymRowFragment}
`;

type TendRef = PreloadedQueryRef<SearchTendPageQuery, SearchTendPageQueryVariables>;

/** Starts the page's query, for who looks after search; null for others. */
export async function loadSearchTendPage({ preload, session }: PageContext): Promise<TendRef | null> {
  const allowed = session.viewer.viewerCan.some(({ verb, allowed: may }) => verb === 'TEND_SEARCH' && may);
  return allowed ? preload(searchTendPageQuery, {}) : null;
}

const route = getRouteApi('/app/zoeken/beheer');

/** Looking after search: what led nowhere, which words mean the same, and how the index stands. */
export function SearchTendPage(): ReactElement {
  const queryRef = route.useLoaderData();
  return queryRef ? (
    <Tend queryRef={queryRef} />
  ) : (
    <NotTherePage
      wayOut={
        <Link to="/zoeken">
          <Trans>Naar zoeken</Trans>
        </Link>
      }
    />
  );
}

/** What the dialog is open for: a group, a word to begin with, or nothing yet. */
type Asked = { group?: SynonymRow; word?: string; gapId?: string };

function Tend({ queryRef }: { queryRef: TendRef }): ReactElement {
  const { t } = useLingui();
  usePageTitle(t`Zoeken verbeteren`);
  const { data, refetch } = usePageQuery(queryRef);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const again = (): void => void refetch().catch(() => undefined);
  const running = data.searchIndex !== null && data.searchIndex.finishedAt === null;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => void refetch().catch(() => undefined), lookAgainEvery);
    return () => clearInterval(timer);
  }, [running, refetch]);
  return (
    <>
      <Crumbs label={t`Zoeken`} link={(content) => <Link to="/zoeken">{content}</Link>} />
      <PageHead
        title={t`Zoeken verbeteren`}
        meta={
          <p className="sub">
            <Trans>Waar mensen niets vonden, en welke woorden hetzelfde betekenen.</Trans>
          </p>
        }
      />
      <Stack gap="2xl">
        <Gaps
          gaps={data.searchGaps.edges.map(({ node }) => node)}
          more={data.searchGaps.pageInfo.hasNextPage}
          synonymMadeOf={made}
          onSynonym={({ id, question }) => setAsked({ word: question, gapId: id })}
          onChanged={again}
        />
        <Synonyms groups={data.synonymGroups} onOpen={(group) => setAsked(group ? { group } : {})} onChanged={again} />
        {data.searchIndex && <IndexState state={data.searchIndex} onChanged={again} />}
      </Stack>
      {asked && (
        <SynonymDialog
          {...asked}
          themes={data.themes}
          onClose={() => setAsked(null)}
          onDone={() => {
            setMade(asked.gapId ?? null);
            again();
          }}
        />
      )}
    </>
  );
}
