import type { Concept } from '../query/concept.ts';
import { type Arm, type Tier, armWorth } from './arm.ts';
import type { Candidate } from './candidate.ts';
import { fitsFacet, isJudgedBy } from './fits-facet.ts';
import { standingOf } from './standing.ts';

/** What told most for a document. */
export type Ground =
  | { readonly kind: 'WORD'; readonly tier: Tier; readonly concept: number; readonly via: string | null }
  | { readonly kind: 'FACET'; readonly concept: number }
  | { readonly kind: 'RELATED'; readonly to: string };

export interface Scored {
  readonly candidate: Candidate;
  /** 0 to about 1.5, in steps of a millionth so that a cursor can carry it. */
  readonly score: number;
  readonly ground: Ground;
}

interface Match {
  readonly worth: number;
  readonly ground: Ground;
}

/** Below this share of what the best document covers of the question, a document is left out. */
const leastShare = 0.5;
/** What a linked case or note gets of the score of the one it is linked to. */
const relatedShare = 0.35;

export interface ScoreOptions {
  /** Share of the best coverage that a document must reach; lower for look-alikes of a long text. */
  readonly leastShare?: number;
}

/** Ranks documents: rare words count more than common ones, near finds more than far ones. */
export function scoreAll(
  concepts: readonly Concept[],
  arms: readonly Arm[],
  candidates: readonly Candidate[],
  options: ScoreOptions = {},
): Scored[] {
  const matched = candidates.map((candidate) => ({
    candidate,
    matches: concepts.map((concept, index) => bestMatch(concept, index, arms, candidate)),
  }));
  const texts = concepts.flatMap((concept, index) => (concept.facet ? [] : [index]));
  // A typed filter leaves out afterwards; beside words it says nothing about what fits best.
  const weights = concepts.map((concept, index) =>
    concept.strict && texts.length > 0
      ? 0
      : rarity(
          concept,
          matched.flatMap(({ matches }) => matches[index] ?? []),
          matched.length,
        ),
  );
  const total = sum(weights);
  if (total === 0) return [];
  const firm = concepts.flatMap((concept, index) =>
    concept.facet && !concept.softFacet && !concept.strict ? [index] : [],
  );
  const filtered = keepFacets(concepts, matched, firm, texts);
  // A soft facet says which come first, not which belong.
  const soft = concepts.every((concept) => concept.softFacet) ? [] : concepts.map((concept) => concept.softFacet);
  const covered = filtered.map(({ matches }) =>
    sum(matches.map((match, index) => (match && !soft[index] ? (weights[index] ?? 0) * nearness(match) : 0))),
  );
  const most = Math.max(0, ...covered);
  const scored: Scored[] = [];
  for (const [index, { candidate, matches }] of filtered.entries()) {
    const share = coverage(concepts, { candidate, matches }, weights, texts, covered[index] ?? 0, most);
    if (share < (options.leastShare ?? leastShare)) continue;
    const value = sum(matches.map((match, concept) => (match?.worth ?? 0) * (weights[concept] ?? 0))) / total;
    const ground = strongest(matches, weights);
    if (!ground || value === 0) continue;
    scored.push({ candidate, score: rounded(value * standingOf(candidate)), ground });
  }
  return scored.toSorted(byScore);
}

/** Best first; equal ones by the last change, and then always in the same order. */
export function byScore(a: Scored, b: Scored): number {
  return (
    b.score - a.score || b.candidate.changedAt - a.candidate.changedAt || (a.candidate.id < b.candidate.id ? -1 : 1)
  );
}

function bestMatch(concept: Concept, index: number, arms: readonly Arm[], candidate: Candidate): Match | null {
  let best: Match | null = null;
  if (concept.facet && fitsFacet(concept.facet, candidate))
    best = { worth: facetWorth(candidate), ground: { kind: 'FACET', concept: index } };
  for (const number of candidate.arms) {
    const arm = arms[number];
    if (!arm || arm.concept !== index) continue;
    const worth = armWorth(arm);
    if (!best || worth > best.worth)
      best = { worth, ground: { kind: 'WORD', tier: arm.tier, concept: index, via: arm.via } };
  }
  return best;
}

/** A case somewhere answers who asks for the place; a register row there is only near it. */
function facetWorth({ kind }: Candidate): number {
  return kind === 'PROJECT' || kind === 'ORGANISATION' ? 0.3 : 1;
}

/**
 * Nobody has it: it does not count against anyone. Few have it: it counts more, but not when they only have something like it. Counted
 * among what the viewer may see.
 */
function rarity(concept: Concept, having: readonly Match[], all: number): number {
  if (having.length === 0) return 0;
  return concept.weight * Math.log(1 + (all + 1) / having.length) * Math.max(...having.map(nearness));
}

/** From this worth on a find is as good as the word itself for saying what a thing is about. */
const nearEnough = 0.5;

/** How far a match answers for its concept, 0 to 1: the word itself wholly, a piece from the middle of another word in part. */
function nearness({ worth, ground }: Match): number {
  // A word with a typing error is looked for only when it stands nowhere: then it is meant.
  return ground.kind === 'WORD' && ground.tier !== 'TYPO' ? Math.min(1, worth / nearEnough) : 1;
}

type Matched = { candidate: Candidate; matches: (Match | null)[] };

/**
 * «Zwolle stikstof opgelost» leaves cases elsewhere out, but only when something fits; otherwise everything is shown in
 * order of fit. What cannot have a place or state, such as a note, stays: a kind alone leaves it out.
 */
function keepFacets(
  concepts: readonly Concept[],
  matched: readonly Matched[],
  firm: readonly number[],
  texts: readonly number[],
): readonly Matched[] {
  if (firm.length === 0) return matched;
  const fits = ({ candidate, matches }: Matched) =>
    firm.every((index) => {
      const facet = concepts[index]?.facet;
      if (!facet) return true;
      if (!isJudgedBy(candidate.kind, facet)) return texts.length > 0 || matches[index] != null;
      return fitsFacet(facet, candidate);
    });
  const fitting = matched.filter(fits);
  const useful = fitting.some(
    ({ candidate, matches }) =>
      isMeant(concepts, firm, candidate) && (texts.length === 0 || texts.some((index) => matches[index])),
  );
  return useful ? fitting : matched;
}

/** Is it of a kind that all that was asked can be said of, or of the kind that was asked for? */
function isMeant(concepts: readonly Concept[], firm: readonly number[], { kind }: Candidate): boolean {
  const facets = firm.flatMap((index) => concepts[index]?.facet ?? []);
  return (
    facets.every((facet) => isJudgedBy(kind, facet)) ||
    facets.some((facet) => facet.kind === 'SEARCH_KIND' && facet.searchKind === kind)
  );
}

/** How much of the question a thing answers; of what cannot be said of its kind, such as the state of a note, nothing is asked of it. */
function coverage(
  concepts: readonly Concept[],
  { candidate, matches }: Matched,
  weights: readonly number[],
  texts: readonly number[],
  covered: number,
  most: number,
): number {
  const share = most === 0 ? 0 : covered / most;
  const judged = concepts.every(({ facet }) => !facet || isJudgedBy(candidate.kind, facet));
  if (judged || texts.length === 0) return share;
  const all = sum(texts.map((index) => weights[index] ?? 0));
  const own = sum(
    texts.map((index) => {
      const match = matches[index];
      return match ? (weights[index] ?? 0) * nearness(match) : 0;
    }),
  );
  return Math.max(all === 0 ? 0 : own / all, share);
}

function strongest(matches: readonly (Match | null)[], weights: readonly number[]): Ground | null {
  let best: Match | null = null;
  let bestValue = 0;
  for (const [index, match] of matches.entries()) {
    const value = (match?.worth ?? 0) * (weights[index] ?? 0);
    if (match && value > bestValue) {
      best = match;
      bestValue = value;
    }
  }
  return best?.ground ?? null;
}

/** A case and a note that was used on it lift one another; what was not found by itself comes along behind. */
export interface Link {
  readonly from: string;
  readonly candidate: Candidate;
}

export function withRelated(scored: readonly Scored[], links: readonly Link[]): Scored[] {
  const byId = new Map(scored.map((each) => [each.candidate.id, each]));
  const lifted = new Map(byId);
  for (const { from, candidate } of links) {
    const source = byId.get(from);
    if (!source) continue;
    const own = byId.get(candidate.id);
    const score = rounded((own?.score ?? 0) + source.score * relatedShare * standingOf(candidate));
    const before = lifted.get(candidate.id);
    if (before && before.score >= score) continue;
    lifted.set(candidate.id, { candidate, score, ground: own?.ground ?? { kind: 'RELATED', to: from } });
  }
  return [...lifted.values()].toSorted(byScore);
}

function rounded(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
