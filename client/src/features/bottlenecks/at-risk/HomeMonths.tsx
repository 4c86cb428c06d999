import { useQuery } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { BottleneckFilter } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { InfoIcon } from '../../../ui/icons.tsx';
import { List } from '../../../ui/List.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { useLiveRefetch } from '../../live/use-live-refetch.ts';
import { MonthsRoom } from './MonthsRoom.tsx';
import { atRiskOfListQuery, atRiskQuery, type HomesAtRiskFacts } from './at-risk-documents.ts';

/** How many cases of a project are named; the rest is a number. */
const casesNamed = 5;

/** The figure “1.240 woningmaanden”, explained one tap away: how it is counted, and what each project adds. */
function Months({ facts, dated = true }: { facts: HomesAtRiskFacts; dated?: boolean }): ReactElement | null {
  const { t } = useLingui();
  const { number, longDay } = useFormat();
  const { homeMonths, homes, asOf, projects, projectCount, bottleneckCount } = facts;
  if (bottleneckCount === 0) return null;
  const months = number(homeMonths);
  const more = projectCount - projects.length;
  return (
    <Disclosure
      icon={<InfoIcon />}
      title={t`${plural(homeMonths, { one: '# woningmaand', other: `${months} woningmaanden` })}`}
      aside={dated && t`tot en met ${longDay(asOf)}`}
    >
      <Stack>
        <p className="sub">
          <Trans>
            Woningmaanden zijn woningen × maanden wachten, van de dag van indienen tot het knelpunt is afgesloten, of
            tot vandaag. Elke woning telt per dag één keer, ook als meer knelpunten haar tegenhouden.
          </Trans>{' '}
          <Plural value={homes} one="Nu wacht # woning." other={`Nu wachten ${number(homes)} woningen.`} />{' '}
          <Plural
            value={bottleneckCount}
            one="Telt wat je mag zien: # knelpunt."
            other={`Telt wat je mag zien: ${number(bottleneckCount)} knelpunten.`}
          />
        </p>
        <List label={t`Per project`}>
          {projects.map(({ project, ...one }) => (
            <li key={project.id} className="stack stack-xs">
              <p>
                <Link to="/projecten/$id" params={{ id: project.id }}>
                  {project.name}
                </Link>
              </p>
              <p className="sub small">
                <Trans>
                  {number(one.homes)} woningen, wachten sinds {longDay(one.since)}: {number(one.homeMonths)}{' '}
                  woningmaanden
                </Trans>
              </p>
              <p className="sub small">
                {one.bottlenecks.slice(0, casesNamed).map(({ id, number: caseNumber }, index) => (
                  <span key={id}>
                    {index > 0 && ', '}
                    <Link to="/knelpunten/$number" params={{ number: caseNumber }}>
                      {caseNumber}
                    </Link>
                  </span>
                ))}
                {one.bottlenecks.length > casesNamed && <Trans> en {one.bottlenecks.length - casesNamed} andere</Trans>}
              </p>
            </li>
          ))}
        </List>
        {more > 0 && (
          <p className="sub">
            <Plural value={more} one="En nog # project." other="En nog # projecten." />
          </p>
        )}
      </Stack>
    </Disclosure>
  );
}

export interface HomeMonthsProps {
  /** A bottleneck, pattern, project, table, region, municipality or organisation. */
  id: string;
}

/** Homes at risk of one thing; nothing while it is not known or nothing counts. */
export function HomeMonths({ id }: HomeMonthsProps): ReactElement | null {
  const { data, refetch } = useQuery(atRiskQuery, { variables: { id }, fetchPolicy: 'cache-and-network' });
  useLiveRefetch({ subjectType: 'Bottleneck' }, refetch);
  const node = data?.node;
  return node && 'atRisk' in node ? <Months facts={node.atRisk} /> : null;
}

export interface ListMonthsProps {
  filter: BottleneckFilter;
  /** Does something in the list wait? Then there is a figure to come. */
  waits: boolean;
}

/** Homes at risk of the cases in a list. It keeps out of the cache, where the pages of the list are. */
export function ListMonths({ filter, waits }: ListMonthsProps): ReactElement | null {
  const { data, previousData, refetch } = useQuery(atRiskOfListQuery, {
    variables: { filter },
    fetchPolicy: 'no-cache',
  });
  useLiveRefetch({ subjectType: 'Bottleneck' }, refetch);
  const shown = data ?? previousData;
  return shown ? <Months facts={shown.bottlenecks.atRisk} dated={false} /> : <MonthsRoom waits={waits} />;
}
