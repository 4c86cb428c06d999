import type { NewEvent } from '../../../platform/streams/event.ts';
import { registerEventRule } from '../../../platform/graphql/event-visibility.ts';
import type { AppPlatform, Viewer } from '../../people/people.module.ts';
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

/** Who comes is for those who get the whole agenda; a guest hears of nobody. */
export function registerInvitationRules(platform: AppPlatform): void {
  registerEventRule<Viewer>(platform, ['INVITATION_ANSWERED'], async (viewer, { payload }, context) => {
    const { meetingId, personId } = payload as { meetingId: string; personId: string };
    return personId === viewer.personId || (await meetingFacts(context, meetingId))?.seesWholeAgenda === true;
  });
}
