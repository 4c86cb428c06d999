/** Most words of a filter that are looked for; more only cost time. */
const mostWords = 8;
const mostCharacters = 200;

/** The words of a filter text that each must be found; none for an empty one. NUL cannot be in any stored text. */
export function wordsOf(text: string | null | undefined): string[] {
  return (text ?? '')
    .replaceAll('\0', ' ')
    .slice(0, mostCharacters)
    .toWellFormed()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, mostWords);
}

/** A pattern for `ilike` that finds the word as it is typed: `%` and `_` are text. */
export function likePattern(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
