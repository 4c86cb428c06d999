import { useFragment } from '@apollo/client/react';
import { memo, type ReactElement } from 'react';
import type { BottleneckTable_BottleneckFragment } from '../../../generated/graphql.ts';
import type { Column } from '../../../ui/table-column.ts';
import { TableRow } from '../../../ui/TableRow.tsx';
import { bottleneckTableFragment } from '../BottleneckTable.tsx';
import { BoneRow } from './BoneRow.tsx';

interface CaseRowProps {
  id: string;
  rowKey: string;
  rowIndex: number;
  columns: readonly Column<BottleneckTable_BottleneckFragment>[];
  /** Says which columns these are: they are made anew with each render, and the rows need not be. */
  columnsAre: string;
  /** When it came in while the list stood open. */
  arrived: string | undefined;
  selected: boolean;
  isCursor: boolean;
  onToggle: (id: string) => void;
}

/** A row of the list, which follows its case by itself. */
export const CaseRow = memo(
  function CaseRow(props: CaseRowProps): ReactElement {
    const { id, rowKey, rowIndex, columns, arrived, selected, isCursor, onToggle } = props;
    const from = { __typename: 'Bottleneck' as const, id };
    const { data, dataState } = useFragment({ fragment: bottleneckTableFragment, from });
    if (dataState !== 'complete') return <BoneRow rowIndex={rowIndex} span={columns.length + 1} />;
    return (
      <TableRow
        row={data}
        rowKey={rowKey}
        columns={columns}
        isNew={arrived !== undefined}
        isCursor={isCursor}
        selected={selected}
        name={data.number}
        onToggle={() => onToggle(id)}
        rowIndex={rowIndex}
      />
    );
  },
  (before, after) =>
    before.id === after.id &&
    before.rowIndex === after.rowIndex &&
    before.columnsAre === after.columnsAre &&
    before.arrived === after.arrived &&
    before.selected === after.selected &&
    before.isCursor === after.isCursor,
);
