import type { NewEvent } from '../../../platform/streams/event.ts';
import { registerEventRule } from '../../../platform/graphql/event-visibility.ts';
import type { AppPlatform, Viewer } from '../../people/people.module.ts';
import type { AgendaItemFace } from '../agenda.queries.ts';
import { meetingKind } from '../meeting-events.ts';
import type { Meeting } from '../meeting.entity.ts';
import { meetingFacts } from '../meeting.policy.ts';
import type { AttendanceAnswer } from '../meetings.enums.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Somebody said whether they come. Why not stands on the list of attendance alone. */
export function invitationEvent(
  meeting: Pick<Meeting, 'id' | 'tableId'>,
  person: Named & { readonly answer: AttendanceAnswer | null },
  answer: AttendanceAnswer,
  substitute: Named | null,
): NewEvent {
  return {
    stream: { kind: 'table', id: meeting.tableId },
    type: 'INVITATION_ANSWERED',
    subjects: [{ kind: meetingKind, id: meeting.id }],
    payload: {
      meetingId: meeting.id,
      personId: person.id,
      substituteId: substitute?.id ?? null,
      changes: [
        { field: 'answer', before: person.answer, after: answer },
        ...(substitute ? [{ field: 'substituteId', before: null, after: substitute.name }] : []),
      ],
    },
  };
}

/** Somebody is invited to one item, or no longer. */
export function guestEvent(
  type: 'GUEST_INVITED' | 'GUEST_REMOVED',
  meeting: Pick<Meeting, 'id' | 'tableId'>,
  itemId: string,
  guest: { readonly name: string; readonly personId: string | null },
): NewEvent {
  const [before, after] = type === 'GUEST_INVITED' ? [null, guest.name] : [guest.name, null];
  return {
    stream: { kind: 'table', id: meeting.tableId },
    type,
    subjects: [
      { kind: meetingKind, id: meeting.id },
      { kind: 'agendaItem', id: itemId },
    ],
    payload: {
      meetingId: meeting.id,
      itemId,
      personId: guest.personId,
      changes: [{ field: 'guest', before, after }],
    },
  };
}

/** Who comes is for those who get the whole agenda; a guest hears of nobody. Guests of an item are for who sees the item. */
export function registerInvitationRules(platform: AppPlatform): void {
  registerEventRule<Viewer>(platform, ['INVITATION_ANSWERED'], async (viewer, { payload }, context) => {
    const { meetingId, personId } = payload as { meetingId: string; personId: string };
    return personId === viewer.personId || (await meetingFacts(context, meetingId))?.seesWholeAgenda === true;
  });
  registerEventRule<Viewer>(platform, ['GUEST_INVITED', 'GUEST_REMOVED'], async (_viewer, { payload }, context) => {
    const item = await context.node('AgendaItem', (payload as { itemId: string }).itemId);
    return item !== null && !(item as AgendaItemFace).masked;
  });
}
