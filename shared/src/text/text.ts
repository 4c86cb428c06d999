/**
 * What cannot be stored or shown as text: NUL and other control characters (but for tab and line ends),
 * and halves of surrogate pairs.
 */
const unstorable = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** Does the text hold characters that cannot be stored? A single line holds no line end or tab either. */
export function hasUnstorableCharacters(text: string, singleLine = false): boolean {
  return unstorable.test(text) || (singleLine && /[\n\r\t\u2028\u2029]/.test(text.trim()));
}

/** The text as it is kept: one kind of line end, no blanks around it. Nothing else is changed; markup stays as typed. */
export function tidied(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** Length as people count it: characters, not code units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
