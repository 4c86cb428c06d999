import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import type { BottleneckTable_BottleneckFragment } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { DateWithDistance } from '../../ui/DateWithDistance.tsx';
import { Homes } from '../../ui/Homes.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TableTitle } from '../../ui/TableTitle.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { ListColumn } from './bottleneck-address.ts';
import { usualColumns } from './bottleneck-search.ts';

type Row = BottleneckTable_BottleneckFragment;

/** The title and the chosen columns, in that order. @param arrivedAt when a row came in while the list stood open */
export function useBottleneckColumns(
  arrivedAt: (id: string) => string | undefined,
  chosen: readonly ListColumn[] = usualColumns,
): Column<Row>[] {
  const { t } = useLingui();
  const { time } = useFormat();
  const titleColumn: Column<Row> = {
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
  };
  const columns: Record<ListColumn, Column<Row>> = {
    staat: {
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
    woningen: {
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
    eigenaar: {
      id: 'owner',
      header: t`Eigenaar en volgende stap`,
      width: 'owner',
      sortable: true,
      render: ({ owner, nextStep }) => (
        <>
          {owner.name}
          <span className="two sub next-step" title={nextStep || undefined}>
            {nextStep}
          </span>
        </>
      ),
    },
    uiterlijk: {
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
    gemeente: {
      id: 'municipality',
      header: t`Gemeente`,
      width: 'extra',
      sortable: true,
      render: ({ municipality }) => municipality.name,
    },
    thema: {
      id: 'theme',
      header: t`Thema’s`,
      width: 'extra',
      render: ({ themes }) => themes.map(({ name }) => name).join(', '),
    },
    trekker: { id: 'lead', header: t`Trekker`, width: 'extra', render: ({ lead }) => lead?.name },
    tafel: { id: 'table', header: t`Tafel`, width: 'extra', render: ({ heldBy }) => heldBy?.shortName },
  };
  return [titleColumn, ...chosen.map((word) => columns[word])];
}
