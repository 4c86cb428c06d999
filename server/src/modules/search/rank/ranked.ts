import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Viewer } from '../../people/people.module.ts';
import type { Concept, Facet, ReadQuery } from '../query/concept.ts';
import type { Reader } from '../query/read-query.ts';
import type { FoundWords } from '../text/highlighter.ts';
import { type Arm, type Expansion, armsOf, everyWord } from './arm.ts';
import type { Candidate } from './candidate.ts';
import { wordsBegunLike, wordsHolding, wordsLike } from './expand-words.ts';
import { type Among, findCandidates } from './find-candidates.ts';
import { findLinks } from './find-links.ts';
import { fitsFacet, isJudgedBy } from './fits-facet.ts';
import { type Scored, scoreAll, withRelated } from './score.ts';

/** Everything found, best first, with what is needed to show it. */
export interface Ranked {
  readonly scored: readonly Scored[];
  /** The same before typed filters left anything out: what each of them would give is counted among these. */
  readonly all: readonly Scored[];
  readonly foundWords: FoundWords;
  /** Words put right, by concept; only words that stand in something the viewer may see. */
  readonly corrections: ReadonlyMap<number, string>;
}

/** So many of the best bring along what they are linked with, as long as they are about as good as the best. */
const bringAlong = 10;
const goodEnough = 0.5;

export interface RankRequest {
  readonly viewer: Viewer;
  readonly read: ReadQuery;
  readonly today: LocalDate;
}

/**
 * Finds and ranks. Between four and eleven statements, whatever the question and however much there is: typing errors are
 * looked into only when a word stands in nothing that the viewer may see, so that what they may not see changes nothing.
 */
export async function rankDocuments(
  em: SqlEntityManager,
  reader: Reader,
  { viewer, read, today }: RankRequest,
): Promise<Ranked> {
  const { concepts } = read;
  if (concepts.length === 0) return { scored: [], all: [], foundWords: new Map(), corrections: new Map() };
  const facets = facetsAlone(concepts);
  let expansions = await wordsHolding(em, reader.stemmer, viewer, concepts);
  let arms = armsOf(concepts, expansions);
  let candidates = await findCandidates(em, { viewer, arms, facets, among: amongOf(concepts, arms, facets), today });
  const missing = conceptsWithout(concepts, arms, candidates);
  if (missing.size > 0) {
    const whole = await wordsLike(em, reader.stemmer, viewer, concepts, missing);
    const without = new Set([...missing].filter((number) => !whole.some(({ concept }) => concept === number)));
    const lookAlikes = [...whole, ...(await wordsBegunLike(em, reader.stemmer, viewer, concepts, without))];
    const better = armsOf(concepts, [...expansions, ...lookAlikes], missing);
    if (better.length > arms.length) {
      expansions = [...expansions, ...lookAlikes];
      arms = better;
      candidates = await findCandidates(em, { viewer, arms, facets, among: amongOf(concepts, arms, facets), today });
    }
  }
  const all = await relate(em, { viewer, today, concepts, scored: scoreAll(concepts, arms, candidates) });
  return {
    all,
    scored: all.filter(({ candidate }) =>
      concepts.every(({ facet, strict }) => !strict || !facet || fitsFacet(facet, candidate)),
    ),
    foundWords: foundWordsOf(expansions),
    corrections: correctionsOf(arms, candidates, missing),
  };
}

/** A question of facets alone is a filter; otherwise the words find and the facets narrow. */
function facetsAlone(concepts: readonly Concept[]): Facet[] {
  const facets = concepts.flatMap((concept) => (concept.facet ? [concept.facet] : []));
  const words = concepts.filter((concept) => !concept.facet && concept.weight === 1);
  return words.length === 0 ? facets : [];
}

/** Where the best must be looked for by itself: among what holds every word, and among what is of the place or state. */
function amongOf(concepts: readonly Concept[], arms: readonly Arm[], alone: readonly Facet[]): Among[] {
  if (alone.length > 0) return [];
  const words = everyWord(concepts, arms);
  const firm = concepts.flatMap((concept) => (concept.facet && !concept.softFacet ? [concept.facet] : []));
  return [...(words === null ? [] : [{ words }]), ...(firm.length === 0 ? [] : [{ facets: firm }])];
}

function conceptsWithout(
  concepts: readonly Concept[],
  arms: readonly Arm[],
  candidates: readonly Candidate[],
): ReadonlySet<number> {
  const having = new Set(candidates.flatMap((candidate) => candidate.arms.map((number) => arms[number]?.concept)));
  return new Set(concepts.flatMap((concept, number) => (having.has(number) || concept.facet ? [] : [number])));
}

function foundWordsOf(expansions: readonly Expansion[]): FoundWords {
  const found = new Map<number, Set<string>>();
  for (const { concept, words } of expansions) {
    const known = found.get(concept) ?? new Set<string>();
    for (const { stem } of words) known.add(stem);
    found.set(concept, known);
  }
  return found;
}

/** The likest word that stands in something visible; the arms are in order of likeness. */
function correctionsOf(
  arms: readonly Arm[],
  candidates: readonly Candidate[],
  missing: ReadonlySet<number>,
): ReadonlyMap<number, string> {
  const used = new Set(candidates.flatMap((candidate) => candidate.arms));
  const corrections = new Map<number, string>();
  for (const [number, arm] of arms.entries()) {
    if (
      arm.tier !== 'TYPO' ||
      !arm.via ||
      !missing.has(arm.concept) ||
      !used.has(number) ||
      corrections.has(arm.concept)
    )
      continue;
    corrections.set(arm.concept, arm.via);
  }
  return corrections;
}

/** Adds what the best are linked with: notes that were used on a case, cases that a note was used on. At most two statements. */
export async function relate(
  em: SqlEntityManager,
  request: { viewer: Viewer; today: LocalDate; concepts: readonly Concept[]; scored: readonly Scored[] },
): Promise<readonly Scored[]> {
  const { scored, concepts } = request;
  const best = scored[0]?.score ?? 0;
  const sources = scored.slice(0, bringAlong).filter((each) => each.score >= best * goodEnough);
  const pairs = await findLinks(
    em,
    sources.map((each) => each.candidate.id),
  );
  if (pairs.length === 0) return scored;
  const known = new Map(scored.map((each) => [each.candidate.id, each.candidate]));
  const also = [...new Set(pairs.map((pair) => pair.to))].filter((id) => !known.has(id));
  if (also.length > 0) {
    const others = await findCandidates(em, {
      viewer: request.viewer,
      arms: [],
      facets: [],
      also,
      today: request.today,
    });
    for (const candidate of others) known.set(candidate.id, candidate);
  }
  const firm = concepts.flatMap((concept) =>
    concept.facet && !concept.softFacet && !concept.strict ? [concept.facet] : [],
  );
  const fits = (candidate: Candidate) =>
    firm.every((facet) => !isJudgedBy(candidate.kind, facet) || fitsFacet(facet, candidate));
  const links = pairs.flatMap(({ from, to }) => {
    const candidate = known.get(to);
    return candidate && fits(candidate) ? [{ from, candidate }] : [];
  });
  return withRelated(scored, links);
}
