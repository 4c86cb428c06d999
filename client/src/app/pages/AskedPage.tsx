import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { escalationFragment } from '../../features/bottlenecks/escalation/escalation-documents.ts';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import type { AskedPageQuery, AskedPageQueryVariables } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Meta } from '../../ui/Meta.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { AskedCase } from './asked/AskedCase.tsx';
import { AskedOfMe, askedOfMeFragment } from './home/AskedOfMe.tsx';

export const askedPageQuery: TypedDocumentNode<AskedPageQuery, AskedPageQueryVariables> = gql`
  query AskedPage {
    askedOfMe {
      ...AskedOfMe_asked @unmask
      bottleneck {
        id
        version
        municipality {
          id
          name
        }
        atRisk {
          homes
          homeMonths
        }
        openEscalation {
          id
          ...EscalationShown @unmask
        }
        escalations {
          id
          ...EscalationShown @unmask
        }
      }
    }
    bottlenecks(filter: { mine: true, open: true }, first: 1) {
      totalCount
      atRisk {
        homes
        homeMonths
        asOf
      }
    }
  }
  ${askedOfMeFragment}
  ${escalationFragment}
`;

/** Starts the page's query. */
export const loadAskedPage = ({
  preload,
}: PageContext): Promise<PreloadedQueryRef<AskedPageQuery, AskedPageQueryVariables>> => preload(askedPageQuery, {});

const route = getRouteApi('/app/gevraagd');

/** What is asked of somebody who decides between two meetings: the memo one tap away, the decision the next. */
export function AskedPage(): ReactElement {
  const { t } = useLingui();
  const { number, homes } = useFormat();
  const { data, refetch } = usePageQuery(route.useLoaderData());
  useLiveRefetch({}, refetch);
  usePageTitle(t`Wat is er van mij gevraagd`);
  const { askedOfMe, bottlenecks } = data;
  const escalations = askedOfMe.filter(({ kind, bottleneck }) => kind.includes('ESCALATION') && bottleneck);
  const others = askedOfMe.filter((one) => !escalations.includes(one));
  const { homes: waiting, homeMonths } = bottlenecks.atRisk;
  return (
    <>
      <PageHead
        title={t`Wat is er van mij gevraagd`}
        meta={
          waiting > 0 && (
            <Meta>
              <span>
                <Trans>
                  {homes(waiting)} wachten in{' '}
                  {plural(bottlenecks.totalCount, { one: '# zaak van jou', other: '# zaken van jou' })}
                </Trans>
              </span>
              <span>
                <Trans>{number(homeMonths)} woningmaanden, elke woning één keer geteld</Trans>
              </span>
            </Meta>
          )
        }
      />
      <Stack gap="3xl">
        {escalations.length > 0 && (
          <Section title={t`Tussen de tafels`} aside={escalations.length}>
            <ul className="list out">
              {escalations.map(
                (one) => one.bottleneck && <AskedCase key={`${one.kind} ${one.bottleneck.id}`} asked={one} />,
              )}
            </ul>
          </Section>
        )}
        {(others.length > 0 || escalations.length === 0) &&
          (askedOfMe.length === 0 ? (
            <EmptyState
              level={2}
              title={t`Er wordt nu niets van je gevraagd`}
              action={
                <Link to="/knelpunten">
                  <Trans>Bekijk wat er speelt</Trans>
                </Link>
              }
            >
              <Trans>Zodra een memo op jouw akkoord of antwoord wacht, staat het hier met een datum.</Trans>
            </EmptyState>
          ) : (
            <AskedOfMe asked={others} />
          ))}
      </Stack>
    </>
  );
}
