import { useLingui } from '@lingui/react/macro';
import { useRef, type ReactElement } from 'react';
import { Checkbox } from './Checkbox.tsx';
import { SortHeader, type Sort } from './SortHeader.tsx';
import { useRowKeys } from './row-keys.ts';
import type { Column } from './table-column.ts';
import { TableRow, widthClass } from './TableRow.tsx';
import './css/table-fold.css';

/** Which rows are chosen, by key. */
export interface RowSelection<Row> {
  selected: ReadonlySet<string>;
  onChange: (next: ReadonlySet<string>) => void;
  /** What a row is called: “KP-2026-013”. */
  name: (row: Row) => string;
}

interface TableProps<Row> {
  /** Names the table and how it is sorted. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Rows become blocks when there is no room for columns. */
  fold?: boolean;
  selection?: RowSelection<Row>;
  /** Came in while the page was open: a stripe, beside the caller's word “nieuw”. */
  isNew?: (row: Row) => boolean;
  /** `j` and `k` walk the rows, `x` selects. */
  keys?: boolean;
  hideHead?: boolean;
  /** Old rows stand while new ones come. */
  busy?: boolean;
}

/**
 * A real table: headers sort, rows can be chosen and walked, and on a phone it folds without losing its roles.
 * The roles are written out because browsers drop those of a table that is displayed as blocks.
 */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const {
    label,
    columns,
    rows,
    rowKey,
    sort,
    onSort,
    fold = true,
    selection,
    isNew,
    keys = false,
    hideHead = false,
    busy = false,
  } = props;
  const { t } = useLingui();
  const body = useRef<HTMLTableSectionElement>(null);
  const toggle = (key: string): void => {
    if (!selection) return;
    const next = new Set(selection.selected);
    if (!next.delete(key)) next.add(key);
    selection.onChange(next);
  };
  const cursor = useRowKeys({ body, keys: rows.map(rowKey), when: keys, onSelect: selection && toggle });
  const chosen = selection ? rows.filter((row) => selection.selected.has(rowKey(row))).length : 0;
  const className = ['table', fold && 'fold', fold && selection && 'fold-list'].filter(Boolean).join(' ');

  return (
    <table className={className} role="table" aria-label={label} aria-busy={busy || undefined}>
      <thead role="rowgroup" className={hideHead ? 'vh' : undefined}>
        <tr role="row">
          {selection && (
            <th role="columnheader" scope="col" className="col-check">
              <Checkbox
                hideLabel
                label={t`Selecteer alle ${rows.length}`}
                checked={chosen > 0 && chosen === rows.length}
                indeterminate={chosen > 0 && chosen < rows.length}
                onChange={(all) => selection.onChange(new Set(all ? rows.map(rowKey) : []))}
              />
            </th>
          )}
          {columns.map((column) => (
            <SortHeader
              key={column.id}
              column={column}
              className={widthClass(column.width)}
              sort={sort}
              onSort={onSort}
            />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={body} onFocus={cursor.onFocus} onBlur={cursor.onBlur}>
        {rows.map((row) => {
          const key = rowKey(row);
          const selected = selection?.selected.has(key) ?? false;
          return (
            <TableRow
              key={key}
              rowKey={key}
              row={row}
              columns={columns}
              {...(selection && { selected, name: selection.name(row), onToggle: () => toggle(key) })}
              isNew={isNew?.(row) ?? false}
              isCursor={cursor.at === key}
            />
          );
        })}
      </tbody>
    </table>
  );
}
