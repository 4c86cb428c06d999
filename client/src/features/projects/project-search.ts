import type { ProjectFilter, ProjectOrder, RegionCode } from '../../generated/graphql.ts';
import type { Sort } from '../../ui/SortHeader.tsx';

/** The regions, by the word that stands in the address. */
const regions = { west: 'WEST_OVERIJSSEL', twente: 'TWENTE' } as const satisfies Record<string, RegionCode>;
export type RegionWord = keyof typeof regions;
export const regionWords = Object.keys(regions) as RegionWord[];

/** The columns that sort, by the word that stands in the address, with the order that the server knows. */
const orders = {
  wachtend: 'HOMES_WAITING_DESC',
  naam: 'NAME',
  gemeente: 'MUNICIPALITY',
  woningen: 'HOMES_DESC',
} as const satisfies Record<string, ProjectOrder>;
type ListOrder = keyof typeof orders;
export const projectOrders = Object.keys(orders) as ListOrder[];

/** What the address says about the list; what is absent does not filter. */
export interface ProjectsSearch {
  tekst?: string;
  /** CBS code. */
  gemeente?: string;
  regio?: RegionWord;
  /** Key projects only. */
  sleutel?: true;
  /** Only what an open bottleneck holds up. */
  tegengehouden?: true;
  volgorde?: ListOrder;
}

/** The filter that an address asks for. */
export const filterOf = ({ tekst, gemeente, regio, sleutel, tegengehouden }: ProjectsSearch): ProjectFilter => ({
  ...(tekst && { text: tekst }),
  ...(gemeente && { municipalityCode: gemeente }),
  ...(regio && { regionCode: regions[regio] }),
  ...(sleutel && { keyProject: true }),
  ...(tegengehouden && { blocked: true }),
});

/** The order that an address asks for: what holds up most stands first. */
export const orderOf = ({ volgorde }: ProjectsSearch): ProjectOrder => orders[volgorde ?? 'wachtend'];

const columns = {
  waiting: 'wachtend',
  name: 'naam',
  place: 'gemeente',
  homes: 'woningen',
} as const satisfies Record<string, ListOrder>;

/** Which column carries the order; numbers sort from many to few, words upwards. */
export function sortOf({ volgorde = 'wachtend' }: ProjectsSearch): Sort | undefined {
  const column = Object.entries(columns).find(([, word]) => word === volgorde)?.[0];
  if (!column) return undefined;
  return { column, direction: volgorde === 'wachtend' || volgorde === 'woningen' ? 'descending' : 'ascending' };
}

/** The word for a column's order; undefined for the default, which the address leaves out. */
export function orderOfColumn(column: string): ListOrder | undefined {
  const order = columns[column as keyof typeof columns];
  return order === 'wachtend' ? undefined : order;
}

/** How many filters are on. */
export const activeFilters = ({ tekst, gemeente, regio, sleutel, tegengehouden }: ProjectsSearch): number =>
  [tekst, gemeente, regio, sleutel, tegengehouden].filter(Boolean).length;

/** The word in the address for a region. */
export const regionWord = (code: RegionCode): RegionWord => (code === 'TWENTE' ? 'twente' : 'west');
