/** The key of a sequence of words in the books: stems, and the word itself where the index leaves it out. */
export function phraseKey(term: { words: readonly string[]; stems: readonly (string | null)[] }): string {
  return term.words.map((word, index) => term.stems[index] ?? word).join(' ');
}
