import type { SqlEntityManager } from '@mikro-orm/sql';
import { searchLimits } from '@versnellingstafel/shared/search/limits';
import type { Concept } from '../query/concept.ts';
import { errorsAllowed, typingErrors } from '../text/edit-distance.ts';
import type { Stemmer } from '../text/stemmer.ts';
import { hasDigit } from '../text/tokens.ts';
import type { Expansion } from './arm.ts';

const mostPieces = 60;
const mostLookAlikes = 5;

/** The word of a concept when it is one word of letters, long enough to be a piece of another or to hold a typing error. */
function loneWord(concept: Concept, least: number): string | null {
  const [word] = concept.term.words;
  if (concept.term.words.length !== 1 || !word || concept.wholeWord || hasDigit(word) || word.length < least)
    return null;
  return concept.facet && concept.facet.kind !== 'MUNICIPALITY' ? null : word;
}

/**
 * Words of the index that hold the typed one in their middle. Which documents have them, and whether the viewer may see
 * those, is decided afterwards.
 */
export async function wordsHolding(
  em: SqlEntityManager,
  stemmer: Stemmer,
  concepts: readonly Concept[],
): Promise<Expansion[]> {
  const asked = concepts.flatMap((concept, number) => {
    const word = loneWord(concept, searchLimits.substringMin);
    return word === null ? [] : [{ number, word }];
  });
  if (asked.length === 0) return [];
  const rows: { number: number; word: string }[] = await em.execute(
    `select asked.number, found.word from jsonb_to_recordset(?::jsonb) as asked (number int, word text)
     cross join lateral (select w.word from search_word w where w.word like '%' || asked.word || '%' limit ${mostPieces}) found`,
    [JSON.stringify(asked)],
  );
  const stems = await stemmer.stems(
    em,
    rows.map((row) => row.word),
  );
  return asked.map(({ number }) => ({
    concept: number,
    tier: 'SUBSTRING' as const,
    words: rows.filter((row) => row.number === number).flatMap(({ word }) => withStem(word, stems.get(word) ?? null)),
  }));
}

/** Words of the index that look like the typed one, the likest first; each an expansion of its own, so that one can be proposed. */
export async function wordsLike(
  em: SqlEntityManager,
  stemmer: Stemmer,
  concepts: readonly Concept[],
  numbers: ReadonlySet<number>,
): Promise<Expansion[]> {
  const asked = concepts.flatMap((concept, number) => {
    const word = numbers.has(number) ? loneWord(concept, searchLimits.typoMin) : null;
    return word === null ? [] : [{ number, word }];
  });
  if (asked.length === 0) return [];
  const rows: { number: number; word: string; likeness: number }[] = await em.execute(
    `select asked.number, found.word, found.likeness from jsonb_to_recordset(?::jsonb) as asked (number int, word text)
     cross join lateral (select w.word, similarity(w.word, asked.word) as likeness from search_word w where w.word % asked.word
       order by 2 desc, 1 limit 30) found`,
    [JSON.stringify(asked)],
  );
  const stems = await stemmer.stems(
    em,
    rows.map((row) => row.word),
  );
  return asked.flatMap(({ number, word }) =>
    rows
      .filter((row) => row.number === number && row.word !== word)
      .map((row) => ({ row, errors: typingErrors(row.word, word, errorsAllowed(word.length)) }))
      .filter(({ errors }) => errors <= errorsAllowed(word.length))
      .toSorted((a, b) => a.errors - b.errors || b.row.likeness - a.row.likeness)
      .slice(0, mostLookAlikes)
      .map(({ row }) => ({
        concept: number,
        tier: 'TYPO' as const,
        words: withStem(row.word, stems.get(row.word) ?? null),
      })),
  );
}

function withStem(word: string, stem: string | null): { word: string; stem: string }[] {
  return stem === null ? [] : [{ word, stem }];
}
