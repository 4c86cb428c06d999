import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { KnowledgeNoteOrder } from '../../generated/graphql.ts';

/** How safe a note is, by the word that stands in the address. */
export const validities = {
  bruikbaar: 'USABLE',
  'eerst-controleren': 'CHECK_FIRST',
  verlopen: 'EXPIRED',
} as const satisfies Record<string, Validity>;
export type ValidityInAddress = keyof typeof validities;
export const validityWords = Object.keys(validities) as ValidityInAddress[];

/** The orders, by the word that stands in the address. */
export const orders = { titel: 'TITLE', nieuwste: 'UPDATED_DESC', herziening: 'REVIEW_BY' } as const satisfies Record<
  string,
  KnowledgeNoteOrder
>;
export type NoteOrder = keyof typeof orders;
export const noteOrders = Object.keys(orders) as NoteOrder[];

/** What the address says about the list; what is absent does not filter. */
export interface NoteSearch {
  tekst?: string;
  thema?: string[];
  geldig?: ValidityInAddress[];
  volgorde?: NoteOrder;
}
