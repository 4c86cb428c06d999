import { describe, expect, test } from 'vitest';
import { slugOf } from './slug.ts';

describe('slugOf', () => {
  test.each([
    ['Laddertoets: wanneer nodig, hoe kort mag het?', 'laddertoets-wanneer-nodig-hoe-kort-mag-het'],
    ['Geluid én geur — één kaart', 'geluid-en-geur-een-kaart'],
    ['§ ±', 'notitie'],
    ['🏠🏠🏠🏠🏠', 'notitie'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Nieuw', 'nieuw-notitie'],
    ['a'.repeat(200), 'a'.repeat(80)],
  ])('%s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });
  test('is cut at a word', () => {
    const slug = slugOf('woningbouw '.repeat(20));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith('woningbouw')).toBe(true);
  });
});
