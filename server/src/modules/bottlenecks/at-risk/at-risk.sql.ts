import { closedStates } from '@versnellingstafel/shared/bottlenecks/states';
import { daysPerMonth } from '@versnellingstafel/shared/bottlenecks/homes-at-risk';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';

/**
 * Which impacts count for which scope: a select of `scope_id`, `project_id`, `homes` and, of the case, `id`, `state`,
 * `filed_on`, `resolved_on`, `state_since`. Rights are part of it.
 */
export type ScopedImpacts = SqlPart;

/** The columns of `ScopedImpacts` after `scope_id`, with `b` the case and `bp` its project. */
export const impactColumns = `bp.project_id, coalesce(bp.homes_blocked, 0) as homes, b.id, b.state, b.filed_on, b.resolved_on, b.state_since`;

/** A case counts when its table knows of it: a draft blocks nothing yet, nor what was taken back as one. */
export const countsSql = (alias: string) => `${alias}.state <> 'DRAFT' and not ${alias}.withdrawn_as_draft`;

const closed = closedStates.map((state) => `'${state}'`).join(', ');
const months = (homeDays: string) => `round(${homeDays} / ${daysPerMonth})::int`;

/**
 * The rule of `homesAtRisk` for many scopes at once: the days between two boundaries of a project count the most homes
 * that one of the cases open between them blocks.
 */
function perProject(impacts: ScopedImpacts, today: string): SqlPart {
  return {
    sql: `with impact as (${impacts.sql}), counted as (
      select scope_id, project_id, id, homes, state not in (${closed}) as is_open, filed_on as from_on,
        greatest(filed_on, case when state not in (${closed}) then ?::date
          else coalesce(resolved_on, (state_since at time zone 'Europe/Amsterdam')::date) end) as until_on
      from impact
    ), bound as (
      select scope_id, project_id, from_on as at from counted union select scope_id, project_id, until_on from counted
    ), segment as (
      select scope_id, project_id, at, lead(at) over (partition by scope_id, project_id order by at) as next from bound
    ), valued as (
      select s.scope_id, s.project_id, s.at, s.next, coalesce(max(c.homes), 0) as homes, count(c.id) as open_count
      from segment s left join counted c on c.scope_id = s.scope_id and c.project_id = s.project_id
        and s.next is not null and c.from_on <= s.at and c.until_on >= s.next
      group by s.scope_id, s.project_id, s.at, s.next
    ), waited as (
      select scope_id, project_id, coalesce(sum(homes * (next - at)), 0)::bigint as home_days,
        coalesce(max(next) filter (where open_count = 0 and next is not null), min(at)) as since
      from valued group by scope_id, project_id
    ), project_at_risk as (
      select w.scope_id, w.project_id, w.home_days, w.since, coalesce(max(c.homes) filter (where c.is_open), 0) as homes,
        array_agg(c.id order by c.is_open desc, c.homes desc, c.from_on, c.id) as case_ids
      from waited w join counted c on c.scope_id = w.scope_id and c.project_id = w.project_id
      group by w.scope_id, w.project_id, w.home_days, w.since
    )`,
    params: [...impacts.params, today],
  };
}

/** Totals, a row for each scope that has any case. */
export function totalsSql(impacts: ScopedImpacts, today: string): SqlPart {
  const { sql, params } = perProject(impacts, today);
  return {
    sql: `${sql} select p.scope_id as "scopeId", sum(p.homes)::int as homes, ${months('sum(p.home_days)')} as "homeMonths",
      count(*)::int as "projectCount", (select count(distinct c.id)::int from counted c where c.scope_id = p.scope_id) as "bottleneckCount"
      from project_at_risk p group by p.scope_id`,
    params,
  };
}

/** The first projects of each scope, those with the most homes first. */
export function projectsSql(impacts: ScopedImpacts, today: string, first: number): SqlPart {
  const { sql, params } = perProject(impacts, today);
  return {
    sql: `${sql} select ranked.scope_id as "scopeId", ranked.project_id as "projectId", ranked.homes::int as homes,
      ${months('ranked.home_days')} as "homeMonths", ranked.since::text as since, to_json(ranked.case_ids) as "caseIds"
      from (select p.*, row_number() over (partition by p.scope_id order by p.homes desc, p.home_days desc, p.project_id) as place
        from project_at_risk p) ranked
      where ranked.place <= ? order by ranked.scope_id, ranked.place`,
    params: [...params, first],
  };
}
