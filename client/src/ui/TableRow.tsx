import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Checkbox } from './Checkbox.tsx';
import type { Column } from './table-column.ts';

/** The class that gives a column its width. */
export const widthClass = (width: Column<never>['width']): string | undefined =>
  width && width !== 'grow' ? `col-${width}` : undefined;

interface TableRowProps<Row> {
  row: Row;
  rowKey: string;
  columns: readonly Column<Row>[];
  isNew: boolean;
  isCursor: boolean;
  /** Chosen or not; absent where rows cannot be chosen. */
  selected?: boolean;
  /** What the row is called beside its box. */
  name?: string;
  onToggle?: () => void;
  /** Its place in a table that holds more rows than stand there, the head included. */
  rowIndex?: number;
}

/** One row of a table, with its box and its cells. */
export function TableRow<Row>(props: TableRowProps<Row>): ReactElement {
  const { row, rowKey, columns, isNew, isCursor, selected, name, onToggle, rowIndex } = props;
  const { t } = useLingui();
  return (
    <tr
      role="row"
      aria-rowindex={rowIndex}
      data-key={rowKey}
      data-selected={selected || undefined}
      data-new={isNew || undefined}
      data-cursor={isCursor || undefined}
    >
      {onToggle && (
        <td role="cell" className="col-check">
          <Checkbox hideLabel label={t`Selecteer ${name ?? ''}`} checked={selected ?? false} onChange={onToggle} />
        </td>
      )}
      {columns.map(({ id, render, rowHeader, width }) =>
        rowHeader ? (
          <th role="rowheader" scope="row" key={id} className={widthClass(width)}>
            {render(row)}
          </th>
        ) : (
          <td role="cell" key={id} className={widthClass(width)}>
            {render(row)}
          </td>
        ),
      )}
    </tr>
  );
}
