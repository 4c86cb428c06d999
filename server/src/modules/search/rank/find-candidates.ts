import type { SqlEntityManager } from '@mikro-orm/sql';
import type { SearchKind } from '@versnellingstafel/shared/search/limits';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { readsDossier, visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import { visibleNotes } from '../../knowledge/knowledge.module.ts';
import { visibleMinutesItems } from '../../meetings/meetings.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { Facet } from '../query/concept.ts';
import { type Arm, type Zone, armWorth } from './arm.ts';
import type { Candidate } from './candidate.ts';

/**
 * How much is looked at: documents of one arm, and documents ranked in the end. Words that stand nearly everywhere would
 * otherwise make a question as slow as there are documents; up to these sizes ranks and counts are exact.
 */
export interface Bounds {
  readonly ofAnArm: number;
  readonly ranked: number;
}

export const searchBounds: Bounds = { ofAnArm: 400, ranked: 1_000 };

interface Row {
  kind: SearchKind;
  id: string;
  arms: number[] | null;
  municipality_id: string | null;
  region_id: string | null;
  state: string | null;
  national: boolean | null;
  overdue: boolean | null;
  mine: boolean | null;
  retired: boolean;
  theme_codes: string[];
  changed_at: string | Date;
}

const zoneSql: Readonly<Record<Zone, string>> = {
  TITLE: `ts_filter(d.terms, '{a}')`,
  WORDS: `ts_filter(d.terms, '{a,b,c}')`,
  ANY: `d.terms`,
};

/** A condition on the document `d`: its live row is there and this viewer may see it. */
export function visibleDocument(viewer: Viewer): SqlPart {
  const bottlenecks = visibleBottlenecks(viewer, 'vb');
  // The words of a case are searched only by who reads them; one that was shared in part is found on the lists of its table.
  const words = readsDossier(viewer, 'vb');
  const notes = visibleNotes(viewer, 'vn');
  const minutes = visibleMinutesItems(viewer, 'vi');
  return {
    sql: `((d.kind = 'BOTTLENECK' and exists (select from bottleneck vb where vb.id = d.target_id and ${bottlenecks.sql} and ${words.sql}))
        or (d.kind = 'NOTE' and exists (select from knowledge_note vn where vn.id = d.target_id and ${notes.sql}))
        or (d.kind = 'MINUTES' and exists (select from agenda_item vi where vi.id = d.target_id and ${minutes.sql})))`,
    params: [...bottlenecks.params, ...words.params, ...notes.params, ...minutes.params],
  };
}

export interface CandidateRequest {
  readonly viewer: Viewer;
  readonly arms: readonly Arm[];
  /** What cases must be, when nothing else is asked: they are found by that alone. */
  readonly facets: readonly Facet[];
  /**
   * Each arm is also asked among the documents that fit one of these, so that what fits best is found however many
   * documents hold one of the words: those with every word, those of the place that was named.
   */
  readonly among?: readonly Among[];
  /** Things to read besides what the arms find. */
  readonly also?: readonly string[];
  readonly without?: string | null;
  /** Today in Amsterdam. */
  readonly today: string;
  readonly bounds?: Bounds;
}

export type Among = { readonly words: string } | { readonly facets: readonly Facet[] };

/** Everything this viewer may see that one of the arms finds. Rights come first: what is not theirs is never a row. One statement. */
export async function findCandidates(em: SqlEntityManager, request: CandidateRequest): Promise<Candidate[]> {
  const visible = visibleDocument(request.viewer);
  const bounds = request.bounds ?? searchBounds;
  const among = [everywhere, ...(request.among ?? []).map((each) => amongSql(each, request))];
  const parts = [
    ...among.flatMap((restriction) => armParts(request.arms, restriction, visible, bounds)),
    ...facetParts(request, visible, bounds),
    ...alsoParts(request, visible),
  ];
  if (parts.length === 0) return [];
  const sql = `
    with hit as materialized (${parts.map((part) => `(${part.sql})`).join(' union all ')}),
    best as (select kind, target_id, concept, max(worth) as worth from hit group by kind, target_id, concept),
    chosen as (select kind, target_id from best group by kind, target_id order by sum(worth) desc, target_id limit ${bounds.ranked}),
    found as (select kind, target_id, array_agg(number) filter (where number is not null) as arms from hit join chosen using (kind, target_id)
      group by kind, target_id)
    select d.kind, d.target_id as id, found.arms, b.municipality_id, coalesce(b.region_id, n.region_id) as region_id, b.state,
      (t.level = 'NATIONAL' or (b.state = 'ESCALATED' and b.solvable_at = 'NATIONAL')) as national,
      (b.due_on < ?::date and b.state not in ('RESOLVED', 'REFERRED', 'WITHDRAWN')) as overdue,
      (?::uuid in (b.filer_id, b.owner_id, b.lead_id)) as mine,
      (coalesce(b.state, '') = 'WITHDRAWN' or coalesce(n.status, '') = 'ARCHIVED') as retired,
      d.theme_codes, d.changed_at
    from found join search_document d on d.kind = found.kind and d.target_id = found.target_id
      left join bottleneck b on found.kind = 'BOTTLENECK' and b.id = found.target_id
      left join acceleration_table t on t.id = b.held_by_id
      left join knowledge_note n on found.kind = 'NOTE' and n.id = found.target_id
    where ?::uuid is null or d.target_id <> ?::uuid`;
  const params = [
    ...parts.flatMap((part) => part.params),
    request.today,
    request.viewer.personId,
    request.without ?? null,
    request.without ?? null,
  ];
  const rows: Row[] = await em.execute(sql, params);
  return rows.map(candidateOf);
}

function candidateOf(row: Row): Candidate {
  return {
    kind: row.kind,
    id: row.id,
    arms: row.arms ?? [],
    municipalityId: row.municipality_id,
    regionId: row.region_id,
    state: row.state,
    national: row.national ?? false,
    overdue: row.overdue ?? false,
    mine: row.mine ?? false,
    retired: row.retired,
    themeCodes: row.theme_codes,
    changedAt: new Date(row.changed_at).getTime(),
  };
}

const everywhere: SqlPart = { sql: 'true', params: [] };

function amongSql(among: Among, { viewer, today }: CandidateRequest): SqlPart {
  return 'words' in among
    ? { sql: `d.terms @@ ?::tsquery`, params: [among.words] }
    : facetsSql(among.facets, viewer, today);
}

/** What the arms find, zone by zone: a constant number of parts however many words there are. */
function armParts(arms: readonly Arm[], among: SqlPart, visible: SqlPart, bounds: Bounds): SqlPart[] {
  return (['TITLE', 'WORDS', 'ANY'] as const).flatMap((zone) => {
    const own = arms.flatMap((arm, number) =>
      arm.zone === zone ? [{ number, concept: arm.concept, worth: armWorth(arm), query: arm.query }] : [],
    );
    if (own.length === 0) return [];
    return [
      {
        sql: `select arm.number, arm.concept, arm.worth, hit.kind, hit.target_id
          from jsonb_to_recordset(?::jsonb) as arm (number int, concept int, worth float8, query text)
          cross join lateral (select d.kind, d.target_id from search_document d
            where ${zoneSql[zone]} @@ arm.query::tsquery and ${among.sql} and ${visible.sql} limit ${bounds.ofAnArm}) hit`,
        params: [JSON.stringify(own), ...among.params, ...visible.params],
      },
    ];
  });
}

function facetParts({ facets, viewer, today }: CandidateRequest, visible: SqlPart, bounds: Bounds): SqlPart[] {
  if (facets.length === 0) return [];
  const fits = facetsSql(facets, viewer, today);
  return [
    {
      sql: `select null::int as number, -1 as concept, 1::float8 as worth, d.kind, d.target_id from search_document d
        where ${fits.sql} and ${visible.sql} order by d.changed_at desc, d.target_id limit ${bounds.ranked}`,
      params: [...fits.params, ...visible.params],
    },
  ];
}

/** A condition on the document `d`: its case is all of this, as it is now. */
function facetsSql(facets: readonly Facet[], viewer: Viewer, today: string): SqlPart {
  const kinds = facets.flatMap((facet) => (facet.kind === 'SEARCH_KIND' ? [facet.searchKind] : []));
  const themes = facets.flatMap((facet) => (facet.kind === 'THEME' ? [arrayLiteral(facet.codes)] : []));
  const conditions = facets
    .filter((facet) => facet.kind !== 'SEARCH_KIND' && facet.kind !== 'THEME')
    .map((facet) => facetCondition(facet, viewer, today));
  const ofKind = [...kinds.map(() => `d.kind = ?`), ...themes.map(() => `d.theme_codes && ?::text[]`)];
  if (conditions.length === 0) return { sql: ofKind.join(' and ') || 'true', params: [...kinds, ...themes] };
  return {
    sql: [
      ...ofKind,
      `d.kind = 'BOTTLENECK' and exists (select from bottleneck b left join acceleration_table t on t.id = b.held_by_id
        where b.id = d.target_id and ${conditions.map((condition) => condition.sql).join(' and ')})`,
    ].join(' and '),
    params: [...kinds, ...themes, ...conditions.flatMap((condition) => condition.params)],
  };
}

function alsoParts({ also }: CandidateRequest, visible: SqlPart): SqlPart[] {
  if (!also || also.length === 0) return [];
  return [
    {
      sql: `select null::int as number, -1 as concept, 1::float8 as worth, d.kind, d.target_id
        from search_document d where d.target_id = any(?::uuid[]) and ${visible.sql}`,
      params: [arrayLiteral(also), ...visible.params],
    },
  ];
}

function facetCondition(
  facet: Exclude<Facet, { kind: 'SEARCH_KIND' | 'THEME' }>,
  viewer: Viewer,
  today: string,
): SqlPart {
  switch (facet.kind) {
    case 'MUNICIPALITY':
      return { sql: `b.municipality_id = any(?::uuid[])`, params: [arrayLiteral(facet.ids)] };
    case 'REGION':
      return { sql: `b.region_id = any(?::uuid[])`, params: [arrayLiteral(facet.ids)] };
    case 'STATE':
      return { sql: `b.state = any(?::text[])`, params: [arrayLiteral(facet.states)] };
    case 'NATIONAL':
      return { sql: `(t.level = 'NATIONAL' or (b.state = 'ESCALATED' and b.solvable_at = 'NATIONAL'))`, params: [] };
    case 'OVERDUE':
      return { sql: `(b.due_on < ?::date and b.state not in ('RESOLVED', 'REFERRED', 'WITHDRAWN'))`, params: [today] };
    case 'MINE':
      return { sql: `?::uuid in (b.filer_id, b.owner_id, b.lead_id)`, params: [viewer.personId] };
  }
}
