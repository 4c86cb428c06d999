import type { AgendaPurpose, MeetingState } from '@versnellingstafel/shared/meetings/agenda';
import type { OutcomeKind } from '@versnellingstafel/shared/meetings/outcomes';
import type { ItemProgress, Presence } from '@versnellingstafel/shared/meetings/run';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';

export const MeetingStateEnum = graphEnum<MeetingState>('MeetingState', 'How far a meeting has come.', {
  DRAFT: 'Planned; chair and secretary prepare the agenda, and others do not see it yet.',
  PUBLISHED: 'The agenda is published.',
  IN_SESSION: 'The meeting is going on.',
  CLOSED: 'Over; the minutes are a draft.',
  MINUTES_ADOPTED: 'Over, and the minutes are adopted and frozen.',
  CANCELLED: 'It does not take place.',
});

export const AgendaPurposeEnum = graphEnum<AgendaPurpose>('AgendaPurpose', 'What an item is for.', {
  INFORM: 'To inform: nothing is asked.',
  DISCUSS: 'To discuss: opinions are asked.',
  DECIDE: 'To decide: a decision is proposed.',
});

/** What somebody says about coming. */
export type AttendanceAnswer = 'IN_ROOM' | 'ONLINE' | 'ABSENT';

export const AttendanceAnswerEnum = graphEnum<AttendanceAnswer>(
  'AttendanceAnswer',
  'What somebody answers to the invitation.',
  {
    IN_ROOM: 'Comes to the room.',
    ONLINE: 'Takes part online.',
    ABSENT: 'Does not come.',
  },
);

export const PresenceEnum = graphEnum<Presence>('Presence', 'How somebody is at a meeting, as it was taken.', {
  IN_ROOM: 'There, in the room.',
  ONLINE: 'There, online.',
  ABSENT_WITH_NOTICE: 'Not there, and sent word.',
  ABSENT: 'Not there.',
});

export const ItemProgressEnum = graphEnum<ItemProgress>('ItemProgress', 'How far an item of a meeting is.', {
  AHEAD: 'Still to come.',
  NOW: 'Being dealt with.',
  DONE: 'Dealt with.',
  CARRIED_OVER: 'On a later agenda.',
});

export const OutcomeKindEnum = graphEnum<OutcomeKind>('OutcomeKind', 'What came of an item.', {
  DECISION: 'A decision, as proposed where something was.',
  AMENDED_DECISION: 'A decision in other words than were proposed.',
  INFORMED: 'The table took note.',
  ACTION: 'Somebody does something by a day.',
  BOTTLENECK: 'A case was made, or a step was taken with it.',
  NOTE: 'A knowledge note was made or changed.',
});
