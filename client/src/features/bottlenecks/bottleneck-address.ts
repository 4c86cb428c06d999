import type { BottleneckState, Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import type { BottleneckGroup, BottleneckOrder } from '../../generated/graphql.ts';

/** The views of the list, by the word that stands in the address. */
export const listViews = ['open', 'te-laat', 'naar-den-haag', 'triage', 'mijn', 'opgelost', 'alles'] as const;
export type ListView = (typeof listViews)[number];

/** The columns that sort, by the word that stands in the address, with the order that the server knows. */
export const orders = {
  uiterlijk: 'DUE_ON',
  woningen: 'HOMES_DESC',
  staat: 'STATE',
  titel: 'TITLE',
  nummer: 'NUMBER',
  eigenaar: 'OWNER',
  gemeente: 'MUNICIPALITY',
  nieuwste: 'FILED_ON_DESC',
  gewijzigd: 'UPDATED_DESC',
} as const satisfies Record<string, BottleneckOrder>;
export type ListOrder = keyof typeof orders;
export const listOrders = Object.keys(orders) as ListOrder[];

/** What the rows can be gathered by, by the word that stands in the address. */
export const groupings = {
  staat: 'STATE',
  thema: 'THEME',
  gemeente: 'MUNICIPALITY',
  eigenaar: 'OWNER',
  niveau: 'LEVEL',
  tafel: 'TABLE',
  patroon: 'PATTERN',
} as const satisfies Record<string, BottleneckGroup>;
export type ListGrouping = keyof typeof groupings;
export const listGroupings = Object.keys(groupings) as ListGrouping[];

/** The columns beside the title, by the word that stands in the address. */
export const listColumns = [
  'staat',
  'woningen',
  'eigenaar',
  'uiterlijk',
  'gemeente',
  'thema',
  'trekker',
  'tafel',
] as const;
export type ListColumn = (typeof listColumns)[number];

/** What the address says about the list; what is absent does not filter. */
export interface ListSearch {
  weergave?: ListView;
  tekst?: string;
  staat?: BottleneckState[];
  thema?: string[];
  gemeente?: string[];
  /** By id. */
  eigenaar?: string[];
  niveau?: TableLevel[];
  vertrouwelijkheid?: Confidentiality[];
  /** Only those that the viewer follows. */
  volg?: true;
  volgorde?: ListOrder;
  groep?: ListGrouping;
  /** In the order in which they stand; absent: the usual ones. */
  kolom?: ListColumn[];
  vorm?: 'bord';
  /** The saved view that the list was opened from, by id. */
  bewaard?: string;
}
