import type { AgendaReason } from '../suggestions/suggestion-documents.ts';

/** What stands with an item beside what is printed on the agenda. */
export interface ItemAbout {
  why: readonly AgendaReason[];
  papers: number;
  guests: number;
  /** The chair noted something. */
  annotated: boolean;
}
