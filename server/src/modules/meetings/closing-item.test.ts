import { describe, expect, test } from 'vitest';
import { placeForNewItem } from './closing-item.ts';

const item = (title: string, { closedPart = false, subjects = 0 } = {}) => ({
  title,
  closedPart,
  subjects: Array.from({ length: subjects }),
});

describe('placeForNewItem', () => {
  test.each([
    'Afsluiting',
    'Rondvraag en sluiting',
    'W.v.t.t.k.',
    'Samenvatting besluiten en acties, rondvraag',
    'Closing',
  ])('before «%s» at the end', (title) => {
    expect(placeForNewItem([item('Opening'), item(title)], false)).toBe(1);
  });
  test('at the end of an agenda without one', () => {
    expect(placeForNewItem([], false)).toBe(0);
    expect(placeForNewItem([item('Opening'), item('Stikstof')], false)).toBe(2);
  });
  test('a closing word elsewhere, in a longer word or on a case is no closing item', () => {
    expect(placeForNewItem([item('Sluiting vorige'), item('Stikstof')], false)).toBe(2);
    expect(placeForNewItem([item('Netaansluiting Leikade')], false)).toBe(1);
    expect(placeForNewItem([item('Afsluiting Dorpsstraat', { subjects: 1 })], false)).toBe(1);
  });
  test('before the closing item that a closed part follows; the closed part itself last', () => {
    const agenda = [item('Opening'), item('Rondvraag'), item('Grondpositie', { closedPart: true })];
    expect(placeForNewItem(agenda, false)).toBe(1);
    expect(placeForNewItem(agenda, true)).toBe(3);
  });
});
