import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import type { Viewer } from '../../people/people.module.ts';
import { visibleMeetings } from '../meeting.policy.ts';

/**
 * The minutes this viewer may see, as a condition on a row of `minutes` and the row of `meeting` it belongs to: the members of the table,
 * and who sat there for one of them, from the draft on; all others who may see the meeting once they are published. The only place where
 * this is decided; what of them shows is decided by the items.
 */
export function visibleMinutes(viewer: Viewer, minutes: string, meeting: string): SqlPart {
  const visible = visibleMeetings(viewer, meeting);
  return {
    sql: `(${visible.sql} and (${minutes}.state = 'PUBLISHED' or ${minutes}.table_id = any(?::uuid[]) or exists (
      select from attendance substitute where substitute.meeting_id = ${minutes}.meeting_id and substitute.person_id = ?
        and substitute.substitutes_for_id is not null)))`,
    params: [...visible.params, arrayLiteral(viewer.memberships.map((seat) => seat.tableId)), viewer.personId],
  };
}
