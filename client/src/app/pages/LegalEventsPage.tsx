import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, useTransition, type ReactElement } from 'react';
import { kindWords } from '../../features/knowledge/legal-events/legal-event-words.ts';
import { RecordLegalEventDialog } from '../../features/knowledge/legal-events/RecordLegalEventDialog.tsx';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import { useAbility } from '../../features/session/session.ts';
import type { LegalEventsPageQuery, LegalEventsPageQueryVariables } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';

export const legalEventsPageQuery: TypedDocumentNode<LegalEventsPageQuery, LegalEventsPageQueryVariables> = gql`
  query LegalEventsPage($after: String) {
    legalEvents(first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          kind
          title
          effectiveOn
          reviews {
            state
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

/** Starts the page's query. */
export const loadLegalEventsPage = ({
  preload,
}: PageContext): Promise<PreloadedQueryRef<LegalEventsPageQuery, LegalEventsPageQueryVariables>> =>
  preload(legalEventsPageQuery, {});

const route = getRouteApi('/app/kennis/recht');

/** What changed in the law, and how many notes still wait for a verdict because of it. */
export function LegalEventsPage(): ReactElement {
  const { t, i18n } = useLingui();
  usePageTitle(t`Wijzigingen in het recht`);
  const { date } = useFormat();
  const mayRecord = useAbility('RECORD_LEGAL_EVENT');
  const { data, refetch, fetchMore } = usePageQuery(route.useLoaderData());
  const [recording, setRecording] = useState(false);
  const [loadingMore, startLoading] = useTransition();
  useLiveRefetch({ streamKind: 'knowledge' }, refetch);
  const { edges, pageInfo } = data.legalEvents;
  const record = mayRecord.allowed ? (
    <Button variant="primary" icon={<PlusIcon />} onPress={() => setRecording(true)}>
      <Trans>Leg een wijziging vast</Trans>
    </Button>
  ) : (
    mayRecord.reason && <Button disabledReason={mayRecord.reason}>{t`Leg een wijziging vast`}</Button>
  );

  return (
    <>
      <Crumbs label={t`Kennis`} link={(content) => <Link to="/kennis">{content}</Link>} />
      <PageHead
        title={t`Wijzigingen in het recht`}
        meta={
          <p className="sub">
            <Trans>
              Uitspraken, wetten en nieuwe rekenmodellen, en de notities die daarom opnieuw bekeken moeten worden.
            </Trans>
          </p>
        }
        actions={edges.length > 0 && record}
      />
      {edges.length === 0 ? (
        <EmptyState level={2} title={t`Nog niets vastgelegd`} action={record || undefined}>
          <Trans>Zodra iemand een uitspraak of wet vastlegt, staan hier de notities die erop rusten.</Trans>
        </EmptyState>
      ) : (
        <ul className="hits">
          {edges.map(({ node }) => {
            const waiting = node.reviews.filter(({ state }) => state === 'TO_REVIEW').length;
            return (
              <li key={node.id}>
                <h2>
                  <Link to="/kennis/recht/$id" params={{ id: node.id }}>
                    {node.title}
                  </Link>
                </h2>
                <p className="meta small">
                  <span>{i18n._(kindWords[node.kind])}</span>
                  <span>
                    <Trans>geldt vanaf {date(node.effectiveOn)}</Trans>
                  </span>
                  <span className={waiting > 0 ? 'soon' : undefined}>
                    <Plural
                      value={waiting}
                      _0="niets wacht op een oordeel"
                      one="# notitie wacht op een oordeel"
                      other="# notities wachten op een oordeel"
                    />
                  </span>
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {pageInfo.hasNextPage && (
        <Button
          busy={loadingMore}
          onPress={() =>
            startLoading(async () => {
              await fetchMore({ variables: { after: pageInfo.endCursor ?? null } });
            })
          }
        >
          <Trans>Toon meer</Trans>
        </Button>
      )}
      {recording && <RecordLegalEventDialog onClose={() => setRecording(false)} />}
    </>
  );
}
