import { expect, test } from 'vitest';
import {
  clashing,
  differing,
  emptyNote,
  inputOf,
  merged,
  missing,
  sourcesOf,
  writeInputOf,
  type NoteDraft,
} from './note-draft.ts';

const note: NoteDraft = {
  ...emptyNote,
  title: 'Laddertoets',
  summary: 'Kort',
  themeCodes: ['LADDERTOETS'],
  tags: 'ladder, behoefte',
  legalReferences: 'Bkl art. 5.129g\nKamerstukken 36 512',
};

test('sources stand one a line, and empty lines are none', () => {
  expect(sourcesOf({ legalReferences: ' Bkl art. 5.129g \n\n Kamerstukken 36 512\n' })).toEqual([
    'Bkl art. 5.129g',
    'Kamerstukken 36 512',
  ]);
});

test('spaces around and between change nothing', () => {
  expect(differing({ ...note, tags: 'ladder,behoefte ', title: ' Laddertoets' }, note)).toEqual([]);
});

test('only what was filled in goes along with a new note', () => {
  expect(writeInputOf({ ...note, tags: '', legalReferences: '' })).toEqual({
    title: 'Laddertoets',
    summary: 'Kort',
    themeCodes: ['LADDERTOETS'],
    confidentiality: 'PUBLIC',
  });
  expect(missing(emptyNote)).toEqual(['title', 'summary', 'themeCodes']);
  expect(missing({ ...note, themeCodes: ['A', 'B', 'C', 'D', 'E', 'F'] })).toEqual(['themeCodes']);
});

test('emptying a text is a change, and lists go as lists', () => {
  expect(inputOf({ ...note, tags: '', summary: 'Anders' }, ['tags', 'summary'])).toEqual({
    tags: [],
    summary: 'Anders',
  });
});

test('what only one hand touched is no question', () => {
  const mine = { ...note, summary: 'Mijn tekst' };
  const theirs = { ...note, title: 'Laddertoets kort', reviewBy: '2027-01-01' };
  expect(clashing(mine, note, theirs)).toEqual([]);
  expect(merged(mine, note, theirs, {})).toEqual({ ...theirs, summary: 'Mijn tekst' });
});

test('what both changed is asked, and stays mine unless theirs is chosen', () => {
  const mine = { ...note, summary: 'Mijn tekst', caveat: 'Let op' };
  const theirs = { ...note, summary: 'Hun tekst' };
  expect(clashing(mine, note, theirs)).toEqual(['summary']);
  expect(merged(mine, note, theirs, {}).summary).toBe('Mijn tekst');
  expect(merged(mine, note, theirs, { summary: 'theirs' })).toEqual({
    ...note,
    summary: 'Hun tekst',
    caveat: 'Let op',
  });
});

test('the same change by both is no question', () => {
  const both = { ...note, title: 'Laddertoets kort' };
  expect(clashing(both, note, both)).toEqual([]);
});
