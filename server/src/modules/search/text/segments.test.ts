import { expect, test } from 'vitest';
import type { Mark } from './highlighter.ts';
import { passageOf } from './passage.ts';
import { segmentsOf } from './segments.ts';

const mark = (text: string, word: string, concept = 0): Mark => {
  const start = text.indexOf(word);
  return { start, end: start + word.length, concept, synonym: null };
};
const joined = (segments: readonly { text: string }[]) => segments.map((segment) => segment.text).join('');

test('the pieces are the text', () => {
  const text = 'Intern salderen & <b>stikstof</b>';
  const segments = segmentsOf(text, [mark(text, 'Intern'), mark(text, 'salderen'), mark(text, 'stikstof')]);
  expect(joined(segments)).toBe(text);
  expect(segments.filter((segment) => segment.hit).map((segment) => segment.text)).toEqual([
    'Intern salderen',
    'stikstof',
  ]);
});

test('no marks, one piece; no text, none', () => {
  expect(segmentsOf('abc', [])).toEqual([{ text: 'abc', hit: false }]);
  expect(segmentsOf('', [])).toEqual([]);
});

test('a short text is shown whole', () => {
  expect(joined(passageOf('Kort\nen goed.', []))).toBe('Kort en goed.');
});

test('a passage lies around most of what was asked for', () => {
  const text = `${'Iets heel anders staat hier vooraan. '.repeat(20)}De depositie raakt het laagveen. ${'En nog veel meer. '.repeat(20)}`;
  const passage = passageOf(text, [mark(text, 'depositie', 0), mark(text, 'laagveen', 1)]);
  expect(passage.filter((segment) => segment.hit).map((segment) => segment.text)).toEqual(['depositie', 'laagveen']);
  expect(joined(passage)).toMatch(/^… De depositie raakt het laagveen\..* …$/);
  expect(joined(passage).length).toBeLessThan(220);
});

test('a word without end is cut between characters', () => {
  const passage = joined(passageOf('\u{1F3D7}'.repeat(500), []));
  expect(passage.isWellFormed()).toBe(true);
  expect(passage.length).toBeLessThan(220);
});
