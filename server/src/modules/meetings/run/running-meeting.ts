import { localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import { mayWithMeeting, type MeetingDenial, type MeetingVerb } from '@versnellingstafel/shared/meetings/permissions';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { Meeting } from '../meeting.entity.ts';
import { type FactsOfMeeting, loadMeetingFacts, visibleMeetings } from '../meeting.policy.ts';
import { MeetingRun } from './meeting-run.entity.ts';

/** The person has not the right, whatever the state of the meeting. */
const personal: readonly MeetingDenial[] = ['CHAIR_OR_SECRETARY_ONLY', 'PARTICIPANTS_ONLY'];

/** A meeting with how it goes; the run is null before it starts. */
export interface OpenRun {
  readonly meeting: Meeting;
  readonly run: MeetingRun | null;
  /** What the viewer is at this meeting. */
  readonly facts: FactsOfMeeting;
}

/** The same, once it has started. */
export interface Running extends OpenRun {
  readonly run: MeetingRun;
}

/**
 * The meeting that an input names with its run, locked until the transaction ends, for a viewer who may do this with it. What happens
 * in a running meeting thus happens one after the other.
 * @throws Refusal (not there or not theirs, another state, another leads), Forbidden (no right).
 */
export async function runFor(tx: Transaction, viewer: Viewer, meetingId: string, verb: MeetingVerb): Promise<OpenRun> {
  return runOfMeeting(tx, viewer, uuidOf('Meeting', meetingId), verb, 'meetingId');
}

/**
 * The same for a meeting by its UUID.
 * @param field the field of the input that named it, for the paths of problems.
 */
export async function runOfMeeting(
  tx: Transaction,
  viewer: Viewer,
  id: string | null,
  verb: MeetingVerb,
  field: string,
): Promise<OpenRun> {
  const visible = visibleMeetings(viewer, 'm');
  const rows =
    id === null
      ? []
      : await tx.em.execute<object[]>(`select m.* from meeting m where m.id = ? and ${visible.sql} for update`, [
          id,
          ...visible.params,
        ]);
  if (!rows[0]) refuse(notFoundProblem(['input', field]));
  const meeting = tx.em.map(Meeting, rows[0]);
  const run = await tx.em.findOne(MeetingRun, { meetingId: meeting.id });
  const facts = (await loadMeetingFacts(tx.em, viewer, [meeting.id])).get(meeting.id);
  if (!facts) return refuse(notFoundProblem(['input', field]));
  const decision = mayWithMeeting(verb, {
    role: facts.role,
    isGuest: facts.isGuest,
    state: meeting.state,
    published: meeting.publishedAt !== null,
    isLead: run?.leadId === viewer.personId,
  });
  if (decision.allowed) return { meeting, run, facts };
  if (personal.includes(decision.reason)) throw new Forbidden(decision.reason);
  if (verb === 'START' && run !== null && meeting.state === 'IN_SESSION') await refuseStarted(tx, run);
  return refuse(fieldProblem(decision.reason, ['input', field]));
}

/** Names who started it, and when. */
async function refuseStarted(tx: Transaction, run: MeetingRun): Promise<never> {
  const [person] = await tx.em.execute<{ name: string }[]>('select name from person where id = ?', [run.startedById]);
  const values = { name: person?.name ?? '', time: localTimeOf(run.startedAt) };
  return refuse(fieldProblem('MEETING_STARTED_BY', ['input', 'meetingId'], values));
}

/** The same for a meeting that has started. @throws Refusal, Forbidden. */
export async function runningMeeting(
  tx: Transaction,
  viewer: Viewer,
  meetingId: string,
  verb: MeetingVerb,
): Promise<Running> {
  const { run, ...open } = await runFor(tx, viewer, meetingId, verb);
  if (run === null) return refuse(fieldProblem('MEETING_NOT_STARTED', ['input', 'meetingId']));
  return { ...open, run };
}
