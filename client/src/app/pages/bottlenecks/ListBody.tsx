import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { ListSearch } from '../../../features/bottlenecks/bottleneck-address.ts';
import { orderOfColumn, sortOf } from '../../../features/bottlenecks/bottleneck-search.ts';
import { CaseList } from '../../../features/bottlenecks/list/CaseList.tsx';
import type { Burst, ListSource } from '../../../features/bottlenecks/list/use-list-lines.ts';
import { useFormat } from '../../../lib/format.ts';
import { Bones } from '../../../ui/Bones.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { late } from '../../../ui/late.tsx';
import { ListEmpty } from './ListEmpty.tsx';
import { ListKeys } from './ListKeys.tsx';

const CaseBoard = late(
  async () => (await import('../../../features/bottlenecks/board/CaseBoard.tsx')).CaseBoard,
  () => <Bones label="" rows={6} />,
);

interface ListBodyProps {
  search: ListSearch;
  tableId: string | null;
  source: ListSource | undefined;
  failed: boolean;
  total: { totalCount: number; totalCountIsExact: boolean };
  unlisted: readonly string[];
  burst: Burst;
  selected: ReadonlySet<string>;
  onSelect: (next: ReadonlySet<string>) => void;
  onCursor: (id: string | null) => void;
  arrivedAt: (id: string) => string | undefined;
  onChange: (change: { [K in keyof ListSearch]: ListSearch[K] | undefined }) => void;
  onRetry: () => void;
}

/** What stands below the filters: the table, the board, or why there is nothing. */
export function ListBody(props: ListBodyProps): ReactElement {
  const { search, source, failed, total, unlisted, onChange } = props;
  const { t } = useLingui();
  const { number } = useFormat();
  if (total.totalCount === 0 && unlisted.length === 0) return <ListEmpty search={search} />;
  if (search.vorm === 'bord') return <CaseBoard search={search} tableId={props.tableId} arrivedAt={props.arrivedAt} />;
  if (failed) return <ErrorState title={t`De groepen konden niet geladen worden`} onRetry={props.onRetry} />;
  if (!source) return <Bones label={t`Knelpunten`} rows={8} />;
  return (
    <>
      <CaseList
        label={t`Knelpunten`}
        source={source}
        unlisted={unlisted}
        burst={props.burst}
        columns={search.kolom}
        sort={sortOf(search)}
        onSort={({ column }) => onChange({ volgorde: orderOfColumn(column) })}
        selected={props.selected}
        onSelect={props.onSelect}
        onCursor={props.onCursor}
        arrivedAt={props.arrivedAt}
      />
      <div className="row row-wide list-foot">
        <p className="sub small">
          <Trans>
            {number(total.totalCount)}
            {total.totalCountIsExact ? '' : '+'} in deze lijst. Eén dak is 50 woningen.
          </Trans>
        </p>
        <ListKeys />
      </div>
    </>
  );
}
