import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { ArrowDownIcon, ArrowUpIcon } from './icons.tsx';

/** The order of a table. */
export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

interface SortHeaderProps {
  column: { id: string; header: string; sortable?: boolean };
  className: string | undefined;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

/** A column's header; a sortable one is a button that sorts, and turns round when pressed again. */
export function SortHeader({ column, className, sort, onSort }: SortHeaderProps): ReactElement {
  const { t } = useLingui();
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th role="columnheader" scope="col" className={className} aria-sort={direction}>
      {column.sortable && onSort ? (
        <button
          className="sort"
          type="button"
          title={next === 'ascending' ? t`Sorteer oplopend` : t`Sorteer aflopend`}
          onClick={() => onSort({ column: column.id, direction: next })}
        >
          {column.header} {direction === 'ascending' && <ArrowUpIcon />}
          {direction === 'descending' && <ArrowDownIcon />}
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
