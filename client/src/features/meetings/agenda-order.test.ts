import { expect, test } from 'vitest';
import { mergedOrder, moved, movesBetween, timed } from './agenda-order.ts';

const item = (id: string, minutes: number) => ({ id, minutes, position: 0, startsAt: '' });

test('times follow from the order and the minutes', () => {
  const items = timed([item('a', 10), item('b', 25), item('c', 5)], '2026-12-10T12:30:00.000Z');
  expect(items.map(({ position, startsAt }) => [position, startsAt.slice(11, 16)])).toEqual([
    [1, '12:30'],
    [2, '12:40'],
    [3, '13:05'],
  ]);
  expect(
    timed(moved(items, 'c', 0), '2026-12-10T12:30:00.000Z').map(({ id, startsAt }) => id + startsAt.slice(11, 16)),
  ).toEqual(['c12:30', 'a12:35', 'b12:45']);
});

test('moving what a colleague took off changes nothing', () => {
  const items = [item('a', 1)];
  expect(moved(items, 'gone', 0)).toBe(items);
});

test('my order keeps what they added, behind what it follows, and drops what they took off', () => {
  expect(mergedOrder(['c', 'a', 'b'], ['a', 'new', 'b', 'c'])).toEqual(['c', 'a', 'new', 'b']);
  expect(mergedOrder(['b', 'a'], ['new', 'a', 'b'])).toEqual(['new', 'b', 'a']);
  expect(mergedOrder(['b', 'gone', 'a'], ['a', 'b'])).toEqual(['b', 'a']);
});

/** Every order of these ids. */
function ordersOf(ids: readonly string[]): string[][] {
  if (ids.length < 2) return [[...ids]];
  return ids.flatMap((id) => ordersOf(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
}

test('the moves lead to the order, however it was', () => {
  const from = ['a', 'b', 'c', 'd', 'e', 'f'];
  for (const to of ordersOf(from)) {
    let order: readonly { id: string }[] = from.map((id) => ({ id }));
    for (const { id, position } of movesBetween(from, to)) order = moved(order, id, position - 1);
    expect(order.map(({ id }) => id)).toEqual(to);
  }
});

test('one move is told as one move', () => {
  expect(movesBetween(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'])).toEqual([{ id: 'a', position: 4 }]);
  expect(movesBetween(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual([{ id: 'd', position: 1 }]);
  expect(movesBetween(['a', 'b'], ['a', 'b'])).toEqual([]);
});
