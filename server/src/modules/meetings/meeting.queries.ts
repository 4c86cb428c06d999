import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { pageOf, type PageSql } from '../../platform/graphql/keyset-page.ts';
import { grouped } from '../../platform/graphql/load-rows.ts';
import type { AppContext } from '../people/people.module.ts';
import { Meeting } from './meeting.entity.ts';
import { visibleMeetings } from './meeting.policy.ts';

/** The load of the node: meetings by id, as far as the viewer may see them, in one statement. */
export async function loadMeetings(context: AppContext, ids: readonly string[]): Promise<Map<string, Meeting>> {
  if (context.viewer === null) return new Map();
  const visible = visibleMeetings(context.viewer, 'm');
  const rows = await context.em.execute<object[]>(
    `select m.* from meeting m where m.id = any(?::uuid[]) and ${visible.sql}`,
    [arrayLiteral(ids), ...visible.params],
  );
  return new Map(rows.map((row) => context.em.map(Meeting, row)).map((meeting) => [meeting.id, meeting]));
}

/**
 * The next meeting of a table that the viewer may see; one that is going on included, also when it runs over. One statement for all tables.
 */
export async function nextMeetingOf(context: AppContext, tableId: string): Promise<object | null> {
  const loader = context.loader<string>('nextMeetingOf', async (ids) => {
    const visible = visibleMeetings(context.requireViewer(), 'm');
    const rows = await context.em.execute<{ id: string; tableId: string }[]>(
      `select distinct on (m.table_id) m.id, m.table_id as "tableId" from meeting m
       where m.table_id = any(?::uuid[]) and m.state in ('DRAFT', 'PUBLISHED', 'IN_SESSION')
         and m.ends_at > case when m.state = 'IN_SESSION' then ?::timestamptz - interval '1 day' else ?::timestamptz end and ${visible.sql}
       order by m.table_id, m.starts_at, m.id`,
      [arrayLiteral(ids), context.now().toISOString(), context.now().toISOString(), ...visible.params],
    );
    return new Map(rows.map((row) => [row.tableId, row.id]));
  });
  return context.node('Meeting', await loader.load(tableId));
}

/** The meetings of a table that the viewer may see, the latest first. The first pages of many tables cost one statement. */
export function meetingsOf(
  context: AppContext,
  tableId: string,
  args: { first: number; after: string | null },
): Promise<Page<Meeting>> {
  return pageOf<Meeting>(context.platform.cursors, {
    list: 'meetings',
    ...args,
    filter: [context.requireViewer().personId, tableId],
    keys: [{ sql: 'm.starts_at', direction: 'desc', value: (meeting) => meeting.startsAt.toISOString() }],
    idSql: 'm.id',
    rows: async (page) => {
      if (args.after !== null) return (await pagesOf(context, [tableId], page)).get(tableId) ?? [];
      return (
        (await context
          .loader<Meeting[]>(`meetingsOf:${page.limit}`, (ids) => pagesOf(context, ids, page))
          .load(tableId)) ?? []
      );
    },
  });
}

async function pagesOf(
  context: AppContext,
  tableIds: readonly string[],
  page: PageSql,
): Promise<Map<string, Meeting[]>> {
  const visible = visibleMeetings(context.requireViewer(), 'm');
  const rows = await context.em.execute<object[]>(
    `select page.* from unnest(?::uuid[]) as t (id) cross join lateral (
       select m.* from meeting m where m.table_id = t.id and ${visible.sql} and ${page.where.sql} order by ${page.orderBy} limit ${page.limit}) page`,
    [arrayLiteral(tableIds), ...visible.params, ...page.where.params],
  );
  return grouped(
    rows.map((row) => context.em.map(Meeting, row)),
    (meeting) => meeting.tableId,
  );
}
