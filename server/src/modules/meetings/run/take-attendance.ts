import type { Presence } from '@versnellingstafel/shared/meetings/run';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { personExists, type Viewer } from '../../people/people.module.ts';
import { attendanceEvent } from './attendance-events.ts';
import { attendanceOfPerson, isThere, putAttendance, type TakenAttendance } from './attendance-rows.ts';
import { isExpected } from './expected-people.ts';
import { runningMeeting } from './running-meeting.ts';

export interface TakeAttendance {
  meetingId: string;
  personId: string;
  /** Null takes back what was taken; left out: as it is. */
  presence?: Presence | null | undefined;
  /** Did the person go before the end? Left out: as it is. */
  left?: boolean | null | undefined;
}

/**
 * Chair or secretary marks somebody as there, absent, or gone; also after the meeting, until its minutes are adopted.
 * @throws Forbidden, Refusal (not started, UNKNOWN_PERSON, NOT_INVITED, NOT_PRESENT, nothing given).
 */
export async function takeAttendance(
  tx: Transaction,
  viewer: Viewer,
  input: TakeAttendance,
): Promise<{ meetingId: string }> {
  const { meeting } = await runningMeeting(tx, viewer, input.meetingId, 'TAKE_ATTENDANCE');
  const personId = uuidOf('Person', input.personId);
  if (personId === null || !(await personExists(tx.em, personId)))
    return refuse(notFoundProblem(['input', 'personId'], 'UNKNOWN_PERSON'));
  if (!(await isExpected(tx, meeting, personId))) refuse(fieldProblem('NOT_INVITED', ['input', 'personId']));
  if (input.presence === undefined && input.left == null) refuse(fieldProblem('NOTHING_GIVEN', ['input', 'presence']));

  const before = await attendanceOfPerson(tx, meeting.id, personId);
  const after = taken(before, input, tx.now);
  if (same(before, after)) return { meetingId: meeting.id };
  await putAttendance(tx, meeting.id, personId, after);
  tx.record(attendanceEvent(meeting, personId, before, after));
  return { meetingId: meeting.id };
}

function taken(before: TakenAttendance, { presence, left }: TakeAttendance, now: Date): TakenAttendance {
  const marked = presence === undefined ? before : mark(before, presence, now);
  if (left == null) return marked;
  if (!left) return { ...marked, leftAt: null };
  if (marked.leftAt !== null) return marked;
  if (!isThere(marked)) refuse(fieldProblem('NOT_PRESENT', ['input', 'left']));
  return { ...marked, leftAt: now };
}

function mark(before: TakenAttendance, presence: Presence | null, now: Date): TakenAttendance {
  if (presence === 'IN_ROOM' || presence === 'ONLINE')
    return { presence, arrivedAt: before.arrivedAt ?? now, leftAt: null };
  return { presence, arrivedAt: null, leftAt: null };
}

function same(one: TakenAttendance, other: TakenAttendance): boolean {
  return (
    one.presence === other.presence &&
    one.arrivedAt?.getTime() === other.arrivedAt?.getTime() &&
    one.leftAt?.getTime() === other.leftAt?.getTime()
  );
}
