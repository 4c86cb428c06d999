import type { SearchKind } from '@versnellingstafel/shared/search/limits';

/** What can be searched, by the word that stands in the address. */
const kinds = {
  knelpunten: 'BOTTLENECK',
  notities: 'NOTE',
  besluiten: 'DECISION',
  verslagen: 'MINUTES',
  acties: 'ACTION',
  projecten: 'PROJECT',
  organisaties: 'ORGANISATION',
} as const satisfies Record<string, SearchKind>;
export type KindInAddress = keyof typeof kinds;
export const kindWords = Object.keys(kinds) as KindInAddress[];

export const kindOfWord = (word: KindInAddress): SearchKind => kinds[word];
