import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useLiveRefetch } from '../../../features/live/use-live-refetch.ts';
import type { PromisesQuery, PromisesQueryVariables } from '../../../generated/graphql.ts';
import { Section } from '../../../ui/Section.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/table-column.ts';

const promisesQuery: TypedDocumentNode<PromisesQuery, PromisesQueryVariables> = gql`
  query Promises($slug: String!) {
    table(slug: $slug) {
      id
      promises {
        organisation {
          id
          name
        }
        kept
        keptLate
        late
        open
      }
    }
  }
`;

type Row = NonNullable<PromisesQuery['table']>['promises'][number];

/** Promises per organisation: kept, kept late, late and still to come. Those who let others wait stand first. */
export function Promises({ slug }: { slug: string }): ReactElement | null {
  const { t } = useLingui();
  const { data, previousData, refetch } = useQuery(promisesQuery, {
    variables: { slug },
    fetchPolicy: 'cache-and-network',
  });
  useLiveRefetch({ subjectType: 'Action' }, refetch);
  const rows = ((data ?? previousData)?.table?.promises ?? []).toSorted(
    (one, other) => other.late - one.late || one.organisation.name.localeCompare(other.organisation.name),
  );
  if (rows.length === 0) return null;
  const figure = (id: 'kept' | 'keptLate' | 'open', header: string): Column<Row> => ({
    id,
    header,
    width: 'due',
    render: (row) => (
      <>
        {row[id]} <span className="narrow sub">{header.toLowerCase()}</span>
      </>
    ),
  });
  const columns: Column<Row>[] = [
    {
      id: 'organisation',
      header: t`Organisatie`,
      rowHeader: true,
      width: 'grow',
      render: ({ organisation }) => organisation.name,
    },
    figure('kept', t`Op tijd`),
    figure('keptLate', t`Later`),
    {
      id: 'late',
      header: t`Te laat, nog open`,
      width: 'due',
      render: ({ late }) =>
        late > 0 ? (
          <span className="late">
            {late} <span className="narrow">{t`te laat`}</span>
          </span>
        ) : (
          <>
            0 <span className="narrow sub">{t`te laat`}</span>
          </>
        ),
    },
    figure('open', t`Komt nog`),
  ];
  return (
    <Section title={t`Afspraken per organisatie`}>
      <p className="sub small">
        <Trans>Van de afgelopen twaalf maanden, voor zover je ze mag zien.</Trans>
      </p>
      <Table
        label={t`Afspraken per organisatie`}
        columns={columns}
        rows={rows}
        rowKey={({ organisation }) => organisation.id}
      />
    </Section>
  );
}
