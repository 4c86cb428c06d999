import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import type { ReactElement } from 'react';
import type { BottleneckTable_BottleneckFragment } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { DateWithDistance } from '../../ui/DateWithDistance.tsx';
import { Homes } from '../../ui/Homes.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { Table, type Column, type RowSelection } from '../../ui/Table.tsx';
import type { Sort } from '../../ui/SortHeader.tsx';
import { TableTitle } from '../../ui/TableTitle.tsx';
import { Tag } from '../../ui/Tag.tsx';

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

type Row = BottleneckTable_BottleneckFragment;

interface BottleneckTableProps {
  label: string;
  bottlenecks: readonly FragmentType<BottleneckTable_BottleneckFragment>[];
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (next: ReadonlySet<string>) => void;
  /** When a row came in while the list stood open (ISO); undefined for the rest. */
  arrivedAt: (id: string) => string | undefined;
  busy?: boolean;
}

/** Bottlenecks as the table's secretary reads them: what, in which state and where, how many homes, whose turn, before when. */
export function BottleneckTable({
  label,
  bottlenecks,
  sort,
  onSort,
  selected,
  onSelect,
  arrivedAt,
  busy,
}: BottleneckTableProps): ReactElement {
  const { t } = useLingui();
  const { time } = useFormat();
  const { data: rows } = useSuspenseFragment({ fragment: bottleneckTableFragment, from: [...bottlenecks] });
  const columns: Column<Row>[] = [
    {
      id: 'title',
      header: t`Knelpunt`,
      rowHeader: true,
      sortable: true,
      width: 'grow',
      render: ({ id, number, title, confidentiality, municipality, projects, themes }) => {
        const arrived = arrivedAt(id);
        return (
          <TableTitle
            link={
              <>
                <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number }}>
                  {title}
                </Link>
                {arrived && (
                  <span className="news">
                    {' '}
                    <Trans>nieuw, {time(arrived)}</Trans>
                  </span>
                )}
                {confidentiality === 'CONFIDENTIAL' && (
                  <>
                    {' '}
                    <Tag icon={<LockIcon />}>
                      <Trans>vertrouwelijk</Trans>
                    </Tag>
                  </>
                )}
              </>
            }
            meta={[
              number,
              [projects[0]?.project.name, municipality.name].filter(Boolean).join(', '),
              themes[0]?.name,
            ].filter(Boolean)}
          />
        );
      },
    },
    {
      id: 'state',
      header: t`Staat en tafel`,
      width: 'state',
      sortable: true,
      render: ({ state, heldBy, solvableAt }) => (
        <>
          <StateMark state={state} />
          <span className="two">
            <LevelMark level={heldBy?.level ?? solvableAt} />
          </span>
        </>
      ),
    },
    {
      id: 'homes',
      header: t`Woningen`,
      width: 'homes',
      sortable: true,
      render: ({ homesBlocked }) =>
        homesBlocked > 0 ? (
          <Homes count={homesBlocked} />
        ) : (
          <span className="sub">
            <Trans>niet ingevuld</Trans>
          </span>
        ),
    },
    {
      id: 'owner',
      header: t`Eigenaar en volgende stap`,
      width: 'owner',
      render: ({ owner, lead, nextStep }) => (
        <>
          {lead?.name ?? owner.name}
          <span className="two sub next-step" title={nextStep || undefined}>
            {nextStep}
          </span>
        </>
      ),
    },
    {
      id: 'due',
      header: t`Uiterlijk`,
      width: 'due',
      sortable: true,
      render: ({ state, dueOn, resolvedOn }) => {
        // A closed case has no deadline any more; it has a day on which it ended.
        const date = isOpen(state) ? dueOn : resolvedOn;
        if (!date) return null;
        return isOpen(state) ? (
          <DateWithDistance date={date} layout="stacked" />
        ) : (
          <DateWithDistance date={date} layout="stacked" judge={false} words={t`afgesloten`} />
        );
      },
    },
  ];
  const selection: RowSelection<Row> | undefined =
    selected && onSelect ? { selected, onChange: onSelect, name: ({ number }) => number } : undefined;
  return (
    <Table
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      isNew={({ id }) => arrivedAt(id) !== undefined}
      keys
      {...(sort && { sort })}
      {...(onSort && { onSort })}
      {...(selection && { selection })}
      {...(busy !== undefined && { busy })}
    />
  );
}
