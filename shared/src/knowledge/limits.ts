/** Sizes of a knowledge note, in characters or entries. */
export const noteLimits = {
  titleMin: 5,
  titleMax: 200,
  summaryMax: 2_000,
  textMax: 20_000,
  /** Bytes of the explanation as it is written together, with what was deleted of it lately. */
  sharedTextBytes: 256 * 1024,
  tagsMax: 20,
  tagMax: 60,
  legalReferencesMax: 40,
  legalReferenceMax: 200,
  conditionsMax: 2_000,
  themesMax: 5,
} as const;
