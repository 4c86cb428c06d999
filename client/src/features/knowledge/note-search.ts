import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { KnowledgeNoteFilter, KnowledgeNoteOrder } from '../../generated/graphql.ts';
import {
  noteOrders,
  type NoteOrder,
  type NoteSearch,
  orders,
  validities,
  type ValidityInAddress,
  validityWords,
} from './note-address.ts';

const usual: NoteOrder = 'nieuwste';

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
