import { expect, test } from 'vitest';
import { isCapitals, tokensOf } from './tokens.ts';

const words = (text: string) => tokensOf(text).map((token) => token.word);

test.each([
  ['KP-2026-013', ['kp', '2026', '013']],
  ['ECLI:NL:RVS:2024:4923', ['ecli', 'nl', 'rvs', '2024', '4923']],
  ['Bkl art. 5.129g en 3.1.6 Bro', ['bkl', 'art', '5129g', 'en', '316', 'bro']],
  ['1.200 woningen', ['1200', 'woningen']],
  ['een m.e.r.-beoordeling', ['een', 'mer', 'beoordeling']],
  ['B&W en B en W', ['bw', 'en', 'b', 'en', 'w']],
  ["foto's van 's-Heerenbroek", ['foto', 'van', 's', 'heerenbroek']],
  ['één-op-één', ['een', 'op', 'een']],
  ['wooncoöperatie', ['wooncooperatie']],
  [`<script>alert('x')</script>`, ['script', 'alert', 'x', 'script']],
  ['!:*&|() <-> \u{1F6A7}\u{1F3D7}', []],
  ['مرحبا عالم', ['مرحبا', 'عالم']],
  ['', []],
])('takes the words of %s', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('remembers where each word stands', () => {
  const text = 'Te laat: Geëscaleerd!';
  const last = tokensOf(text).at(-1);
  expect(last && text.slice(last.start, last.end)).toBe('Geëscaleerd');
});

test('tells capitals', () => {
  expect(['RO', 'N35', 'N'].every(isCapitals)).toBe(true);
  expect(['Ro', 'ro', '35'].some(isCapitals)).toBe(false);
});

test('a page without an end takes no time to speak of', () => {
  const before = performance.now();
  tokensOf('a.'.repeat(100_000));
  tokensOf('1.'.repeat(100_000));
  tokensOf(`a'`.repeat(100_000));
  expect(performance.now() - before).toBeLessThan(2_000);
});
