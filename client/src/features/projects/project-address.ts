import type { ProjectOrder, RegionCode } from '../../generated/graphql.ts';

/** The regions, by the word that stands in the address. */
export const regions = { west: 'WEST_OVERIJSSEL', twente: 'TWENTE' } as const satisfies Record<string, RegionCode>;
export type RegionWord = keyof typeof regions;
export const regionWords = Object.keys(regions) as RegionWord[];

/** The columns that sort, by the word that stands in the address, with the order that the server knows. */
export const orders = {
  wachtend: 'HOMES_WAITING_DESC',
  naam: 'NAME',
  gemeente: 'MUNICIPALITY',
  woningen: 'HOMES_DESC',
} as const satisfies Record<string, ProjectOrder>;
export type ProjectListOrder = keyof typeof orders;
export const projectOrders = Object.keys(orders) as ProjectListOrder[];

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
  volgorde?: ProjectListOrder;
}
