/** What can be searched, as in the schema. */
export const searchKinds = ['BOTTLENECK', 'NOTE', 'DECISION', 'MINUTES', 'ACTION', 'PROJECT', 'ORGANISATION'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Sizes of a question; lengths in characters, terms in words. */
export const searchLimits = {
  /** What lies beyond is not read; the answer stays clear. */
  queryRead: 400,
  /** Words that count; further ones are left aside. */
  termsMax: 12,
  /** From this many letters on the beginning of a word finds the word. */
  prefixMin: 3,
  /** From this many letters on a piece from the middle of a word finds the word. */
  substringMin: 5,
  /** From this many letters on a word with a typing error finds the word. */
  typoMin: 5,
  /** A title shorter than this has no look-alikes yet. */
  similarMin: 4,
  /** Questions that one person can keep, and the characters of one. */
  savedMax: 50,
  savedLength: 400,
} as const;
