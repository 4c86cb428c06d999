import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ProjectTable_ProjectFragment } from '../../generated/graphql.ts';
import { Homes } from '../../ui/Homes.tsx';
import type { Sort } from '../../ui/SortHeader.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TableTitle } from '../../ui/TableTitle.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { keyProjectLabel, phaseLabels, projectTypeLabels } from './project-words.ts';

export const projectTableFragment: TypedDocumentNode<ProjectTable_ProjectFragment> = gql`
  fragment ProjectTable_project on Project {
    id
    name
    planNumber
    projectType
    phase
    homes
    keyProject
    kind
    openBottleneckCount
    homesWaiting
    municipality {
      id
      name
      region {
        id
        name
      }
    }
  }
`;

type Row = ProjectTable_ProjectFragment;

interface ProjectTableProps {
  label: string;
  projects: readonly FragmentType<ProjectTable_ProjectFragment>[];
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** When a row was touched while the list stood open (ISO); undefined for the rest. */
  arrivedAt: (id: string) => string | undefined;
}

/** Projects: which, where, how many homes are planned, and how many of those wait. */
export function ProjectTable({ label, projects, sort, onSort, arrivedAt }: ProjectTableProps): ReactElement {
  const { t, i18n } = useLingui();
  const { data: rows } = useSuspenseFragment({ fragment: projectTableFragment, from: [...projects] });
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t`Project`,
      rowHeader: true,
      sortable: true,
      width: 'grow',
      render: ({ id, name, planNumber, projectType, phase, keyProject, kind }) => {
        const mark = keyProjectLabel(keyProject);
        return (
          <TableTitle
            link={
              <>
                <Link className="quiet-link strong" to="/projecten/$id" params={{ id }}>
                  {name}
                </Link>
                {mark && (
                  <>
                    {' '}
                    <Tag>{i18n._(mark)}</Tag>
                  </>
                )}
              </>
            }
            meta={[
              planNumber,
              phase === 'UNKNOWN' ? null : i18n._(phaseLabels[phase]),
              i18n._(projectTypeLabels[projectType]),
              kind === 'REAL_PUBLIC' && t`registerdata`,
            ].filter(Boolean)}
          />
        );
      },
    },
    {
      id: 'place',
      header: t`Gemeente`,
      width: 'state',
      sortable: true,
      render: ({ municipality }) => (
        <>
          {municipality.name}
          <span className="two sub">{municipality.region.name}</span>
        </>
      ),
    },
    {
      id: 'homes',
      header: t`Woningen`,
      width: 'homes',
      sortable: true,
      render: ({ homes }) =>
        typeof homes === 'number' ? (
          <Homes count={homes} tone="rest" />
        ) : (
          <span className="sub">
            <Trans>niet bekend</Trans>
          </span>
        ),
    },
    {
      id: 'waiting',
      header: t`Daarvan wachten`,
      width: 'homes',
      sortable: true,
      render: ({ openBottleneckCount, homesWaiting }) =>
        openBottleneckCount > 0 && (
          <Homes count={homesWaiting}>
            <span className="narrow">
              <Plural value={homesWaiting} one="wacht" other="wachten" />
            </span>
          </Homes>
        ),
    },
    {
      id: 'cases',
      header: t`Knelpunten`,
      width: 'due',
      render: ({ openBottleneckCount }) =>
        openBottleneckCount === 0 ? (
          <span className="sub">
            <Trans>geen knelpunt</Trans>
          </span>
        ) : (
          <Plural value={openBottleneckCount} one="# knelpunt" other="# knelpunten" />
        ),
    },
  ];
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
    />
  );
}
