import { localDateOf, localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import type { Json } from '../../../platform/database/json.ts';
import type { NewEvent } from '../../../platform/streams/event.ts';
import { type MeetingChange, meetingEvent } from '../meeting-events.ts';
import type { Meeting, MeetingPlan } from '../meeting.entity.ts';

/** When and where, to be compared later and kept as JSON. */
export interface KeptPlan {
  startsAt: string;
  endsAt: string;
  location: string;
}

/** A plan as JSON. */
export function keptPlan({ startsAt, endsAt, location }: MeetingPlan): KeptPlan {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), location };
}

/** A plan from JSON. */
export function planFrom({ startsAt, endsAt, location }: KeptPlan): MeetingPlan {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt), location };
}

/** Are these the same times and the same place? */
export function isPlan(one: MeetingPlan, other: MeetingPlan): boolean {
  return JSON.stringify(keptPlan(one)) === JSON.stringify(keptPlan(other));
}

const inWords = (moment: string) => {
  const date = new Date(moment);
  return `${localDateOf(date)} ${localTimeOf(date)}`;
};

/** What differs between two plans, as people read it: day and time in Amsterdam. */
function changesBetween(before: KeptPlan, after: KeptPlan): MeetingChange[] {
  const moments = (['startsAt', 'endsAt'] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: inWords(before[field]), after: inWords(after[field]) }],
  );
  const place = { field: 'location', before: before.location, after: after.location };
  return before.location === after.location ? moments : [...moments, place];
}

/** Adds to an event what programs need of it: exact moments, and whether people know of the meeting. */
function withFacts(event: NewEvent, meeting: Meeting, facts: { [key: string]: Json }): NewEvent {
  return {
    ...event,
    payload: {
      ...(event.payload as { [key: string]: Json }),
      published: meeting.publishedAt !== null,
      ...facts,
    },
  };
}

/** The meeting is at another time or place. `before` and `after` hold the exact moments. */
export function rescheduledEvent(meeting: Meeting, before: KeptPlan): NewEvent {
  const after = keptPlan(meeting);
  const event = meetingEvent('MEETING_RESCHEDULED', meeting, changesBetween(before, after));
  return withFacts(event, meeting, { before: { ...before }, after: { ...after } });
}

/** It does not take place, with the reason as the remark. */
export function cancelledEvent(meeting: Meeting, before: string): NewEvent {
  const event = meetingEvent('MEETING_CANCELLED', meeting, [{ field: 'state', before, after: meeting.state }]);
  const plan = keptPlan(meeting);
  return withFacts(event, meeting, { remark: meeting.cancelReason, before: { ...plan }, after: { ...plan } });
}

/** It takes place after all. */
export function restoredEvent(meeting: Meeting): NewEvent {
  const event = meetingEvent('MEETING_RESTORED', meeting, [
    { field: 'state', before: 'CANCELLED', after: meeting.state },
  ]);
  const plan = keptPlan(meeting);
  return withFacts(event, meeting, { before: { ...plan }, after: { ...plan } });
}
