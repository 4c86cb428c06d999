import { type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import type { AppContext } from '../../people/people.module.ts';
import { type AtRiskScope, impactsOf, impactsOfList } from './at-risk-scopes.ts';
import { projectsSql, type ScopedImpacts, totalsSql } from './at-risk.sql.ts';

interface Totals {
  readonly homes: number;
  readonly homeMonths: number;
  readonly projectCount: number;
  readonly bottleneckCount: number;
}

/** A project within a scope. */
export interface ProjectAtRiskFace {
  readonly projectId: string;
  readonly homes: number;
  readonly homeMonths: number;
  readonly since: LocalDate;
  readonly caseIds: readonly string[];
}

/** Homes at risk of one scope; the projects are read when they are asked for. */
export interface HomesAtRiskFace extends Totals {
  readonly asOf: LocalDate;
  readonly projectsAtRisk: (first: number) => Promise<readonly ProjectAtRiskFace[]>;
}

const nothing: Totals = { homes: 0, homeMonths: 0, projectCount: 0, bottleneckCount: 0 };

/** Homes at risk of a scope; one statement for all scopes of a kind that are asked for at once. */
export async function atRiskOf(context: AppContext, scope: AtRiskScope, id: string): Promise<HomesAtRiskFace> {
  const viewer = context.requireViewer();
  const asOf = localDateOf(context.now());
  const totals = context.loader<Totals>(`at-risk:${scope}`, async (ids) => {
    const rows = await totalRows(context, impactsOf(viewer, scope, ids), asOf);
    return new Map(rows.map((row) => [row.scopeId, row]));
  });
  const projectsAtRisk = async (first: number) => {
    const loader = context.loader<ProjectAtRiskFace[]>(`at-risk:${scope}:projects:${first}`, async (ids) =>
      grouped(await projectRows(context, impactsOf(viewer, scope, ids), asOf, first), (row) => row.scopeId),
    );
    return (await loader.load(id)) ?? [];
  };
  return { ...((await totals.load(id)) ?? nothing), asOf, projectsAtRisk };
}

/** Homes at risk of the cases that a condition on `b` leaves; rights are part of it. */
export async function atRiskOfList(context: AppContext, where: SqlPart): Promise<HomesAtRiskFace> {
  const asOf = localDateOf(context.now());
  const [row] = await totalRows(context, impactsOfList(where), asOf);
  return {
    ...(row ?? nothing),
    asOf,
    projectsAtRisk: (first) => projectRows(context, impactsOfList(where), asOf, first),
  };
}

function totalRows(context: AppContext, impacts: ScopedImpacts, asOf: LocalDate) {
  const { sql, params } = totalsSql(impacts, asOf);
  return context.em.execute<(Totals & { scopeId: string })[]>(sql, [...params]);
}

function projectRows(context: AppContext, impacts: ScopedImpacts, asOf: LocalDate, first: number) {
  const { sql, params } = projectsSql(impacts, asOf, first);
  return context.em.execute<(ProjectAtRiskFace & { scopeId: string })[]>(sql, [...params]);
}
