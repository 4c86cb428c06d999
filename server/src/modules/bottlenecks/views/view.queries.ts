import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { AppContext } from '../../people/people.module.ts';
import { matchingBottlenecks } from '../bottleneck.filter.ts';
import type { BottleneckFilter } from '../bottleneck.types.ts';
import { BottleneckView } from './bottleneck-view.entity.ts';
import { visibleViews } from './view-rights.ts';

/** One's own views and those of a table, by name; without a table, of every table that one sits at. */
export async function listViews(context: AppContext, tableId: string | null): Promise<BottleneckView[]> {
  const visible = visibleViews(context.requireViewer());
  const table = tableId === null ? null : uuidOf('AccelerationTable', tableId);
  const rows = await context.em.execute<object[]>(
    `select v.* from bottleneck_view v
     where ${visible.sql} and (v.table_id is null or ?::boolean or v.table_id = ?::uuid) order by lower(v.name), v.id`,
    [...visible.params, tableId === null, table],
  );
  return rows.map((row) => context.em.map(BottleneckView, row));
}

/** The load of the node: views that the viewer has. */
export async function loadViews(context: AppContext, ids: readonly string[]): Promise<Map<string, BottleneckView>> {
  if (context.viewer === null) return new Map();
  const visible = visibleViews(context.viewer);
  const rows = await context.em.execute<object[]>(
    `select v.* from bottleneck_view v where v.id = any(?::uuid[]) and ${visible.sql}`,
    [arrayLiteral(ids), ...visible.params],
  );
  return new Map(rows.map((row) => context.em.map(BottleneckView, row)).map((view) => [view.id, view]));
}

/** How many cases of a view the viewer may see; one statement for all views that are asked for. */
export async function countOfView(context: AppContext, view: BottleneckView): Promise<number> {
  const loader = context.loader<number>('bottleneck:view-counts', async (ids) => {
    const viewer = context.requireViewer();
    const today = localDateOf(context.now());
    const views = await loadViews(context, ids);
    const parts = [...views.values()].map((each) => {
      const where = matchingBottlenecks(viewer, (each.list as { filter?: BottleneckFilter }).filter ?? {}, today);
      return {
        sql: `select ?::uuid as id, count(*)::int as count from bottleneck b where ${where.sql}`,
        params: [each.id, ...where.params],
      };
    });
    if (parts.length === 0) return new Map();
    const rows = await context.em.execute<{ id: string; count: number }[]>(
      parts.map(({ sql }) => sql).join(' union all '),
      parts.flatMap(({ params }) => params),
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  });
  return (await loader.load(view.id)) ?? 0;
}
