import { guestLimits } from '@versnellingstafel/shared/meetings/guests';
import { type OrganisationKind, isPublicBody } from '@versnellingstafel/shared/people/roles';
import type { TableRole } from '@versnellingstafel/shared/tables/roles';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { meetingForChange } from '../meeting-for-change.ts';
import type { Meeting } from '../meeting.entity.ts';
import { loadMeetingFacts } from '../meeting.policy.ts';
import type { AttendanceAnswer } from '../meetings.enums.ts';
import { invitationEvent } from './invitation-events.ts';

export interface AnswerInvitation {
  meetingId: string;
  answer: AttendanceAnswer;
  substituteId?: string | null | undefined;
  remark?: string | null | undefined;
  personId?: string | null | undefined;
}

/** Somebody as far as an invitation is concerned. */
interface Invited {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly role: TableRole | null;
  readonly isGuest: boolean;
  readonly answer: AttendanceAnswer | null;
  readonly substitutesForId: string | null;
}

/**
 * Says whether one comes, and who comes instead. Chair and secretary say it for others too. A substitute has the rights of the member
 * from here on; whoever comes after all has no substitute any more.
 * @throws Forbidden, Refusal.
 */
export async function answerInvitation(
  tx: Transaction,
  viewer: Viewer,
  input: AnswerInvitation,
): Promise<{ meetingId: string }> {
  const id = uuidOf('Meeting', input.meetingId);
  const meeting = await meetingForChange(tx, viewer, id, 'meetingId', null, 'ANSWER_INVITATION');
  const personId = input.personId == null ? viewer.personId : uuidOf('Person', input.personId);
  const facts = (await loadMeetingFacts(tx.em, viewer, [meeting.id])).get(meeting.id);
  if (personId !== viewer.personId && facts?.leads !== true) throw new Forbidden('CHAIR_OR_SECRETARY_ONLY');

  const check = new InputCheck();
  const person = personId === null ? null : await invited(tx, meeting, personId);
  const expected = person !== null && (person.role !== null || person.isGuest || person.substitutesForId !== null);
  if (!expected) check.refuse('personId', 'NOT_INVITED');
  const remark = check.text('remark', input.remark ?? '', { max: guestLimits.remarkMax });
  const substitute = await checkSubstitute(tx, check, meeting, person, input);
  check.done();
  if (!person) throw new Error('Who was checked is there.');

  await putAnswer(tx, meeting, person, input.answer, remark);
  await endSubstitution(tx, meeting, person, substitute);
  if (substitute) {
    await tx.em.execute(
      `insert into attendance (meeting_id, person_id, substitutes_for_id, updated_at, updated_by_id) values (?, ?, ?, ?, ?)
       on conflict (meeting_id, person_id) do update set substitutes_for_id = excluded.substitutes_for_id,
         updated_at = excluded.updated_at, updated_by_id = excluded.updated_by_id`,
      [meeting.id, substitute.id, person.id, tx.now, viewer.personId],
    );
  }
  tx.record(invitationEvent(meeting, person, input.answer, substitute));
  return { meetingId: meeting.id };
}

async function invited(
  tx: Transaction,
  meeting: Pick<Meeting, 'id' | 'tableId'>,
  personId: string,
): Promise<Invited | null> {
  const [row] = await tx.em.execute<Invited[]>(
    `select p.id, p.name, o.kind, s.role, a.answer, a.substitutes_for_id as "substitutesForId",
       exists (select from agenda_guest g where g.meeting_id = ? and g.person_id = p.id) as "isGuest"
     from person p join organisation o on o.id = p.organisation_id
       left join membership s on s.table_id = ? and s.person_id = p.id
       left join attendance a on a.meeting_id = ? and a.person_id = p.id
     where p.id = ?`,
    [meeting.id, meeting.tableId, meeting.id, personId],
  );
  return row ?? null;
}

/** Who comes instead; null for nobody. Rights of a member for a public body go to somebody of a public body only. */
async function checkSubstitute(
  tx: Transaction,
  check: InputCheck,
  meeting: Meeting,
  person: Invited | null,
  input: AnswerInvitation,
): Promise<Invited | null> {
  if (input.substituteId == null) return null;
  if (input.answer !== 'ABSENT') check.refuse('substituteId', 'SUBSTITUTE_WHEN_ABSENT');
  const id = uuidOf('Person', input.substituteId);
  const substitute = id === null ? null : await invited(tx, meeting, id);
  if (!substitute) {
    check.refuse('substituteId', 'UNKNOWN_PERSON');
    return null;
  }
  const { name } = substitute;
  const memberSeesAll = person !== null && person.role !== 'OBSERVER' && isPublicBody(person.kind);
  if (person && person.role === null) check.refuse('substituteId', 'SUBSTITUTE_OF_MEMBER');
  else if (substitute.id === person?.id) check.refuse('substituteId', 'SUBSTITUTE_ONESELF');
  else if (substitute.substitutesForId !== null && substitute.substitutesForId !== person?.id)
    check.refuse('substituteId', 'SUBSTITUTE_TAKEN', { name });
  else if (substitute.answer === 'ABSENT') check.refuse('substituteId', 'SUBSTITUTE_ABSENT', { name });
  else if (memberSeesAll && !isPublicBody(substitute.kind)) check.refuse('substituteId', 'SUBSTITUTE_NOT_PUBLIC');
  return substitute;
}

/** A substitute who does not come replaces nobody any more. */
async function putAnswer(
  tx: Transaction,
  meeting: Meeting,
  person: Invited,
  answer: AttendanceAnswer,
  remark: string,
): Promise<void> {
  const substitutesForId = answer === 'ABSENT' ? null : person.substitutesForId;
  await tx.em.execute(
    `insert into attendance (meeting_id, person_id, answer, answer_remark, substitutes_for_id, updated_at, updated_by_id)
     values (?, ?, ?, ?, ?, ?, ?)
     on conflict (meeting_id, person_id) do update set answer = excluded.answer, answer_remark = excluded.answer_remark,
       substitutes_for_id = excluded.substitutes_for_id, updated_at = excluded.updated_at, updated_by_id = excluded.updated_by_id`,
    [meeting.id, person.id, answer, remark, substitutesForId, tx.now, tx.actorId],
  );
}

/** Ends that somebody came for this person, unless it is the same one; of who has nothing else to do there, no trace is left. */
async function endSubstitution(
  tx: Transaction,
  meeting: Meeting,
  person: Invited,
  substitute: Invited | null,
): Promise<void> {
  const same = substitute?.id ?? null;
  await tx.em.execute(
    `delete from attendance a where a.meeting_id = ? and a.substitutes_for_id = ? and a.person_id is distinct from ?
       and a.answer is null and a.presence is null`,
    [meeting.id, person.id, same],
  );
  await tx.em.execute(
    'update attendance set substitutes_for_id = null where meeting_id = ? and substitutes_for_id = ? and person_id is distinct from ?',
    [meeting.id, person.id, same],
  );
}
