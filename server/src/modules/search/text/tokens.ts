import { fold } from '@versnellingstafel/shared/search/fold';

/** A word in a text, with the place where it stands. */
export interface Token {
  /** As typed. */
  readonly raw: string;
  /** Folded, without points and apostrophes: `m.e.r.` → `mer`, `5.129g` → `5129g`, `foto's` → `foto`. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * In this order: abbreviations with points (m.e.r.), numbers with points (5.129g, 1.200), `B&W`, words.
 * A hyphen, slash or colon ends a word, so that each part of a case number or ECLI is a word of its own.
 */
const pattern =
  /(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])|\d+(?:\.\d+)+\p{L}*|\p{L}&\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*/gu;

/** The words of a text, in order. Emoji, punctuation and operators are not words. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const raw = match[0];
    const word = wordOf(raw);
    if (word) tokens.push({ raw, word, start: match.index, end: match.index + raw.length });
  }
  return tokens;
}

/** The folded words of a text with a space between them, as the books of names know them. */
export function plainKey(text: string): string {
  return tokensOf(text)
    .map(({ word }) => word)
    .join(' ');
}

function wordOf(raw: string): string {
  const withoutPossessive = raw.replace(/['’]s?$/u, '').replace(/(?<=\p{L})['’]s$/u, '');
  return fold(withoutPossessive).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Written in capitals only, such as RO or N35; a single capital counts. */
export function isCapitals(raw: string): boolean {
  return /\p{Lu}/u.test(raw) && raw === raw.toUpperCase();
}

/** Holds a digit: part of a number, an article or an ECLI, never a Dutch word. */
export function hasDigit(word: string): boolean {
  return /\d/.test(word);
}
