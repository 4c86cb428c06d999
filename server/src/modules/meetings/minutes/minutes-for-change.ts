import {
  mayWithMinutes,
  type MinutesDenial,
  type MinutesFacts,
  type MinutesVerb,
} from '@versnellingstafel/shared/meetings/minutes';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { conflictProblem, fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { Meeting } from '../meeting.entity.ts';
import { loadMeetingFacts } from '../meeting.policy.ts';
import { Minutes } from './minutes.entity.ts';
import { visibleMinutes } from './minutes.policy.ts';

/** The person has not the right, whatever the state of the minutes. */
const personal: readonly MinutesDenial[] = ['CHAIR_OR_SECRETARY_ONLY', 'PARTICIPANTS_ONLY', 'MANDATE_ONLY'];

export interface MinutesToChange {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly facts: MinutesFacts;
}

/**
 * The minutes of this UUID with their meeting, both locked until the transaction ends, the meeting first as everywhere.
 * @param field the field of the input that named them, for the paths of problems.
 * @param expectedVersion left out: no version was seen, for example when something is only added.
 * @throws Forbidden (no right), Refusal (not there or not theirs, changed meanwhile, wrong state).
 */
export async function lockedMinutes(
  tx: Transaction,
  viewer: Viewer,
  id: string | null,
  field: string,
  verb: MinutesVerb,
  expectedVersion?: number,
): Promise<MinutesToChange> {
  const { meeting, minutes } = await lock(tx, viewer, id, field);
  const facts = await factsFor(tx, viewer, minutes);
  const decision = mayWithMinutes(verb, facts);
  if (!decision.allowed && personal.includes(decision.reason)) throw new Forbidden(decision.reason);
  if (expectedVersion !== undefined && expectedVersion !== minutes.version)
    refuse(
      conflictProblem({
        current: { type: 'Minutes', id: minutes.id },
        currentVersion: minutes.version,
        changedById: minutes.updatedById,
        changedAt: minutes.updatedAt,
      }),
    );
  if (!decision.allowed) refuse(fieldProblem(decision.reason, ['input', field]));
  return { meeting, minutes, facts };
}

/** `lockedMinutes` by the id that clients use. */
export function minutesForChange(
  tx: Transaction,
  viewer: Viewer,
  input: { readonly minutesId: string; readonly expectedVersion?: number },
  verb: MinutesVerb,
): Promise<MinutesToChange> {
  return lockedMinutes(tx, viewer, uuidOf('Minutes', input.minutesId), 'minutesId', verb, input.expectedVersion);
}

async function lock(
  tx: Transaction,
  viewer: Viewer,
  id: string | null,
  field: string,
): Promise<{ meeting: Meeting; minutes: Minutes }> {
  const visible = visibleMinutes(viewer, 'n', 'm');
  const [place] =
    id === null
      ? []
      : await tx.em.execute<{ meetingId: string }[]>(
          `select m.id as "meetingId" from minutes n join meeting m on m.id = n.meeting_id where n.id = ? and ${visible.sql}`,
          [id, ...visible.params],
        );
  if (!place) return refuse(notFoundProblem(['input', field]));
  const [meeting] = await tx.em.execute<object[]>('select * from meeting where id = ? for update', [place.meetingId]);
  const [minutes] = await tx.em.execute<object[]>('select * from minutes where id = ? for update', [id]);
  // Closing can be taken back while one waits for the lock.
  if (!meeting || !minutes) return refuse(notFoundProblem(['input', field]));
  return { meeting: tx.em.map(Meeting, meeting), minutes: tx.em.map(Minutes, minutes) };
}

async function factsFor(tx: Transaction, viewer: Viewer, { meetingId, state }: Minutes): Promise<MinutesFacts> {
  const facts = (await loadMeetingFacts(tx.em, viewer, [meetingId])).get(meetingId);
  return { role: facts?.role ?? null, mandate: facts?.mandate ?? false, state };
}
