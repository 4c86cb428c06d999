import type { SqlEntityManager } from '@mikro-orm/sql';
import type { SearchKind } from '@versnellingstafel/shared/search/limits';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import { visibleNotes } from '../../knowledge/knowledge.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { Facet } from '../query/concept.ts';
import type { Arm, Zone } from './arm.ts';
import type { Candidate } from './candidate.ts';

/** Documents that one arm brings along at most; what it finds beyond is told by its other words. */
const mostOfAnArm = 2_000;

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
  const notes = visibleNotes(viewer, 'vn');
  return {
    sql: `((d.kind = 'BOTTLENECK' and exists (select from bottleneck vb where vb.id = d.target_id and ${bottlenecks.sql}))
        or (d.kind = 'NOTE' and exists (select from knowledge_note vn where vn.id = d.target_id and ${notes.sql})))`,
    params: [...bottlenecks.params, ...notes.params],
  };
}

export interface CandidateRequest {
  readonly viewer: Viewer;
  readonly arms: readonly Arm[];
  /** When a question consists of facets alone: the cases that fit them all. */
  readonly facets: readonly Facet[];
  /** Things to read besides what the arms find. */
  readonly also?: readonly string[];
  readonly without?: string | null;
  /** Today in Amsterdam. */
  readonly today: string;
}

/** Everything this viewer may see that one of the arms finds. Rights come first: what is not theirs is never a row. One statement. */
export async function findCandidates(em: SqlEntityManager, request: CandidateRequest): Promise<Candidate[]> {
  const visible = visibleDocument(request.viewer);
  const parts: SqlPart[] = [];
  for (const zone of ['TITLE', 'WORDS', 'ANY'] as const) {
    const arms = request.arms.flatMap((arm, number) => (arm.zone === zone ? [{ number, query: arm.query }] : []));
    if (arms.length === 0) continue;
    parts.push({
      sql: `select arm.number, hit.kind, hit.target_id from jsonb_to_recordset(?::jsonb) as arm (number int, query text)
        cross join lateral (select d.kind, d.target_id from search_document d
          where ${zoneSql[zone]} @@ arm.query::tsquery and ${visible.sql} limit ${mostOfAnArm}) hit`,
      params: [JSON.stringify(arms), ...visible.params],
    });
  }
  const facets = facetPart(request, visible);
  if (facets) parts.push(facets);
  if (request.also && request.also.length > 0) {
    parts.push({
      sql: `select null::int as number, d.kind, d.target_id from search_document d where d.target_id = any(?::uuid[]) and ${visible.sql}`,
      params: [arrayLiteral(request.also), ...visible.params],
    });
  }
  if (parts.length === 0) return [];
  const sql = `
    with hit as (${parts.map((part) => `(${part.sql})`).join(' union all ')}),
    found as (select kind, target_id, array_agg(number) filter (where number is not null) as arms from hit group by kind, target_id)
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

function facetPart({ facets, viewer, today }: CandidateRequest, visible: SqlPart): SqlPart | null {
  if (facets.length === 0) return null;
  const conditions = facets.map((facet) => facetCondition(facet, viewer, today));
  return {
    sql: `select null::int as number, d.kind, d.target_id from search_document d
        left join bottleneck b on d.kind = 'BOTTLENECK' and b.id = d.target_id left join acceleration_table t on t.id = b.held_by_id
      where ${conditions.map((condition) => condition.sql).join(' and ')} and ${visible.sql}
      order by d.changed_at desc, d.target_id limit ${mostOfAnArm}`,
    params: [...conditions.flatMap((condition) => condition.params), ...visible.params],
  };
}

function facetCondition(facet: Facet, viewer: Viewer, today: string): SqlPart {
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
    case 'SEARCH_KIND':
      return { sql: `d.kind = ?`, params: [facet.searchKind] };
  }
}
