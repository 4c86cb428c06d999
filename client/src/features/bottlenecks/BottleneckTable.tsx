import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import type { ReactElement } from 'react';
import type { BottleneckTable_BottleneckFragment } from '../../generated/graphql.ts';
import { Table } from '../../ui/Table.tsx';
import { useBottleneckColumns } from './bottleneck-columns.tsx';

export const bottleneckTableFragment: TypedDocumentNode<BottleneckTable_BottleneckFragment> = gql`
  fragment BottleneckTable_bottleneck on Bottleneck {
    id
    number
    title
    state
    confidentiality
    homesBlocked
    dueOn
    resolvedOn
    nextStep
    solvableAt
    heldBy {
      id
      shortName
      level
    }
    municipality {
      id
      name
    }
    themes {
      id
      name
    }
    projects {
      project {
        id
        name
      }
    }
    owner {
      id
      name
    }
    lead {
      id
      name
    }
  }
`;

interface BottleneckTableProps {
  label: string;
  bottlenecks: readonly FragmentType<BottleneckTable_BottleneckFragment>[];
  /** When a row came in while the list stood open (ISO); undefined for the rest. */
  arrivedAt: (id: string) => string | undefined;
}

/** Bottlenecks as the table's secretary reads them: what, in which state and where, how many homes, whose turn, before when. */
export function BottleneckTable({ label, bottlenecks, arrivedAt }: BottleneckTableProps): ReactElement {
  const { data: rows } = useSuspenseFragment({ fragment: bottleneckTableFragment, from: [...bottlenecks] });
  const columns = useBottleneckColumns(arrivedAt);
  return (
    <Table
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      isNew={({ id }) => arrivedAt(id) !== undefined}
      keys
    />
  );
}
