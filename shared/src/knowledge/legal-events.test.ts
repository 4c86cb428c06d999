import { describe, expect, test } from 'vitest';
import { mayRecordLegalEvent, restsOn } from './legal-events.ts';

describe('a source rests on what an event is about', () => {
  test.each([
    ['ABRvS 18 december 2024, ECLI:NL:RVS:2024:4923', 'ecli:nl:rvs:2024:4923', true],
    ['ECLI:NL:RVS:2024:49231', 'ECLI:NL:RVS:2024:4923', false],
    ['Bkl art. 5.129g', 'Bkl', true],
    ['Bkl art. 5.129g', 'art. 5.129', false],
    ['Bkl  art. 5.129g', 'bkl art. 5.129g', true],
    ['Wet kwaliteitsborging', 'Wkb', false],
    ['Eénmalige regeling', 'eenmalige', true],
    ['Omgevingswet', '', false],
    ['Omgevingswet', '  ', false],
    ['Wnbx en Wnb', 'Wnb', true],
  ])('%s on %s: %s', (source, reference, expected) => {
    expect(restsOn(source, reference)).toBe(expected);
  });
});

test('editors and validators record, others read', () => {
  expect(mayRecordLegalEvent({ isEditor: true, isValidator: false }).allowed).toBe(true);
  expect(mayRecordLegalEvent({ isEditor: false, isValidator: true }).allowed).toBe(true);
  expect(mayRecordLegalEvent({ isEditor: false, isValidator: false })).toEqual({
    allowed: false,
    reason: 'KNOWLEDGE_ROLES_ONLY',
  });
});
