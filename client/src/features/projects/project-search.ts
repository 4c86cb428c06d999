import type { ProjectFilter, ProjectOrder, RegionCode } from '../../generated/graphql.ts';
import type { Sort } from '../../ui/SortHeader.tsx';
import { orders, type ProjectListOrder, type ProjectsSearch, regions, type RegionWord } from './project-address.ts';

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
} as const satisfies Record<string, ProjectListOrder>;

/** Which column carries the order; numbers sort from many to few, words upwards. */
export function sortOf({ volgorde = 'wachtend' }: ProjectsSearch): Sort | undefined {
  const column = Object.entries(columns).find(([, word]) => word === volgorde)?.[0];
  if (!column) return undefined;
  return { column, direction: volgorde === 'wachtend' || volgorde === 'woningen' ? 'descending' : 'ascending' };
}

/** The word for a column's order; undefined for the default, which the address leaves out. */
export function orderOfColumn(column: string): ProjectListOrder | undefined {
  const order = columns[column as keyof typeof columns];
  return order === 'wachtend' ? undefined : order;
}

/** How many filters are on. */
export const activeFilters = ({ tekst, gemeente, regio, sleutel, tegengehouden }: ProjectsSearch): number =>
  [tekst, gemeente, regio, sleutel, tegengehouden].filter(Boolean).length;

/** The word in the address for a region. */
export const regionWord = (code: RegionCode): RegionWord => (code === 'TWENTE' ? 'twente' : 'west');
