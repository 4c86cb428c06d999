import { beforeAll, expect, test } from 'vitest';
import { CompoundSplitter } from './compound.ts';
import { dutchWords } from './dutch-words.ts';

let splitter: CompoundSplitter;
beforeAll(async () => {
  splitter = new CompoundSplitter(await dutchWords());
});

test.each([
  ['stikstofdepositie', ['stikstof', 'depositie']],
  ['stroomaansluiting', ['stroom', 'aansluiting']],
  ['netcongestie', ['net', 'congestie']],
  ['gemeentegrond', ['gemeente', 'grond']],
  ['omgevingsplan', ['omgeving', 'plan']],
  ['rekenmodel', ['reken', 'model']],
  ['watertoets', ['water', 'toets']],
  ['milieuruimte', ['milieu', 'ruimte']],
])('takes %s apart', (word, parts) => {
  expect(splitter.partsOf(word)).toEqual(parts);
});

test('gives the parts of parts, and the tail', () => {
  expect(splitter.partsOf('woningbouwlocatie')).toEqual(
    expect.arrayContaining(['woningbouw', 'woning', 'bouw', 'locatie']),
  );
  expect(splitter.partsOf('soortenmanagementplan')).toContain('managementplan');
});

test.each([
  'minister',
  'ministerie',
  'stikstof',
  'woning',
  'register',
  'kwartier',
  'plan',
  'zwolle',
  'xyzzyqwerty',
  '2026abc',
])('leaves %s whole', (word) => {
  expect(splitter.partsOf(word)).toEqual([]);
});

test('a word without end is whole, at once', () => {
  const before = performance.now();
  expect(splitter.partsOf('a'.repeat(60))).toEqual([]);
  splitter.partsOf('bouwplan'.repeat(7));
  expect(performance.now() - before).toBeLessThan(500);
});

test('takes a compound in a question to its pieces', () => {
  expect(splitter.piecesOf('woningbouwknelpunten')).toEqual(['woningbouw', 'knelpunt']);
});
