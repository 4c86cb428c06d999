import { expect, test } from 'vitest';
import { lemma } from './lemma.ts';

test.each([
  ['deposities', 'depositie'],
  ['corporaties', 'corporatie'],
  ['rekenmodellen', 'rekenmodel'],
  ['omgevingsplannen', 'omgevingsplan'],
  ['ontwikkelaars', 'ontwikkelaar'],
  ['mogelijkheden', 'mogelijkheid'],
  ['vleermuizen', 'vleermuis'],
  ['tarieven', 'tarief'],
  ['woningen', 'woningen'],
  ['4923', '4923'],
  ['huis', 'huis'],
])('brings %s to %s', (word, expected) => {
  expect(lemma(word)).toBe(expected);
});
