import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { KnowledgeNoteFilter, KnowledgeNoteOrder } from '../../generated/graphql.ts';

/** How safe a note is, by the word that stands in the address. */
const validities = {
  bruikbaar: 'USABLE',
  'eerst-controleren': 'CHECK_FIRST',
  verlopen: 'EXPIRED',
} as const satisfies Record<string, Validity>;
export type ValidityInAddress = keyof typeof validities;
export const validityWords = Object.keys(validities) as ValidityInAddress[];

/** The orders, by the word that stands in the address. */
const orders = { titel: 'TITLE', nieuwste: 'UPDATED_DESC', herziening: 'REVIEW_BY' } as const satisfies Record<
  string,
  KnowledgeNoteOrder
>;
export type NoteOrder = keyof typeof orders;
export const noteOrders = Object.keys(orders) as NoteOrder[];
const usual: NoteOrder = 'nieuwste';

/** What the address says about the list; what is absent does not filter. */
export interface NoteSearch {
  tekst?: string;
  thema?: string[];
  geldig?: ValidityInAddress[];
  volgorde?: NoteOrder;
}

/** The filter that an address asks for. */
export function filterOf({ tekst, thema, geldig }: NoteSearch): KnowledgeNoteFilter {
  return {
    ...(tekst && { text: tekst }),
    ...(thema && { themeCodes: thema }),
    ...(geldig && { validity: geldig.map((word) => validities[word]) }),
  };
}

/** The order that an address asks for. */
export const orderOf = ({ volgorde }: NoteSearch): KnowledgeNoteOrder => orders[volgorde ?? usual];

/** The word for an order; undefined for the usual one, which the address leaves out. */
export const inAddress = (order: string): NoteOrder | undefined =>
  noteOrders.find((one) => one === order && one !== usual);

/** The order as a word, the usual one included. */
export const chosenOrder = ({ volgorde }: NoteSearch): NoteOrder => volgorde ?? usual;

export const validityOfWord = (word: ValidityInAddress): Validity => validities[word];
export const isValidityWord = (word: string): word is ValidityInAddress => validityWords.some((one) => one === word);

/** Is anything filtered? */
export const isFiltered = ({ tekst, thema, geldig }: NoteSearch): boolean => Boolean(tekst ?? thema ?? geldig);
