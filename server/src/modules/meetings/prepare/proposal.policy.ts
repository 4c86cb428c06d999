import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import type { Viewer } from '../../people/people.module.ts';
import { ledTables, visibleMeetings } from '../meeting.policy.ts';

/**
 * The proposals this viewer may see, as a condition on a row of `agenda_proposal` and the row of `meeting` it is for: their own, and for
 * who prepares the meeting all. The only place where this is decided.
 */
export function visibleProposals(viewer: Viewer, proposal: string, meeting: string): SqlPart {
  const visible = visibleMeetings(viewer, meeting);
  return {
    sql: `(${visible.sql} and (${proposal}.proposed_by_id = ? or ${meeting}.table_id = any(?::uuid[])
      or exists (select from attendance a join membership s on s.table_id = ${meeting}.table_id and s.person_id = a.substitutes_for_id
        where a.meeting_id = ${meeting}.id and a.person_id = ? and s.role = any(?::text[]) and ${meeting}.state <> 'MINUTES_ADOPTED')))`,
    params: [
      ...visible.params,
      viewer.personId,
      ledTables(viewer),
      viewer.personId,
      arrayLiteral(['CHAIR', 'SECRETARY']),
    ],
  };
}
