import type { SqlEntityManager } from '@mikro-orm/sql';
import type { MinutesFacts, MinutesState } from '@versnellingstafel/shared/meetings/minutes';
import type { TableRole } from '@versnellingstafel/shared/tables/roles';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { roleAt, type Viewer } from '../../people/people.module.ts';

/** As far as rights are concerned, minutes. */
export interface MinutesOfTable {
  readonly meetingId: string;
  readonly tableId: string;
  readonly state: MinutesState;
}

/** What the rights on minutes are decided from, but for the role of somebody who sat there for a member. */
function factsOf(viewer: Viewer, minutes: MinutesOfTable, replaced: TableRole | undefined): MinutesFacts {
  const mandate = viewer.memberships.some((seat) => seat.tableId === minutes.tableId && seat.mandate);
  return { role: roleAt(viewer, minutes.tableId) ?? replaced ?? null, mandate, state: minutes.state };
}

/**
 * What this viewer's rights on each of these minutes are decided from, by the id of the meeting. Who sat at the meeting for a member has
 * the role of that member until the minutes are adopted. One statement at most.
 */
export async function minutesFacts(
  em: SqlEntityManager,
  viewer: Viewer,
  list: readonly MinutesOfTable[],
): Promise<Map<string, MinutesFacts>> {
  const asked = list.filter(
    ({ tableId, state }) => roleAt(viewer, tableId) === null && (state === 'DRAFT' || state === 'REVIEW'),
  );
  const rows =
    asked.length === 0
      ? []
      : await em.execute<{ meetingId: string; role: TableRole }[]>(
          `select a.meeting_id as "meetingId", s.role from attendance a
             join meeting m on m.id = a.meeting_id
             join membership s on s.table_id = m.table_id and s.person_id = a.substitutes_for_id
           where a.person_id = ? and a.meeting_id = any(?::uuid[])`,
          [viewer.personId, arrayLiteral(asked.map(({ meetingId }) => meetingId))],
        );
  const replaced = new Map(rows.map(({ meetingId, role }) => [meetingId, role]));
  return new Map(list.map((minutes) => [minutes.meetingId, factsOf(viewer, minutes, replaced.get(minutes.meetingId))]));
}
