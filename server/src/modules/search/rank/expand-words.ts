import type { SqlEntityManager } from '@mikro-orm/sql';
import { searchLimits } from '@versnellingstafel/shared/search/limits';
import type { Viewer } from '../../people/people.module.ts';
import type { Concept } from '../query/concept.ts';
import { errorsAllowed, typingErrors } from '../text/edit-distance.ts';
import type { Stemmer } from '../text/stemmer.ts';
import { hasDigit } from '../text/tokens.ts';
import { type Expansion, quoted } from './arm.ts';
import { visibleDocument } from '../kinds/all-kinds.ts';

const mostPieces = 60;
const mostLookAlikes = 5;
/** So many words of the index are looked at, to choose from those that stand in something visible. */
const mostLookedAt = 240;

interface Found {
  readonly number: number;
  readonly word: string;
}

/**
 * Of these words, those that stand in something this viewer may see, with their stems: a word of what is hidden would else take the place
 * of another among the few that are used, and so be noticed.
 */
async function visible<Row extends Found>(
  em: SqlEntityManager,
  stemmer: Stemmer,
  viewer: Viewer,
  rows: readonly Row[],
): Promise<{ row: Row; stem: string }[]> {
  if (rows.length === 0) return [];
  const stems = await stemmer.stems(
    em,
    rows.map((row) => row.word),
  );
  const asked = [...stems].flatMap(([word, stem]) => (stem === null ? [] : [{ word, query: quoted(stem) }]));
  const seen = visibleDocument(viewer);
  const standing = await em.execute<{ word: string }[]>(
    `select asked.word from jsonb_to_recordset(?::jsonb) as asked (word text, query text)
     where exists (select from search_document d where d.terms @@ asked.query::tsquery and ${seen.sql})`,
    [JSON.stringify(asked), ...seen.params],
  );
  const words = new Set(standing.map(({ word }) => word));
  return rows.flatMap((row) => {
    const stem = words.has(row.word) ? stems.get(row.word) : null;
    return stem ? [{ row, stem }] : [];
  });
}

/** The word of a concept when it is one word of letters, long enough to be a piece of another or to hold a typing error. */
function loneWord(concept: Concept, least: number): string | null {
  const [word] = concept.term.words;
  if (concept.term.words.length !== 1 || !word || concept.wholeWord || hasDigit(word) || word.length < least)
    return null;
  return concept.facet && concept.facet.kind !== 'MUNICIPALITY' ? null : word;
}

/** What other words hold of a word: its stem where that is its beginning and long enough (`drempel` of `drempels`), or else the word. */
function heldBy(word: string, stem: string | null): string {
  return stem !== null && stem.length >= searchLimits.substringMin && word.startsWith(stem) ? stem : word;
}

/** Words that hold the typed one in their middle, of what the viewer may see; the shortest first. */
export async function wordsHolding(
  em: SqlEntityManager,
  stemmer: Stemmer,
  viewer: Viewer,
  concepts: readonly Concept[],
): Promise<Expansion[]> {
  const asked = concepts.flatMap((concept, number) => {
    const word = loneWord(concept, searchLimits.substringMin);
    return word === null ? [] : [{ number, word: heldBy(word, concept.term.stems[0] ?? null) }];
  });
  if (asked.length === 0) return [];
  const rows: { number: number; word: string }[] = await em.execute(
    `select asked.number, found.word from jsonb_to_recordset(?::jsonb) as asked (number int, word text)
     cross join lateral (select w.word from search_word w where w.word like '%' || asked.word || '%'
       order by length(w.word), w.word limit ${mostLookedAt}) found`,
    [JSON.stringify(asked)],
  );
  const standing = await visible(em, stemmer, viewer, rows);
  return asked.map(({ number }) => ({
    concept: number,
    tier: 'SUBSTRING' as const,
    words: standing
      .filter(({ row }) => row.number === number)
      .slice(0, mostPieces)
      .map(({ row, stem }) => ({ word: row.word, stem })),
  }));
}

/** Words that look like the typed one, of what the viewer may see, the likest first; each an expansion of its own, so that one can be proposed. */
export async function wordsLike(
  em: SqlEntityManager,
  stemmer: Stemmer,
  viewer: Viewer,
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
       order by 2 desc, 1 limit ${mostLookedAt}) found`,
    [JSON.stringify(asked)],
  );
  const typed = new Map(asked.map(({ number, word }) => [number, word]));
  const errorsIn = ({ number, word }: Found) => {
    const meant = typed.get(number) ?? '';
    return typingErrors(word, meant, errorsAllowed(meant.length));
  };
  const near = rows.filter((row) => {
    const errors = errorsIn(row);
    return errors > 0 && errors <= errorsAllowed((typed.get(row.number) ?? '').length);
  });
  const standing = await visible(em, stemmer, viewer, near);
  return asked.flatMap(({ number }) =>
    standing
      .filter(({ row }) => row.number === number)
      .map(({ row, stem }) => ({ row, stem, errors: errorsIn(row) }))
      .toSorted((a, b) => a.errors - b.errors || b.row.likeness - a.row.likeness)
      .slice(0, mostLookAlikes)
      .map(({ row, stem }) => ({ concept: number, tier: 'TYPO' as const, words: [{ word: row.word, stem }] })),
  );
}

/** A beginning is looked at in words from this many letters on, and is at least so long itself. */
const begunMin = 8;
const beginningMin = 6;
const beginningShare = 0.6;

/**
 * Words that a long one begins like, of what the viewer may see: `hoogspanning` for the misspelt `hoogspaningskabel`. For words that stand
 * nowhere, when not even a likeness of the whole does.
 */
export async function wordsBegunLike(
  em: SqlEntityManager,
  stemmer: Stemmer,
  viewer: Viewer,
  concepts: readonly Concept[],
  numbers: ReadonlySet<number>,
): Promise<Expansion[]> {
  const asked = concepts.flatMap((concept, number) => {
    const word = numbers.has(number) ? loneWord(concept, begunMin) : null;
    if (word === null) return [];
    return [
      { number, word, beginning: word.slice(0, Math.max(beginningMin, Math.ceil(word.length * beginningShare))) },
    ];
  });
  if (asked.length === 0) return [];
  const rows: { number: number; word: string }[] = await em.execute(
    `select asked.number, found.word from jsonb_to_recordset(?::jsonb) as asked (number int, beginning text)
     cross join lateral (select w.word from search_word w where w.word % asked.beginning
       order by similarity(w.word, asked.beginning) desc, w.word limit ${mostLookedAt}) found`,
    [JSON.stringify(asked)],
  );
  const typed = new Map(asked.map(({ number, word }) => [number, word]));
  const begun = rows.filter(({ number, word }) => {
    const meant = typed.get(number) ?? '';
    return (
      word.length >= beginningMin &&
      word.length < meant.length &&
      typingErrors(word, meant.slice(0, word.length), 1) + (word.length < begunMin ? 1 : 0) <= 1
    );
  });
  const standing = await visible(em, stemmer, viewer, begun);
  return asked.flatMap(({ number }) => {
    const words = standing
      .filter(({ row }) => row.number === number)
      .toSorted((a, b) => b.row.word.length - a.row.word.length)
      .slice(0, mostLookAlikes)
      .map(({ row, stem }) => ({ word: row.word, stem }));
    return words.length === 0 ? [] : [{ concept: number, tier: 'PIECE' as const, words }];
  });
}
