import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CaseTable_BottleneckFragment } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { DateWithDistance } from '../../../ui/DateWithDistance.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import { LevelMark } from '../../../ui/LevelMark.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/table-column.ts';
import { TableTitle } from '../../../ui/TableTitle.tsx';

export const caseTableFragment: TypedDocumentNode<CaseTable_BottleneckFragment> = gql`
  fragment CaseTable_bottleneck on Bottleneck {
    id
    number
    title
    state
    dueOn
    nextStep
    homesBlocked
    solvableAt
    heldBy {
      id
      level
    }
    projects {
      project {
        id
        name
      }
    }
  }
`;

type Row = CaseTable_BottleneckFragment;

function useColumns(arrivedAt: (id: string) => string | undefined): Column<Row>[] {
  const { t } = useLingui();
  const { time } = useFormat();
  return [
    {
      id: 'title',
      header: t`Knelpunt`,
      rowHeader: true,
      render: ({ id, number, title, projects, nextStep }) => {
        const arrived = arrivedAt(id);
        return (
          <TableTitle
            link={
              <>
                <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number }}>
                  {title}
                </Link>
                {arrived && (
                  <>
                    {' '}
                    <span className="news">{t`bijgewerkt, ${time(arrived)}`}</span>
                  </>
                )}
              </>
            }
            meta={[number, ...(projects.length > 0 ? [projects.map(({ project }) => project.name).join(', ')] : [])]}
          >
            {nextStep && <Trans>Volgende stap: {nextStep}</Trans>}
          </TableTitle>
        );
      },
    },
    {
      id: 'state',
      header: t`Staat en tafel`,
      width: 'state',
      render: ({ state, heldBy, solvableAt }) => (
        <>
          <StateMark state={state} />
          <span className="two">
            <LevelMark level={heldBy?.level ?? solvableAt} />
          </span>
        </>
      ),
    },
    { id: 'homes', header: t`Woningen`, width: 'homes', render: ({ homesBlocked }) => <Homes count={homesBlocked} /> },
    {
      id: 'due',
      header: t`Uiterlijk`,
      width: 'due',
      render: ({ dueOn, state }) =>
        dueOn ? (
          <DateWithDistance
            date={dueOn}
            layout="stacked"
            judge={state !== 'ON_HOLD'}
            {...(state === 'ON_HOLD' && { words: t`komt dan terug` })}
          />
        ) : null,
    },
  ];
}

interface CaseTableProps {
  /** Names the table and its order. */
  label: string;
  bottlenecks: readonly FragmentType<CaseTable_BottleneckFragment>[];
  /** When a row was updated while the page was open (ISO moment). */
  arrivedAt: (id: string) => string | undefined;
}

/** Cases on the start page: what, where it stands, how many homes, before when. */
export function CaseTable({ label, bottlenecks, arrivedAt }: CaseTableProps): ReactElement {
  const { data: rows } = useSuspenseFragment({ fragment: caseTableFragment, from: [...bottlenecks] });
  const columns = useColumns(arrivedAt);
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
