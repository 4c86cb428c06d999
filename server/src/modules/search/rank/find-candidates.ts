import type { SqlEntityManager } from '@mikro-orm/sql';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { SearchKind } from '@versnellingstafel/shared/search/limits';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import type { Viewer } from '../../people/people.module.ts';
import { documentKinds, visibleDocument } from '../kinds/all-kinds.ts';
import { type Asked, type FactName, factNames } from '../kinds/document-kind.ts';
import type { Facet } from '../query/concept.ts';
import { type Arm, type Zone, armWorth } from './arm.ts';
import type { Candidate } from './candidate.ts';
import { facetsSql } from './facets-sql.ts';

/**
 * How much is looked at: documents of one arm, and documents ranked in the end. Words that stand nearly everywhere would
 * otherwise make a question as slow as there are documents; up to these sizes ranks and counts are exact.
 */
export interface Bounds {
  readonly ofAnArm: number;
  readonly ranked: number;
}

export const searchBounds: Bounds = { ofAnArm: 400, ranked: 1_000 };

/** Of each document what the facts say now; a kind without the fact has null. */
interface Row extends Record<FactName, unknown> {
  kind: SearchKind;
  id: string;
  arms: number[] | null;
  municipality: string | null;
  region: string | null;
  table: string | null;
  state: string | null;
  validity: Validity | null;
  year: number | null;
  national: boolean | null;
  overdue: boolean | null;
  mine: boolean | null;
  retired: boolean | null;
  reuse: number | null;
  theme_codes: string[];
  changed_at: string | Date;
}

const zoneSql: Readonly<Record<Zone, string>> = {
  TITLE: `ts_filter(s.terms, '{a}')`,
  WORDS: `ts_filter(s.terms, '{a,b,c}')`,
  ANY: `s.terms`,
};
const zones = Object.keys(zoneSql) as Zone[];

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
  readonly today: LocalDate;
  readonly bounds?: Bounds;
}

export type Among = { readonly words: string } | { readonly facets: readonly Facet[] };

/** Everything this viewer may see that one of the arms finds. Rights come first: what is not theirs is never a row. One statement. */
export async function findCandidates(em: SqlEntityManager, request: CandidateRequest): Promise<Candidate[]> {
  const visible = visibleDocument(request.viewer);
  const bounds = request.bounds ?? searchBounds;
  const parts = [
    ...armParts(request, visible, bounds),
    ...facetParts(request, visible, bounds),
    ...alsoParts(request, visible),
  ];
  if (parts.length === 0) return [];
  const facts = factColumns(request);
  const sql = `
    with hit as materialized (${parts.map((part) => `(${part.sql})`).join(' union all ')}),
    best as (select kind, target_id, concept, max(worth) as worth from hit group by kind, target_id, concept),
    chosen as (select kind, target_id from best group by kind, target_id order by sum(worth) desc, target_id limit ${bounds.ranked}),
    found as (select kind, target_id, array_agg(number) filter (where number is not null) as arms from hit join chosen using (kind, target_id)
      group by kind, target_id)
    select d.kind, d.target_id as id, found.arms, ${facts.sql}, d.theme_codes, d.changed_at
    from found join search_document d on d.kind = found.kind and d.target_id = found.target_id
      ${documentKinds.map(({ kind, table }, number) => `left join ${table} k${number} on found.kind = '${kind}' and k${number}.id = found.target_id`).join('\n      ')}
    where ?::uuid is null or d.target_id <> ?::uuid`;
  const without = request.without ?? null;
  const rows: Row[] = await em.execute(sql, [
    ...parts.flatMap((part) => part.params),
    ...facts.params,
    without,
    without,
  ]);
  return rows.map(candidateOf);
}

/** Each fact as a column: of the kind of the document, as that kind knows it. */
function factColumns(asked: Asked): SqlPart {
  const columns = factNames.map((name) => {
    const cases = documentKinds.flatMap(({ kind, facts }, number) => {
      const own = facts[name]?.(`k${number}`, asked);
      return own ? [{ sql: `when '${kind}' then ${own.sql}`, params: own.params }] : [];
    });
    return {
      sql: `case found.kind ${cases.map((one) => one.sql).join(' ')} end as "${name}"`,
      params: cases.flatMap((one) => one.params),
    };
  });
  return { sql: columns.map((one) => one.sql).join(', '), params: columns.flatMap((one) => one.params) };
}

function candidateOf(row: Row): Candidate {
  return {
    kind: row.kind,
    id: row.id,
    arms: row.arms ?? [],
    municipalityId: row.municipality,
    regionId: row.region,
    tableId: row.table,
    state: row.state,
    validity: row.validity,
    year: row.year,
    national: row.national ?? false,
    overdue: row.overdue ?? false,
    mine: row.mine ?? false,
    retired: row.retired ?? false,
    reuse: row.reuse ?? 0,
    themeCodes: row.theme_codes,
    changedAt: new Date(row.changed_at).getTime(),
  };
}

const everywhere: SqlPart = { sql: 'true', params: [] };

/**
 * What the arms find: one part, however many words there are, and one more where a place or state was named. Rights stand once in each:
 * an arm reads its own index, and what it finds is asked until enough of it is visible.
 */
function armParts({ arms, among = [], ...asked }: CandidateRequest, visible: SqlPart, bounds: Bounds): SqlPart[] {
  if (arms.length === 0) return [];
  const words = among.flatMap((each) => ('words' in each ? [each.words] : []));
  const facets = among.flatMap((each) => ('facets' in each ? [facetsSql(each.facets, asked)] : []));
  const part = (restrictions: readonly (string | null)[], fits: SqlPart): SqlPart => ({
    sql: `select arm.number, arm.concept, arm.worth, hit.kind, hit.target_id
      from jsonb_to_recordset(?::jsonb) as arm (number int, concept int, worth float8, zone text, query text, also text)
      cross join lateral (select d.kind, d.target_id from (${zones.flatMap(zoneBranches).join(' union all ')} offset 0) d
        where ${fits.sql} and ${visible.sql} limit ${bounds.ofAnArm}) hit`,
    params: [JSON.stringify(restrictions.flatMap((also) => armRows(arms, also))), ...fits.params, ...visible.params],
  });
  return [part([null, ...words], everywhere), ...facets.map((fits) => part([null], fits))];
}

function armRows(arms: readonly Arm[], also: string | null): object[] {
  return arms.map((arm, number) => ({
    number,
    concept: arm.concept,
    worth: armWorth(arm),
    zone: arm.zone,
    query: arm.query,
    also,
  }));
}

/** Only the branch of its own zone runs for an arm; both words of a restricted one are looked up in an index. */
function zoneBranches(zone: Zone): string[] {
  const branch = (condition: string) => `select s.kind, s.target_id, s.theme_codes from search_document s
    where arm.zone = '${zone}' and ${zoneSql[zone]} @@ arm.query::tsquery and ${condition}`;
  return [branch('arm.also is null'), branch('arm.also is not null and s.terms @@ arm.also::tsquery')];
}

function facetParts(request: CandidateRequest, visible: SqlPart, bounds: Bounds): SqlPart[] {
  if (request.facets.length === 0) return [];
  const fits = facetsSql(request.facets, request);
  return [
    {
      sql: `select null::int as number, -1 as concept, 1::float8 as worth, d.kind, d.target_id from search_document d
        where ${fits.sql} and ${visible.sql} order by d.changed_at desc, d.target_id limit ${bounds.ranked}`,
      params: [...fits.params, ...visible.params],
    },
  ];
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
