import { expect, test } from 'vitest';
import { wordDifferences } from './word-differences.ts';

const marked = (runs: { text: string; differs: boolean }[]): string =>
  runs.map(({ text, differs }) => (differs ? `[${text.trim()}]` : text.trim())).join(' ');

test('only the words that differ are marked', () => {
  const { left, right } = wordDifferences(
    'Ontwerpsessie op 3 december met waterschap',
    'Ontwerpsessie op 8 december met het waterschap',
  );
  expect(marked(left)).toBe('Ontwerpsessie op [3] december met waterschap');
  expect(marked(right)).toBe('Ontwerpsessie op [8] december met [het] waterschap');
});

test('the runs together are the text, unchanged', () => {
  const text = 'Twee  spaties en\neen regel';
  expect(
    wordDifferences(text, 'iets anders')
      .left.map((run) => run.text)
      .join(''),
  ).toBe(text);
});

test('equal texts have one run, empty texts none that differ', () => {
  expect(wordDifferences('gelijk', 'gelijk').left).toEqual([{ text: 'gelijk', differs: false }]);
  expect(wordDifferences('', 'nieuw').right).toEqual([{ text: 'nieuw', differs: true }]);
});
