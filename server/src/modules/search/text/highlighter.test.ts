import { beforeAll, expect, test } from 'vitest';
import type { Concept, Term } from '../query/concept.ts';
import { CompoundSplitter } from './compound.ts';
import { dutchWords } from './dutch-words.ts';
import { Highlighter } from './highlighter.ts';
import { Stemmer } from './stemmer.ts';
import { tokensOf } from './tokens.ts';

let splitter: CompoundSplitter;
beforeAll(async () => {
  splitter = new CompoundSplitter(await dutchWords());
});

/** Cuts off -en, which is enough here; the real one asks the database. */
class PlainStemmer extends Stemmer {
  override async stems(_em: unknown, words: Iterable<string>): Promise<Map<string, string | null>> {
    return new Map([...words].map((word) => [word, word === 'van' ? null : word.replace(/en$/, '')]));
  }
}

const term = (text: string): Term => {
  const words = tokensOf(text).map((token) => token.word);
  return { text, words, stems: words.map((word) => (word === 'van' ? null : word.replace(/en$/, ''))) };
};
const concept = (text: string, more: Partial<Concept> = {}): Concept => ({
  typed: text,
  term: term(text),
  weight: 1,
  wholeWord: false,
  synonyms: [],
  pieces: [],
  telling: [],
  facet: null,
  softFacet: false,
  theme: null,
  ...more,
});

async function found(concepts: readonly Concept[], text: string): Promise<string[]> {
  const highlighter = new Highlighter(concepts, new Map(), splitter);
  await highlighter.prepare(undefined as never, new PlainStemmer(), [text]);
  return highlighter.marks(text).map((mark) => text.slice(mark.start, mark.end));
}

test('finds the word, other forms of it and its beginnings', async () => {
  expect(await found([concept('woning')], 'Woningen, de woning, woningbouw')).toEqual([
    'Woningen',
    'woning',
    'woningbouw',
  ]);
});

test('finds parts of compounds, and nothing inside other words', async () => {
  expect(await found([concept('depositie')], 'De stikstofdepositie')).toEqual(['stikstofdepositie']);
  expect(await found([concept('ster')], 'De minister en het ministerie')).toEqual([]);
});

test('an abbreviation is a whole word', async () => {
  expect(await found([concept('woo', { wholeWord: true })], 'Een Woo-verzoek over woonruimte')).toEqual(['Woo']);
});

test('finds synonyms, also as a sequence', async () => {
  const asked = concept('LDV', { wholeWord: true, synonyms: [term('laddertoets'), term('weging van waterbelang')] });
  expect(await found([asked], 'De laddertoets en de weging van waterbelang')).toEqual([
    'laddertoets',
    'weging van waterbelang',
  ]);
});

test('accents and capitals do not matter', async () => {
  expect(await found([concept('geescaleerd')], 'GEËSCALEERD')).toEqual(['GEËSCALEERD']);
});
