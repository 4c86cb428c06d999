import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { pageOf, type SqlPart } from '../../platform/graphql/keyset-page.ts';
import { grouped } from '../../platform/graphql/load-rows.ts';
import type { AppContext, Viewer } from '../people/people.module.ts';
import { matchingBottlenecks, openSql } from './bottleneck.filter.ts';
import { bottleneckOrders } from './bottleneck.order.ts';
import { visibleBottlenecks } from './bottleneck.policy.ts';
import { bottleneckColumns, type BottleneckPage, type ListedBottleneck, toFace } from './bottleneck.face.ts';

/** What waits at a project, as far as the viewer may see. */
export interface ProjectTotals {
  readonly projectId: string;
  readonly count: number;
  readonly homes: number;
}

const none = { count: 0, homes: 0 };

/** Which projects wait, and for how many homes: each project once, with the most that one of its open cases blocks. */
export function waitingHomes(viewer: Viewer): SqlPart {
  const visible = visibleBottlenecks(viewer, 'b');
  return {
    sql: `select bp.project_id, coalesce(max(bp.homes_blocked), 0) as homes_waiting
      from bottleneck b join bottleneck_project bp on bp.bottleneck_id = b.id
      where ${openSql('b')} and ${visible.sql} group by bp.project_id`,
    params: visible.params,
  };
}

/** Open or closed cases of a project in numbers; one statement for all projects that are asked for. */
export async function projectTotals(
  context: AppContext,
  projectId: string,
  open = true,
): Promise<Omit<ProjectTotals, 'projectId'>> {
  const loader = context.loader<ProjectTotals>(`project:totals:${open}`, async (ids) => {
    const visible = visibleBottlenecks(context.requireViewer(), 'b');
    const rows = await context.em.execute<ProjectTotals[]>(
      `select bp.project_id as "projectId", count(*)::int as count, coalesce(max(bp.homes_blocked), 0)::int as homes
       from bottleneck_project bp join bottleneck b on b.id = bp.bottleneck_id
       where bp.project_id = any(?::uuid[]) and ${open ? '' : 'not '}(${openSql('b')}) and ${visible.sql} group by bp.project_id`,
      [arrayLiteral(ids), ...visible.params],
    );
    return new Map(rows.map((row) => [row.projectId, row]));
  });
  return (await loader.load(projectId)) ?? none;
}

/**
 * One page of the cases of a project, by due date. A list of projects asks for the first page of each in one statement.
 */
export async function bottlenecksOfProject(
  context: AppContext,
  projectId: string,
  args: { first: number; after: string | null; open: boolean },
): Promise<BottleneckPage> {
  const viewer = context.requireViewer();
  const where = matchingBottlenecks(viewer, { open: args.open }, localDateOf(context.now()));
  const page = await pageOf<ListedBottleneck>(context.platform.cursors, {
    list: 'project.bottlenecks',
    first: args.first,
    after: args.after,
    filter: [projectId, args.open, viewer.personId],
    keys: bottleneckOrders.DUE_ON,
    idSql: 'b.id',
    rows: async (at) => {
      const name = `project:bottlenecks:${JSON.stringify([args, at])}`;
      const loader = context.loader<(ListedBottleneck & { projectId: string })[]>(name, async (ids) => {
        const columns = bottleneckColumns(viewer);
        const rows = await context.em.execute<(ListedBottleneck & { projectId: string })[]>(
          `select asked.id as "projectId", page.* from unnest(?::uuid[]) as asked (id) cross join lateral (
             select ${columns.sql} from bottleneck_project bp join bottleneck b on b.id = bp.bottleneck_id
             where bp.project_id = asked.id and ${where.sql} and ${at.where.sql} order by ${at.orderBy} limit ${at.limit}) page`,
          [arrayLiteral(ids), ...columns.params, ...where.params, ...at.where.params],
        );
        return grouped(rows.map(toFace), (row) => row.projectId);
      });
      return (await loader.load(projectId)) ?? [];
    },
  });
  const totals = () => projectTotals(context, projectId, args.open);
  return {
    ...page,
    count: async () => ({ count: (await totals()).count, isExact: true }),
    homesWaiting: async () => (args.open ? (await totals()).homes : 0),
    where: { sql: `bp.project_id = ? and ${where.sql}`, params: [projectId, ...where.params] },
  };
}
