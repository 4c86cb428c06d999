import { expect, test } from 'vitest';
import type { Concept, Facet } from '../query/concept.ts';
import type { Arm } from './arm.ts';
import type { Candidate } from './candidate.ts';
import { scoreAll, withRelated } from './score.ts';

const concept = (typed: string, facet: Facet | null = null, softFacet = false): Concept => ({
  typed,
  term: { text: typed, words: [typed], stems: [typed] },
  weight: 1,
  wholeWord: false,
  synonyms: [],
  pieces: [],
  telling: [],
  facet,
  softFacet,
  theme: null,
});
const arm = (asked: number, tier: Arm['tier'], zone: Arm['zone'] = 'WORDS'): Arm => ({
  concept: asked,
  tier,
  zone,
  query: `'x'`,
  via: null,
});
const candidate = (id: string, arms: number[], more: Partial<Candidate> = {}): Candidate => ({
  kind: 'BOTTLENECK',
  id,
  arms,
  municipalityId: null,
  regionId: null,
  tableId: null,
  state: 'IN_PROGRESS',
  validity: null,
  year: null,
  national: false,
  overdue: false,
  mine: false,
  retired: false,
  reuse: 0,
  themeCodes: [],
  changedAt: 0,
  ...more,
});
const ids = (scored: readonly { candidate: Candidate }[]) => scored.map((each) => each.candidate.id);

test('the word itself goes before its beginning, a part, a piece and a typing error', () => {
  const arms = [
    arm(0, 'EXACT'),
    arm(0, 'PREFIX'),
    arm(0, 'PART', 'ANY'),
    arm(0, 'SUBSTRING', 'ANY'),
    arm(0, 'TYPO', 'ANY'),
  ];
  const scored = scoreAll(
    [concept('net')],
    arms,
    [4, 2, 0, 3, 1].map((number) => candidate(`arm ${number}`, [number])),
  );
  expect(ids(scored)).toEqual(['arm 0', 'arm 1', 'arm 2', 'arm 3', 'arm 4']);
});

test('a title counts more than a text', () => {
  const scored = scoreAll(
    [concept('net')],
    [arm(0, 'EXACT', 'TITLE'), arm(0, 'EXACT')],
    [candidate('text', [1]), candidate('title', [0, 1])],
  );
  expect(ids(scored)).toEqual(['title', 'text']);
});

test('a rare word counts more than a common one, and what covers too little is left out', () => {
  const many = Array.from({ length: 20 }, (_, index) => candidate(`common ${index}`, [1]));
  const scored = scoreAll(
    [concept('laddertoets'), concept('gebied')],
    [arm(0, 'EXACT'), arm(1, 'EXACT')],
    [...many, candidate('rare', [0])],
  );
  expect(ids(scored)).toEqual(['rare']);
});

test('a word that nothing has does not count', () => {
  const [only] = scoreAll([concept('bopa'), concept('qwerty')], [arm(0, 'EXACT', 'TITLE')], [candidate('a', [0])]);
  expect(only?.score).toBe(1);
});

test('a place narrows when something fits, and only then', () => {
  const zwolle: Facet = { kind: 'MUNICIPALITY', ids: ['z'], name: 'Zwolle' };
  const asked = [concept('zwolle', zwolle), concept('stikstof')];
  const elsewhere = candidate('elsewhere', [0], { municipalityId: 'd' });
  const here = candidate('here', [0], { municipalityId: 'z' });
  const note = candidate('note', [0], { kind: 'NOTE', state: null });
  expect(ids(scoreAll(asked, [arm(1, 'EXACT')], [elsewhere, here, note]))).toEqual(['here', 'note']);
  expect(ids(scoreAll(asked, [arm(1, 'EXACT')], [elsewhere]))).toEqual(['elsewhere']);
});

test('a soft facet puts in front and leaves nothing out', () => {
  const late = candidate('late', [0], { overdue: true });
  const asked = [concept('te laat', { kind: 'OVERDUE', name: 'over tijd' }, true), concept('advies')];
  expect(ids(scoreAll(asked, [arm(1, 'EXACT')], [candidate('in time', [0]), late]))).toEqual(['late', 'in time']);
});

test('retired things come last', () => {
  const scored = scoreAll(
    [concept('net')],
    [arm(0, 'EXACT')],
    [candidate('withdrawn', [0], { retired: true }), candidate('open', [0])],
  );
  expect(ids(scored)).toEqual(['open', 'withdrawn']);
});

test('what is linked comes along, behind what was found', () => {
  const scored = scoreAll([concept('net')], [arm(0, 'EXACT', 'TITLE')], [candidate('found', [0])]);
  const related = withRelated(scored, [{ from: 'found', candidate: candidate('linked', [], { kind: 'NOTE' }) }]);
  expect(ids(related)).toEqual(['found', 'linked']);
  expect(related.at(1)?.ground).toEqual({ kind: 'RELATED', to: 'found' });
});

test('equal ones stand in the same order every time', () => {
  const all = ['c', 'a', 'b'].map((id) => candidate(id, [0]));
  expect(ids(scoreAll([concept('net')], [arm(0, 'EXACT')], all))).toEqual(['a', 'b', 'c']);
});
