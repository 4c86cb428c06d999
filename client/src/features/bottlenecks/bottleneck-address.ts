import type { BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import type { BottleneckOrder } from '../../generated/graphql.ts';

/** The views of the list, by the word that stands in the address. */
export const listViews = ['open', 'te-laat', 'naar-den-haag', 'triage', 'mijn', 'opgelost', 'alles'] as const;
export type ListView = (typeof listViews)[number];

/** The columns that sort, by the word that stands in the address, with the order that the server knows. */
export const orders = {
  uiterlijk: 'DUE_ON',
  woningen: 'HOMES_DESC',
  staat: 'STATE',
  titel: 'TITLE',
  nieuwste: 'FILED_ON_DESC',
  gewijzigd: 'UPDATED_DESC',
} as const satisfies Record<string, BottleneckOrder>;
export type ListOrder = keyof typeof orders;
export const listOrders = Object.keys(orders) as ListOrder[];

/** What the address says about the list; what is absent does not filter. */
export interface ListSearch {
  weergave?: ListView;
  tekst?: string;
  staat?: BottleneckState[];
  thema?: string[];
  gemeente?: string[];
  volgorde?: ListOrder;
}
