import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AgendaPurpose, MeetingState } from '@versnellingstafel/shared/meetings/agenda';
import type { BottleneckState } from '../../ui/StateMark.tsx';

/** What an item is for, as the word on the agenda. */
export const purposeLabels: Readonly<Record<AgendaPurpose, MessageDescriptor>> = {
  INFORM: msg`Informeren`,
  DISCUSS: msg`Bespreken`,
  DECIDE: msg`Besluit`,
};

/** How far a meeting is, as a sentence, with the shape that says the same. */
export const meetingStates: Readonly<Record<MeetingState, { words: MessageDescriptor; shape: BottleneckState }>> = {
  DRAFT: { words: msg`Concept, deelnemers zien nog niets`, shape: 'DRAFT' },
  PUBLISHED: { words: msg`Gepubliceerd`, shape: 'SCHEDULED' },
  IN_SESSION: { words: msg`Nu bezig`, shape: 'IN_PROGRESS' },
  CLOSED: { words: msg`Voorbij, verslag volgt`, shape: 'RESOLVED' },
  MINUTES_ADOPTED: { words: msg`Voorbij, verslag vastgesteld`, shape: 'RESOLVED' },
  CANCELLED: { words: msg`Gaat niet door`, shape: 'WITHDRAWN' },
};
