import type { SqlEntityManager } from '@mikro-orm/sql';
import { stateLabels } from '@versnellingstafel/shared/bottlenecks/labels';
import {
  type BottleneckState,
  bottleneckStates,
  confidentialities,
} from '@versnellingstafel/shared/bottlenecks/states';
import { tableLevels } from '@versnellingstafel/shared/tables/roles';
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
  facet: keyof BottleneckFacets;
}

/** What each list of alternatives counts by, and which part of the filter it leaves out. */
const facets = [
  { facet: 'states', without: 'states', from: '', value: 'b.state', label: 'b.state' },
  {
    facet: 'themes',
    without: 'themeCodes',
    from: 'join bottleneck_theme bt on bt.bottleneck_id = b.id join theme t on t.id = bt.theme_id',
    value: 't.code',
    label: 't.name',
  },
  {
    facet: 'municipalities',
    without: 'municipalityCodes',
    from: 'join municipality m on m.id = b.municipality_id',
    value: 'm.code',
    label: 'm.name',
  },
  {
    facet: 'owners',
    without: 'ownerIds',
    from: 'join person o on o.id = b.owner_id',
    value: `'Person_' || o.id`,
    label: 'o.name',
  },
  { facet: 'levels', without: 'solvableAt', from: '', value: 'b.solvable_at', label: 'b.solvable_at' },
  {
    facet: 'confidentiality',
    without: 'confidentiality',
    from: '',
    value: 'b.confidentiality',
    label: 'b.confidentiality',
  },
] as const;
const mostOwners = 50;

/** The lists of alternatives, in one statement. */
export async function bottleneckFacets(
  context: AppContext,
  filter: BottleneckFilter | null,
): Promise<BottleneckFacets> {
  const viewer = context.requireViewer();
  const today = localDateOf(context.now());
  const parts = facets.map(({ facet, without, from, value, label }) => {
    const where = matchingBottlenecks(viewer, filter ?? {}, today, without);
    return {
      sql: `select '${facet}' as facet, ${value} as value, ${label} as label, count(*)::int as count
        from bottleneck b ${from} where ${where.sql} group by ${value}, ${label}`,
      params: where.params,
    };
  });
  const rows = await context.em.execute<FacetRow[]>(
    parts.map((part) => part.sql).join(' union all '),
    parts.flatMap((part) => [...part.params]),
  );
  const of = (facet: FacetRow['facet']) => rows.filter((row) => row.facet === facet);
  const travel = (row: FacetRow) => bottleneckStates.indexOf(row.value as BottleneckState);
  return {
    states: of('states')
      .toSorted((a, b) => travel(a) - travel(b))
      .map((row) => ({ ...row, label: stateLabels[row.value as BottleneckState][context.locale] })),
    themes: of('themes').toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'nl')),
    municipalities: of('municipalities').toSorted((a, b) => a.label.localeCompare(b.label, 'nl')),
    owners: of('owners')
      .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'nl'))
      .slice(0, mostOwners),
    levels: inOrder(of('levels'), tableLevels),
    confidentiality: inOrder(of('confidentiality'), confidentialities),
  };
}

/** Rows in the order of the words they stand for. */
function inOrder(rows: readonly FacetRow[], words: readonly string[]): FacetRow[] {
  return rows.toSorted((a, b) => words.indexOf(a.value) - words.indexOf(b.value));
}
