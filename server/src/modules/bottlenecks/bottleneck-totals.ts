import type { SqlEntityManager } from '@mikro-orm/sql';
import { stateLabels } from '@versnellingstafel/shared/bottlenecks/labels';
import { type BottleneckState, bottleneckStates } from '@versnellingstafel/shared/bottlenecks/states';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import type { AppContext } from '../people/people.module.ts';
import { matchingBottlenecks, openSql } from './bottleneck.filter.ts';
import type { Count } from './bottleneck.face.ts';
import type { BottleneckFacets, BottleneckFilter, FacetCount } from './bottleneck.types.ts';

/** Counting on is linear in the number of rows, and beyond this nobody reads the difference. */
const exactUpTo = 10_000;

/** How many cases match, exact up to 10,000. */
export async function countBottlenecks(em: SqlEntityManager, where: SqlPart): Promise<Count> {
  const sql = `select count(*)::int as count from (select from bottleneck b where ${where.sql} limit ${exactUpTo + 1}) counted`;
  const [row] = await em.execute<{ count: number }[]>(sql, [...where.params]);
  const count = row?.count ?? 0;
  return { count: Math.min(count, exactUpTo), isExact: count <= exactUpTo };
}

/** Homes that wait on the open ones of these cases: each project once, with the most that one of its cases blocks. */
export async function homesWaitingIn(em: SqlEntityManager, where: SqlPart): Promise<number> {
  const sql = `select coalesce(sum(most), 0)::int as homes from (
    select max(bp.homes_blocked) as most from bottleneck b join bottleneck_project bp on bp.bottleneck_id = b.id
    where ${openSql('b')} and ${where.sql} group by bp.project_id) waiting`;
  const [row] = await em.execute<{ homes: number }[]>(sql, [...where.params]);
  return row?.homes ?? 0;
}

interface FacetRow extends FacetCount {
  facet: 'states' | 'themes' | 'municipalities';
}

/** The three lists of alternatives, in one statement. */
export async function bottleneckFacets(
  context: AppContext,
  filter: BottleneckFilter | null,
): Promise<BottleneckFacets> {
  const viewer = context.requireViewer();
  const today = localDateOf(context.now());
  const matching = (without: keyof BottleneckFilter) => matchingBottlenecks(viewer, filter ?? {}, today, without);
  const [states, themes, municipalities] = [matching('states'), matching('themeCodes'), matching('municipalityCodes')];
  const rows = await context.em.execute<FacetRow[]>(
    `select 'states' as facet, b.state as value, b.state as label, count(*)::int as count
       from bottleneck b where ${states.sql} group by b.state
     union all
     select 'themes', t.code, t.name, count(*)::int
       from bottleneck b join bottleneck_theme bt on bt.bottleneck_id = b.id join theme t on t.id = bt.theme_id
       where ${themes.sql} group by t.code, t.name
     union all
     select 'municipalities', m.code, m.name, count(*)::int
       from bottleneck b join municipality m on m.id = b.municipality_id where ${municipalities.sql} group by m.code, m.name`,
    [...states.params, ...themes.params, ...municipalities.params],
  );
  const of = (facet: FacetRow['facet']) => rows.filter((row) => row.facet === facet);
  const travel = (row: FacetRow) => bottleneckStates.indexOf(row.value as BottleneckState);
  return {
    states: of('states')
      .toSorted((a, b) => travel(a) - travel(b))
      .map((row) => ({ ...row, label: stateLabels[row.value as BottleneckState][context.locale] })),
    themes: of('themes').toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'nl')),
    municipalities: of('municipalities').toSorted((a, b) => a.label.localeCompare(b.label, 'nl')),
  };
}
