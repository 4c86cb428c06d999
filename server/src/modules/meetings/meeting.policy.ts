import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import { roleAt, type Viewer } from '../people/people.module.ts';

/** Does the viewer prepare the meetings of this table? They see the working version; others what was published. */
export function leads(viewer: Viewer, tableId: string): boolean {
  return leadsTable(roleAt(viewer, tableId));
}

/** The tables whose meetings the viewer prepares, as a parameter: `any(?::uuid[])`. */
export function ledTables(viewer: Viewer): string {
  return arrayLiteral(viewer.memberships.filter((seat) => leadsTable(seat.role)).map((seat) => seat.tableId));
}

/**
 * The meetings this viewer may see, as a condition on `alias` (a row of `meeting`): those of tables where they sit and of
 * the tables below, from publication on; chair and secretary from the planning on. The only place where this is decided.
 */
export function visibleMeetings(viewer: Viewer, alias: string): SqlPart {
  return {
    sql: `(${alias}.table_id = any(?::uuid[]) or (${alias}.published_at is not null and ${alias}.table_id = any(?::uuid[])))`,
    params: [ledTables(viewer), arrayLiteral(viewer.followedTableIds)],
  };
}

/** May the viewer see the closed part of this table's meetings? Members for a public body, not observers. */
export function seesClosedPart(viewer: Viewer, tableId: string): boolean {
  return viewer.publicBodyTableIds.includes(tableId);
}
