import type { BottleneckFilter, BottleneckOrder } from '../../../generated/graphql.ts';

/** The kinds of file in which a list comes out. */
export type ExportKind = 'xlsx' | 'csv';

interface ExportWish {
  filter: BottleneckFilter;
  order: BottleneckOrder;
  locale: string;
}

/** Where the server makes the list as a file: what the list shows, in its order and language. */
export function exportAddress(kind: ExportKind, { filter, order, locale }: ExportWish): string {
  const wanted = new URLSearchParams({ filter: JSON.stringify(filter), order, locale });
  return `/export/knelpunten.${kind}?${wanted.toString()}`;
}
