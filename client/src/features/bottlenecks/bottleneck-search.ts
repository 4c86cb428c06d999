import { bottleneckStates, type BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import type { BottleneckFilter, BottleneckListInput, BottleneckOrder } from '../../generated/graphql.ts';
import type { Sort } from '../../ui/SortHeader.tsx';
import {
  groupings,
  orders,
  type ListColumn,
  type ListGrouping,
  type ListOrder,
  type ListSearch,
  type ListView,
} from './bottleneck-address.ts';

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
    ...(search.eigenaar && { ownerIds: search.eigenaar }),
    ...(search.niveau && { solvableAt: search.niveau }),
    ...(search.vertrouwelijkheid && { confidentiality: search.vertrouwelijkheid }),
    ...(search.volg && { watching: true }),
    ...(search.tekst && { text: search.tekst }),
  };
}

/** The order that an address asks for. */
export const orderOf = (search: ListSearch): BottleneckOrder => orders[search.volgorde ?? 'uiterlijk'];

/** The whole list as a saved view tells it to the server, so that its rows can be counted. */
export const listOf = (search: ListSearch, tableId: string | null): BottleneckListInput => ({
  filter: filterOf(search, tableId),
  orderBy: orderOf(search),
  layout: search.vorm === 'bord' ? 'BOARD' : 'TABLE',
  ...(search.groep && { groupBy: groupings[search.groep] }),
  ...(search.kolom && { columns: search.kolom }),
});

/** What stands when nobody chose. */
export const usualColumns: readonly ListColumn[] = ['staat', 'woningen', 'eigenaar', 'uiterlijk'];

/** The orders that stand at a column's head. */
const columnOrders = {
  due: 'uiterlijk',
  homes: 'woningen',
  state: 'staat',
  title: 'titel',
  owner: 'eigenaar',
  municipality: 'gemeente',
} as const satisfies Record<string, ListOrder>;

/** Which column carries the order; homes sort from many to few, the others upwards. */
export function sortOf(search: ListSearch): Sort | undefined {
  const order = search.volgorde ?? 'uiterlijk';
  const column = Object.entries(columnOrders).find(([, word]) => word === order)?.[0];
  return column ? { column, direction: order === 'woningen' ? 'descending' : 'ascending' } : undefined;
}

/** The word for a column's order; undefined for the default, which the address leaves out. */
export function orderOfColumn(column: string): ListOrder | undefined {
  const order = columnOrders[column as keyof typeof columnOrders];
  return order === 'uiterlijk' ? undefined : order;
}

/** How many filters are on besides the view. */
export const activeFilters = ({
  tekst,
  staat,
  thema,
  gemeente,
  eigenaar,
  niveau,
  vertrouwelijkheid,
  volg,
}: ListSearch): number =>
  [tekst, staat, thema, gemeente, eigenaar, niveau, vertrouwelijkheid, volg].filter(Boolean).length;

export const isBottleneckState = (value: string): value is BottleneckState =>
  bottleneckStates.some((state) => state === value);

/** The rows of one group: the list's own filter, narrowed to the group's value. */
export function filterOfGroup(filter: BottleneckFilter, group: ListGrouping, value: string): BottleneckFilter {
  switch (group) {
    case 'staat':
      return isBottleneckState(value) ? { ...filter, states: [value] } : filter;
    case 'thema':
      return { ...filter, themeCodes: [value] };
    case 'gemeente':
      return { ...filter, municipalityCodes: [value] };
    case 'eigenaar':
      return { ...filter, ownerIds: [value] };
    case 'niveau':
      return { ...filter, solvableAt: [value as NonNullable<BottleneckFilter['solvableAt']>[number]] };
    case 'tafel':
      return { ...filter, tableId: value };
    case 'patroon':
      return { ...filter, patternId: value };
  }
}
