import { gql, type ApolloClient, type TypedDocumentNode } from '@apollo/client';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link, redirect } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { NextMeetingPageQuery, NextMeetingPageQueryVariables } from '../../generated/graphql.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../page-title.ts';
import { NotTherePage } from './NotTherePage.tsx';

const nextMeetingPageQuery: TypedDocumentNode<NextMeetingPageQuery, NextMeetingPageQueryVariables> = gql`
  query NextMeetingPage($slug: String!) {
    table(slug: $slug) {
      id
      name
      viewerCan {
        verb
        allowed
      }
      nextMeeting {
        id
      }
    }
  }
`;

/** Goes on to the next meeting. What stays is the table's name where there is none, null where there is no table. */
export async function loadNextMeetingPage(
  { client }: { client: ApolloClient },
  slug: string,
): Promise<{ table: string | null; setsRhythm: boolean }> {
  const { data } = await client.query({
    query: nextMeetingPageQuery,
    variables: { slug },
    fetchPolicy: 'network-only',
  });
  const next = data?.table?.nextMeeting;
  if (next) throw redirect({ to: '/vergaderingen/$id', params: { id: next.id }, replace: true });
  return {
    table: data?.table?.name ?? null,
    setsRhythm: data?.table?.viewerCan.some(({ verb, allowed }) => verb === 'CHANGE_RHYTHM' && allowed) ?? false,
  };
}

const route = getRouteApi('/app/tafels/$slug/agenda');

/** Shown only when the table has no next meeting. */
export function NextMeetingPage(): ReactElement {
  const { t } = useLingui();
  const { table, setsRhythm } = route.useLoaderData();
  const { slug } = route.useParams();
  usePageTitle(t`Agenda`);
  if (table === null) return <NotTherePage />;
  return (
    <>
      <PageHead title={t`Agenda`} meta={<p className="sub">{table}</p>} />
      <EmptyState
        title={t`Er is nog geen vergadering gepland`}
        action={
          setsRhythm ? (
            <Link to="/tafels/$slug/ritme" params={{ slug }}>
              <Trans>Leg het ritme vast</Trans>
            </Link>
          ) : (
            <Link to="/tafels/$slug" params={{ slug }}>
              <Trans>Naar de tafel</Trans>
            </Link>
          )
        }
      >
        {setsRhythm ? (
          <Trans>Met een vast ritme staan de vergaderingen van de komende maanden er vanzelf.</Trans>
        ) : (
          <Trans>De secretaris plant de volgende. Knelpunten kun je nu al indienen.</Trans>
        )}
      </EmptyState>
    </>
  );
}
