import { expect, test } from 'vitest';
import { chosenTwice, firstChoices, missingFields } from './column-choices.ts';

test('what was chosen before goes first, then what the header suggests, and no field twice by itself', () => {
  const choices = firstChoices([
    { index: 0, field: 'TITLE', suggested: null },
    { index: 1, field: null, suggested: 'PROJECT' },
    { index: 2, field: null, suggested: 'PROJECT' },
    { index: 3, field: null, suggested: null },
  ]);
  expect([...choices]).toEqual([
    [0, 'TITLE'],
    [1, 'PROJECT'],
    [2, null],
    [3, null],
  ]);
});

test('two columns on one field are told, columns left out are not', () => {
  expect([
    ...chosenTwice(
      new Map([
        [0, 'TITLE'],
        [1, 'TITLE'],
        [2, null],
        [3, null],
      ] as const),
    ),
  ]).toEqual(['TITLE']);
});

test('a list needs a title, and something that says which project it is', () => {
  expect(missingFields(new Map([[0, null]]))).toEqual(['TITLE', 'PROJECT']);
  expect(
    missingFields(
      new Map([
        [0, 'TITLE'],
        [1, 'PLAN_NUMBER'],
      ] as const),
    ),
  ).toEqual([]);
  expect(missingFields(new Map([[0, 'NUMBER']] as const))).toEqual(['TITLE']);
});
