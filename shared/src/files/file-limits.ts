/** The kinds of file that may be added, by the ending of their name. */
export const fileEndings = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'png',
  'jpg',
  'txt',
  'csv',
  'md',
] as const;
export type FileEnding = (typeof fileEndings)[number];

/** Bounds of what people add. */
export const fileLimits = {
  /** Megabytes of one file. */
  megabytes: 25,
  nameMax: 120,
  /** Files of one person that nothing uses yet. */
  looseMax: 60,
  /** Hours after which such a file is thrown away. */
  looseHours: 24,
  /** Papers of one agenda item. */
  papersMax: 30,
  urlMax: 2_000,
} as const;
