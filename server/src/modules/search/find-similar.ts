import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { searchLimits } from '@versnellingstafel/shared/search/limits';
import { checkFirst } from '../../platform/graphql/connection.ts';
import type { AppContext } from '../people/people.module.ts';
import type { Concept } from './query/concept.ts';
import { readQuery } from './query/read-query.ts';
import { armsOf } from './rank/arm.ts';
import { findCandidates } from './rank/find-candidates.ts';
import { byScore, type Scored, scoreAll } from './rank/score.ts';
import { relate } from './rank/ranked.ts';
import { shownText, targetsOf, textsOf } from './search.ts';
import type { SearchEngine } from './search-engine.ts';
import { Highlighter } from './text/highlighter.ts';
import type { TextSegment } from './text/segments.ts';

interface Shown {
  readonly title: readonly TextSegment[];
  readonly snippet: readonly TextSegment[];
}

export interface Similar {
  readonly bottlenecks: readonly (Shown & { readonly bottleneck: object })[];
  readonly notes: readonly (Shown & { readonly note: object })[];
  readonly themeCode: string | null;
}

export interface SimilarRequest {
  /** A title being typed, or the texts of a case. */
  readonly text: string;
  readonly projectId?: string | null;
  readonly themeCode?: string | null;
  readonly first: number;
  /** The case that is looked at itself. */
  readonly without?: string | null;
}

const nothing: Similar = { bottlenecks: [], notes: [], themeCode: null };
/** A look-alike shares at least this much of the words, and is at least so near. */
const leastShare = 0.25;
const leastScore = 0.1;
const sameProject = 0.15;
const sameTheme = 0.08;
const solved = 0.04;
/** A theme is proposed when it has this many votes; a vote is a score, or the word of the synonyms. */
const leastVotes = 0.3;
const wordVote = 0.4;
const voters = 8;

/** Cases and notes that look like a text, solved ones first among equals, and the theme that most of them have. */
export async function findSimilar(
  engine: SearchEngine,
  context: AppContext,
  request: SimilarRequest,
): Promise<Similar> {
  const viewer = context.requireViewer();
  const first = checkFirst(request.first);
  if (request.text.trim().length < searchLimits.similarMin) return nothing;
  const reader = await engine.reader(context.em, context.now());
  const read = await readQuery(context.em, reader, request.text);
  const concepts = read.concepts
    .filter((concept) => concept.facet === null || concept.facet.kind === 'MUNICIPALITY')
    .map(withoutFacet);
  if (concepts.length === 0) return nothing;
  const arms = armsOf(concepts);
  const today = localDateOf(context.now());
  const candidates = await findCandidates(context.em, {
    viewer,
    arms,
    facets: [],
    without: request.without ?? null,
    today,
    bounds: { ofAnArm: 60, ranked: 300 },
  });
  const neighbours = request.projectId ? await casesOf(context, request.projectId) : new Set<string>();
  const themes = new Set(
    [request.themeCode ?? null, ...concepts.map((concept) => concept.theme)].filter((theme) => theme !== null),
  );
  const alike = scoreAll(concepts, arms, candidates, { leastShare })
    .filter(({ score }) => score >= leastScore)
    .map((each) => lifted(each, neighbours, themes))
    .toSorted(byScore);
  const related = await relate(context.em, { viewer, today, concepts, scored: alike });
  const scored = related.filter(({ candidate }) => candidate.id !== request.without);
  const bottlenecks = scored.filter(({ candidate }) => candidate.kind === 'BOTTLENECK').slice(0, first);
  const notes = scored.filter(({ candidate }) => candidate.kind === 'NOTE').slice(0, first);
  const shown = await show(engine, context, concepts, [...bottlenecks, ...notes]);
  return {
    bottlenecks: bottlenecks.flatMap(({ candidate }) =>
      (shown.get(candidate.id) ?? []).map(({ target, ...rest }) => ({ bottleneck: target, ...rest })),
    ),
    notes: notes.flatMap(({ candidate }) =>
      (shown.get(candidate.id) ?? []).map(({ target, ...rest }) => ({ note: target, ...rest })),
    ),
    themeCode: bestTheme(concepts, alike),
  };
}

function withoutFacet(concept: Concept): Concept {
  return concept.facet === null ? concept : { ...concept, facet: null, weight: concept.weight / 2 };
}

async function casesOf(context: AppContext, projectId: string): Promise<Set<string>> {
  const rows: { bottleneck_id: string }[] = await context.em.execute(
    'select bottleneck_id from bottleneck_project where project_id = ?',
    [projectId],
  );
  return new Set(rows.map((row) => row.bottleneck_id));
}

function lifted(each: Scored, neighbours: ReadonlySet<string>, themes: ReadonlySet<string>): Scored {
  const { candidate } = each;
  const extra =
    (neighbours.has(candidate.id) ? sameProject : 0) +
    (candidate.themeCodes.some((theme) => themes.has(theme)) ? sameTheme : 0) +
    (candidate.state === 'RESOLVED' ? solved : 0);
  return { ...each, score: each.score + extra };
}

/** The words vote for the theme they belong to, the look-alikes for theirs: the first theme of each whole, others half. */
function bestTheme(concepts: readonly Concept[], scored: readonly Scored[]): string | null {
  const votes = new Map<string, number>();
  const vote = (theme: string, weight: number) => votes.set(theme, (votes.get(theme) ?? 0) + weight);
  for (const { theme } of concepts) if (theme !== null) vote(theme, wordVote);
  for (const { candidate, score } of scored.slice(0, voters)) {
    for (const [position, theme] of candidate.themeCodes.entries()) vote(theme, position === 0 ? score : score / 2);
  }
  const [best] = [...votes].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best && best[1] >= leastVotes ? best[0] : null;
}

async function show(
  engine: SearchEngine,
  context: AppContext,
  concepts: readonly Concept[],
  rows: readonly Scored[],
): Promise<Map<string, (Shown & { target: object })[]>> {
  const texts = await textsOf(
    context,
    rows.map((row) => row.candidate.id),
  );
  const targets = await targetsOf(context, rows);
  const highlighter = new Highlighter(concepts, new Map(), await engine.splitter());
  await highlighter.prepare(
    context.em,
    engine.stemmer,
    [...texts.values()].flatMap((text) => [text.title, text.summary, text.body]),
  );
  const shown = new Map<string, (Shown & { target: object })[]>();
  for (const { candidate } of rows) {
    const text = texts.get(candidate.id);
    const target = targets.get(candidate.id);
    if (!text || !target) continue;
    const { title, snippet } = shownText(highlighter, text);
    shown.set(candidate.id, [{ target, title, snippet }]);
  }
  return shown;
}
