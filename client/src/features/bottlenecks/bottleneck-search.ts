import { bottleneckStates, type BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import type { BottleneckFilter, BottleneckOrder } from '../../generated/graphql.ts';
import type { Sort } from '../../ui/SortHeader.tsx';
import { type ListOrder, type ListSearch, type ListView, orders } from './bottleneck-address.ts';

/** What a view means for the server. */
const viewFilters: Readonly<Record<ListView, BottleneckFilter>> = {
  open: { open: true },
  'te-laat': { open: true, overdue: true },
  'naar-den-haag': { open: true, solvableAt: ['NATIONAL'] },
  triage: { states: ['SUBMITTED'] },
  mijn: { mine: true },
  opgelost: { states: ['RESOLVED'] },
  alles: {},
};

/** The filter of one view for one table; null is the whole province. */
export function filterOfView(view: ListView, tableId: string | null): BottleneckFilter {
  return { ...viewFilters[view], ...(tableId !== null && { tableId }) };
}

/** The filter that an address asks for. Chosen states narrow a view; within “open” they stay among the open ones. */
export function filterOf(search: ListSearch, tableId: string | null): BottleneckFilter {
  return {
    ...filterOfView(search.weergave ?? 'open', tableId),
    ...(search.staat && { states: search.staat }),
    ...(search.thema && { themeCodes: search.thema }),
    ...(search.gemeente && { municipalityCodes: search.gemeente }),
    ...(search.tekst && { text: search.tekst }),
  };
}

/** The order that an address asks for. */
export const orderOf = (search: ListSearch): BottleneckOrder => orders[search.volgorde ?? 'uiterlijk'];

const columns = { due: 'uiterlijk', homes: 'woningen', state: 'staat', title: 'titel' } as const satisfies Record<
  string,
  ListOrder
>;

/** Which column carries the order; homes sort from many to few, the others upwards. */
export function sortOf(search: ListSearch): Sort | undefined {
  const order = search.volgorde ?? 'uiterlijk';
  const column = Object.entries(columns).find(([, word]) => word === order)?.[0];
  return column ? { column, direction: order === 'woningen' ? 'descending' : 'ascending' } : undefined;
}

/** The word for a column's order; undefined for the default, which the address leaves out. */
export function orderOfColumn(column: string): ListOrder | undefined {
  const order = columns[column as keyof typeof columns];
  return order === 'uiterlijk' ? undefined : order;
}

/** How many filters are on besides the view. */
export const activeFilters = ({ tekst, staat, thema, gemeente }: ListSearch): number =>
  [tekst, staat, thema, gemeente].filter(Boolean).length;

export const isBottleneckState = (value: string): value is BottleneckState =>
  bottleneckStates.some((state) => state === value);
