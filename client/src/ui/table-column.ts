import type { ReactNode } from 'react';

/** What stands in one column. */
export interface Column<Row> {
  id: string;
  header: string;
  render: (row: Row) => ReactNode;
  /** Names the row for screen readers; the title, with its link. */
  rowHeader?: boolean;
  sortable?: boolean;
  width?: 'state' | 'homes' | 'owner' | 'due' | 'extra' | 'grow';
}
