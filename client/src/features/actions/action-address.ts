/** The views of the list, by the word that stands in the address. */
export const actionViews = ['mijn', 'open', 'te-laat', 'af'] as const;
export type ActionView = (typeof actionViews)[number];

/** What the address says about the list; what is absent does not filter. */
export interface ActionsSearch {
  weergave?: ActionView;
  tekst?: string;
}
