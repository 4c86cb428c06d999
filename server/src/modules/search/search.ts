import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { type SearchKind, searchKinds } from '@versnellingstafel/shared/search/limits';
import { createHash } from 'node:crypto';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { type Page, checkFirst } from '../../platform/graphql/connection.ts';
import type { AppContext } from '../people/people.module.ts';
import { facetsOf, type Facets } from './facets.ts';
import type { Concept, Reading } from './query/concept.ts';
import { readQuery } from './query/read-query.ts';
import { rankDocuments, type Ranked } from './rank/ranked.ts';
import { reasonOf } from './rank/reason.ts';
import type { Scored } from './rank/score.ts';
import { documentKind, documentKinds, visibleDocument } from './kinds/all-kinds.ts';
import type { SearchEngine } from './search-engine.ts';
import { Highlighter } from './text/highlighter.ts';
import { passageOf } from './text/passage.ts';
import { type TextSegment, segmentsOf } from './text/segments.ts';

/** A find, with the words to show. */
export interface SearchHit {
  readonly target: object;
  readonly title: readonly TextSegment[];
  readonly snippet: readonly TextSegment[];
  readonly reason: string;
}

export interface SearchPage extends Page<SearchHit> {
  readonly totalCount: number;
  readonly kindCounts: readonly { readonly value: SearchKind; readonly label: string; readonly count: number }[];
  readonly facets: readonly Facets[];
  readonly suggestion: string | null;
  readonly interpretations: readonly Reading[];
}

export interface SearchRequest {
  readonly query: string;
  readonly kinds: readonly SearchKind[] | null;
  readonly first: number;
  readonly after: string | null;
}

/**
 * What the viewer may see and that answers the question, best first. Never fails on a question, whatever is typed.
 * @throws BadCursor, Breach BAD_USER_INPUT for a page that cannot be.
 */
export async function search(engine: SearchEngine, context: AppContext, request: SearchRequest): Promise<SearchPage> {
  const viewer = context.requireViewer();
  const first = checkFirst(request.first);
  const list = `search:${createHash('sha256')
    .update(JSON.stringify([viewer.personId, request.query, request.kinds]))
    .digest('base64url')}`;
  const place = request.after === null ? null : context.platform.cursors.read(list, request.after);
  const reader = await engine.reader(context.em, context.now());
  const read = await readQuery(context.em, reader, request.query);
  const ranked = await rankDocuments(context.em, reader, { viewer, read, today: localDateOf(context.now()) });
  const asked = ranked.scored.filter((each) => !request.kinds || request.kinds.includes(each.candidate.kind));
  const start = place === null ? 0 : startAfter(asked, Number(place.values[0]), Number(place.values[1]), place.id);
  const rows = asked.slice(start, start + first);
  const hits = await hitsOf(engine, context, read.concepts, ranked, rows);
  const edges = rows.flatMap((row) => {
    const node = hits.get(row.candidate.id);
    const cursor = context.platform.cursors.sign(list, {
      values: [row.score, row.candidate.changedAt],
      id: row.candidate.id,
    });
    return node ? [{ cursor, node }] : [];
  });
  return {
    edges,
    pageInfo: {
      hasNextPage: start + first < asked.length,
      hasPreviousPage: start > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: asked.length,
    kindCounts: searchKinds.map((kind) => ({
      value: kind,
      label: documentKind(kind).label[context.locale],
      count: ranked.scored.filter((each) => each.candidate.kind === kind).length,
    })),
    facets: facetsOf(
      read.filters,
      reader,
      context.locale,
      ranked.all.filter((each) => !request.kinds || request.kinds.includes(each.candidate.kind)),
    ),
    suggestion: suggestionOf(request.query, read.concepts, read.readings, ranked),
    interpretations: read.readings,
  };
}

/** The first place behind the cursor; when its row has gone meanwhile, the place where it would stand. */
function startAfter(rows: readonly Scored[], score: number, changedAt: number, id: string): number {
  const at = rows.findIndex(
    ({ score: own, candidate }) =>
      own < score ||
      (own === score && (candidate.changedAt < changedAt || (candidate.changedAt === changedAt && candidate.id > id))),
  );
  return at < 0 ? rows.length : at;
}

/** The question with its misspelt words put right; null when there is nothing to put right. */
function suggestionOf(
  query: string,
  concepts: readonly Concept[],
  readings: readonly Reading[],
  ranked: Ranked,
): string | null {
  let better = query;
  for (const [number, word] of ranked.corrections) {
    const typed = concepts[number]?.typed;
    if (typed) better = better.replace(typed, () => word);
  }
  for (const reading of readings)
    if (reading.kind === 'SPELLING') better = better.replace(reading.from, () => reading.to);
  return better === query ? null : better;
}

interface DocumentTexts {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

/** The texts of these documents, the rights asked once more: two statements lie between finding and showing. */
export async function textsOf(context: AppContext, ids: readonly string[]): Promise<Map<string, DocumentTexts>> {
  if (ids.length === 0) return new Map();
  const visible = visibleDocument(context.requireViewer());
  const rows: DocumentTexts[] = await context.em.execute(
    `select d.target_id as id, d.title, d.summary, d.body from search_document d where d.target_id = any(?::uuid[]) and ${visible.sql}`,
    [arrayLiteral(ids), ...visible.params],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function hitsOf(
  engine: SearchEngine,
  context: AppContext,
  concepts: readonly Concept[],
  ranked: Ranked,
  rows: readonly Scored[],
): Promise<Map<string, SearchHit>> {
  const linked = rows.flatMap(({ ground }) => (ground.kind === 'RELATED' ? [ground.to] : []));
  const texts = await textsOf(context, [...new Set([...rows.map((row) => row.candidate.id), ...linked])]);
  const targets = await targetsOf(context, rows);
  const highlighter = new Highlighter(concepts, ranked.foundWords, await engine.splitter());
  await highlighter.prepare(
    context.em,
    engine.stemmer,
    [...texts.values()].flatMap((text) => [text.title, text.summary, text.body]),
  );
  const hits = new Map<string, SearchHit>();
  for (const { candidate, ground } of rows) {
    const text = texts.get(candidate.id);
    const target = targets.get(candidate.id);
    if (!text || !target) continue;
    const shown = shownText(highlighter, text);
    const linkedTo = ground.kind === 'RELATED' ? (texts.get(ground.to)?.title ?? '') : '';
    hits.set(candidate.id, {
      target,
      title: shown.title,
      snippet: shown.snippet,
      reason: reasonOf(context.locale, ground, concepts, shown.marks, linkedTo),
    });
  }
  return hits;
}

/** Title and passage of a document with what was found in them. */
export function shownText(highlighter: Highlighter, text: DocumentTexts) {
  const titleMarks = highlighter.marks(text.title);
  const running = [text.summary, text.body].filter(Boolean).join('\n');
  const marks = highlighter.marks(running);
  return {
    title: segmentsOf(text.title, titleMarks),
    snippet: passageOf(running, marks),
    marks: [...titleMarks, ...marks],
  };
}

/** What was found itself, through the nodes: the rights of each are asked there. */
export async function targetsOf(context: AppContext, rows: readonly Scored[]): Promise<Map<string, object>> {
  const found = await Promise.all(
    documentKinds.map(({ kind, node }) => {
      const ids = rows.filter(({ candidate }) => candidate.kind === kind).map(({ candidate }) => candidate.id);
      return ids.length === 0 ? [] : context.nodes(node, ids);
    }),
  );
  return new Map(found.flat().map((node) => [(node as { id: string }).id, node]));
}
