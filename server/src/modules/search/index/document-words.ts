import type { CompoundSplitter } from '../text/compound.ts';
import { lemma } from '../text/lemma.ts';
import { hasDigit, tokensOf } from '../text/tokens.ts';
import { indexWord } from '../query/synonym-book.ts';
import type { SearchText } from '../kinds/document-kind.ts';

/** A document as the index keeps it. */
export interface DocumentWords {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly parts: string;
  /** Every word and part, for typing errors and pieces from the middle. */
  readonly vocabulary: ReadonlySet<string>;
}

const longestWord = 60;

/** Turns a text into the words of the index. */
export function documentWords(text: SearchText, splitter: CompoundSplitter): DocumentWords {
  const vocabulary = new Set<string>();
  const parts = new Set<string>();
  const wordsOf = (source: string) => {
    const words: string[] = [];
    for (const token of tokensOf(source)) {
      const word = indexWord(token);
      if (word.length > longestWord) continue;
      words.push(lemma(word));
      if (hasDigit(word)) {
        // 013 is also found as 13, 5129g (5.129g) as 129g.
        const bare = word.replace(/^0+(?=\d)/, '');
        if (bare !== word) parts.add(bare);
        if (token.raw.includes('.')) for (const piece of token.raw.toLowerCase().split('.')) parts.add(piece);
        continue;
      }
      if (word.length >= 4) vocabulary.add(word);
      for (const part of splitter.partsOf(lemma(word))) {
        parts.add(lemma(part));
        if (part.length >= 4) vocabulary.add(part);
      }
    }
    for (const joined of hyphenated(source)) parts.add(lemma(joined));
    return words.join(' ');
  };
  const title = wordsOf(text.title);
  const summary = wordsOf([...text.keywords, text.summary].join('\n'));
  const body = wordsOf(text.body.join('\n'));
  return { title, summary, body, parts: [...parts].join(' '), vocabulary };
}

/** `aerius-berekening` is also found as one word. */
function hyphenated(source: string): string[] {
  return (source.match(/\p{L}+(?:-\p{L}+)+/gu) ?? [])
    .map((match) =>
      tokensOf(match)
        .map((token) => token.word)
        .join(''),
    )
    .filter((word) => word.length <= longestWord);
}
