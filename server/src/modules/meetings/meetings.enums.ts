import type { AgendaPurpose, MeetingState } from '@versnellingstafel/shared/meetings/agenda';
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
