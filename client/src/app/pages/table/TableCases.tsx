import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { TableCases_BottleneckFragment } from '../../../generated/graphql.ts';
import { DateWithDistance } from '../../../ui/DateWithDistance.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import type { LinkSlot } from '../../../ui/link-slot.ts';
import { StateMark } from '../../../ui/StateMark.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/table-column.ts';
import { TableTitle } from '../../../ui/TableTitle.tsx';

export const tableCasesFragment: TypedDocumentNode<TableCases_BottleneckFragment> = gql`
  fragment TableCases_bottleneck on Bottleneck {
    id
    number
    title
    state
    dueOn
    homesBlocked
    municipality {
      id
      name
    }
    owner {
      id
      name
    }
  }
`;

interface TableCasesProps {
  bottlenecks: readonly FragmentType<TableCases_BottleneckFragment>[];
  totalCount: number;
  allLink: LinkSlot;
}

/** The first open cases that a table holds, those that are due first on top. */
export function TableCases({ bottlenecks, totalCount, allLink }: TableCasesProps): ReactElement {
  const { t } = useLingui();
  const { data: rows } = useSuspenseFragment({ fragment: tableCasesFragment, from: [...bottlenecks] });
  const columns: Column<TableCases_BottleneckFragment>[] = [
    {
      id: 'title',
      header: t`Knelpunt`,
      rowHeader: true,
      render: ({ number, title, municipality }) => (
        <TableTitle
          link={
            <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number }}>
              {title}
            </Link>
          }
          meta={[number, municipality.name]}
        />
      ),
    },
    {
      id: 'state',
      header: t`Staat en eigenaar`,
      width: 'state',
      render: ({ state, owner }) => (
        <>
          <StateMark state={state} />
          <span className="two sub">{owner.name}</span>
        </>
      ),
    },
    { id: 'homes', header: t`Woningen`, width: 'homes', render: ({ homesBlocked }) => <Homes count={homesBlocked} /> },
    {
      id: 'due',
      header: t`Uiterlijk`,
      width: 'due',
      render: ({ dueOn }) => (dueOn ? <DateWithDistance date={dueOn} layout="stacked" /> : null),
    },
  ];
  if (rows.length === 0) {
    return (
      <EmptyState title={t`Geen open knelpunten`}>
        <Trans>Wat je mag zien is hier opgelost, doorverwezen of ingetrokken.</Trans>
      </EmptyState>
    );
  }
  return (
    <>
      <Table label={t`Open knelpunten, op uiterste datum`} columns={columns} rows={rows} rowKey={({ id }) => id} keys />
      <p>
        {allLink(
          totalCount > rows.length ? <Trans>Alle {totalCount} open knelpunten</Trans> : <Trans>Toon in de lijst</Trans>,
        )}
      </p>
    </>
  );
}
