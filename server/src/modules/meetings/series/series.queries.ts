import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { AppContext } from '../../people/people.module.ts';
import { leads } from '../meeting.policy.ts';

/** How many later meetings of the series would go along with this one; for who leads the table. */
export async function laterInSeries(
  context: AppContext,
  meeting: { id: string; tableId: string; seriesMonth: string | null },
): Promise<number> {
  if (meeting.seriesMonth === null || !leads(context.requireViewer(), meeting.tableId)) return 0;
  const loader = context.loader<number>('laterInSeries', async (ids) => {
    const rows = await context.em.execute<{ id: string; count: number }[]>(
      `select m.id, count(l.id)::int as count from meeting m
         join meeting l on l.table_id = m.table_id and l.series_month is not null and l.starts_at > m.starts_at and l.state in ('DRAFT', 'PUBLISHED')
       where m.id = any(?::uuid[]) group by m.id`,
      [arrayLiteral(ids)],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  });
  return (await loader.load(meeting.id)) ?? 0;
}

/** The meeting that a month of the series has already, as far as the viewer may see it. */
export async function meetingOfMonth(
  context: AppContext,
  { tableId, month }: { tableId: string; month: string },
): Promise<object | null> {
  const loader = context.loader<string>('meetingOfMonth', async (keys) => {
    const rows = await context.em.execute<{ id: string; key: string }[]>(
      `select id, table_id || ' ' || series_month as key from meeting
       where table_id = any(?::uuid[]) and (table_id || ' ' || series_month) = any(?::text[])`,
      [arrayLiteral([...new Set(keys.map((key) => key.split(' ')[0] ?? ''))]), arrayLiteral(keys)],
    );
    return new Map(rows.map(({ id, key }) => [key, id]));
  });
  return context.node('Meeting', await loader.load(`${tableId} ${month}`));
}
