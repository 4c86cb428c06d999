import { expect, test } from 'vitest';
import { errorsAllowed, typingErrors } from './edit-distance.ts';

test.each([
  ['soortenmangementplan', 'soortenmanagementplan', 1],
  ['zwole', 'zwolle', 1],
  ['zwlole', 'zwolle', 1],
  ['stikstof', 'stikstof', 0],
  ['stik', 'stof', 2],
])('%s and %s differ by %i', (a, b, errors) => {
  expect(typingErrors(a, b, 3)).toBe(errors);
  expect(typingErrors(b, a, 3)).toBe(errors);
});

test('stops counting beyond what matters', () => {
  expect(typingErrors('ster', 'minister', 2)).toBe(3);
  expect(typingErrors('aaaaaaaa', 'bbbbbbbb', 2)).toBe(3);
});

test('short words hold no errors', () => {
  expect([4, 5, 8, 14].map(errorsAllowed)).toEqual([0, 1, 2, 3]);
});
