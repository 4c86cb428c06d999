import { grouped } from '../../platform/graphql/load-rows.ts';
import { pageOf } from '../../platform/graphql/keyset-page.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import type { AppContext } from '../people/people.module.ts';
import { AccelerationTable, type Membership } from './acceleration-table.entity.ts';

/** All tables, in the order of the line. Everybody who is signed in may know which tables there are. */
export function listTables(
  context: AppContext,
  args: { first: number; after: string | null },
): Promise<Page<AccelerationTable>> {
  return pageOf<AccelerationTable>(context.platform.cursors, {
    list: 'tables',
    ...args,
    filter: null,
    keys: [
      { sql: 't.position', direction: 'asc', value: (table) => table.position },
      { sql: 't.name', direction: 'asc', value: (table) => table.name },
    ],
    idSql: 't.id',
    rows: async ({ where, orderBy, limit }) => {
      const rows = await context.em.execute<Record<string, unknown>[]>(
        `select t.* from acceleration_table t where ${where.sql} order by ${orderBy} limit ${limit}`,
        [...where.params],
      );
      return rows.map((row) => context.em.map(AccelerationTable, row));
    },
  });
}

interface MemberRow {
  readonly tableId: string;
  readonly personId: string;
  readonly role: Membership['role'];
  readonly mandate: boolean;
}

/** Members by table: chair and secretary first, then by name. */
export async function membersOfTables(
  context: AppContext,
  tableIds: readonly string[],
): Promise<Map<string, MemberRow[]>> {
  const marks = tableIds.map(() => '?').join(', ');
  const rows = await context.em.execute<MemberRow[]>(
    `select m.table_id as "tableId", m.person_id as "personId", m.role, m.mandate
     from membership m join person p on p.id = m.person_id where m.table_id in (${marks})
     order by array_position(array['CHAIR', 'SECRETARY', 'PARTICIPANT', 'OBSERVER'], m.role), p.name, p.id`,
    [...tableIds],
  );
  return grouped(rows, (row) => row.tableId);
}
