import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { AppContext } from '../../people/people.module.ts';
import type { AttendanceAnswer } from '../meetings.enums.ts';

/** What the viewer answered to the invitation; null while they did not. One statement for all meetings. */
export async function viewerAnswerTo(context: AppContext, meetingId: string): Promise<AttendanceAnswer | null> {
  const loader = context.loader<AttendanceAnswer>('viewerAnswer', async (ids) => {
    const rows = await context.em.execute<{ meetingId: string; answer: AttendanceAnswer }[]>(
      `select meeting_id as "meetingId", answer from attendance
       where meeting_id = any(?::uuid[]) and person_id = ? and answer is not null`,
      [arrayLiteral(ids), context.requireViewer().personId],
    );
    return new Map(rows.map((row) => [row.meetingId, row.answer]));
  });
  return loader.load(meetingId);
}
