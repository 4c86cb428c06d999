import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import { globalId } from '../../../platform/graphql/global-id.ts';
import type { Meeting } from '../meeting.entity.ts';

/** A meeting with the name of its table. */
export interface CalendarMeeting extends Pick<
  Meeting,
  'id' | 'state' | 'startsAt' | 'endsAt' | 'location' | 'updatedAt' | 'calendarSequence'
> {
  readonly tableName: string;
}

/** What a calendar holds of a meeting, beside the name of its table. */
export function calendarFacts(meeting: Omit<CalendarMeeting, 'tableName'>): Omit<CalendarMeeting, 'tableName'> {
  const { id, state, startsAt, endsAt, location, updatedAt, calendarSequence } = meeting;
  return { id, state, startsAt, endsAt, location, updatedAt, calendarSequence };
}

/** Who uses the calendar, and from where. */
export interface CalendarReader {
  readonly locale: MessageLocale;
  /** Address of this server, for links. */
  readonly origin: string;
  /** Name of this place in ids that leave it. */
  readonly host: string;
}

const words = {
  nl: {
    meeting: (table: string) => `Vergadering ${table}`,
    open: 'Agenda en stukken',
    feed: 'Vergaderingen van mijn tafels',
  },
  en: { meeting: (table: string) => `Meeting ${table}`, open: 'Agenda and papers', feed: 'Meetings of my tables' },
} as const;

/** How a meeting is called in a calendar. */
function calendarTitle(meeting: Pick<CalendarMeeting, 'tableName'>, locale: MessageLocale): string {
  return words[locale].meeting(meeting.tableName);
}

/** Where people read a meeting. */
export function meetingLink(meetingId: string, origin: string): string {
  return `${origin}/vergaderingen/${globalId('Meeting', meetingId)}`;
}

/**
 * Times are moments in UTC, so that every calendar shows the right hour in winter and in summer without a definition of time zones.
 * The same meeting has the same UID for ever; a higher SEQUENCE replaces what was there.
 */
function eventOf(meeting: CalendarMeeting, { locale, origin, host }: CalendarReader) {
  const url = meetingLink(meeting.id, origin);
  return {
    id: `meeting-${meeting.id}@${host}`,
    sequence: meeting.calendarSequence,
    start: meeting.startsAt,
    end: meeting.endsAt,
    // When it changed last, and not when it was asked for: the same meeting makes the same text.
    stamp: meeting.updatedAt,
    lastModified: meeting.updatedAt,
    summary: calendarTitle(meeting, locale),
    location: meeting.location,
    description: `${words[locale].open}: ${url}`,
    url,
    status: meeting.state === 'CANCELLED' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}

const prodId = { company: 'Versnellingstafel', product: 'Vergaderingen', language: 'NL' };

/** One meeting, to put into a calendar by hand. */
export function meetingFile(meeting: CalendarMeeting, reader: CalendarReader): string {
  return ical({ prodId, method: ICalCalendarMethod.PUBLISH, events: [eventOf(meeting, reader)] }).toString();
}

/** Many meetings, for a calendar that comes to fetch them. */
export function meetingFeed(meetings: readonly CalendarMeeting[], reader: CalendarReader): string {
  return ical({
    prodId,
    name: words[reader.locale].feed,
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
    events: meetings.map((meeting) => eventOf(meeting, reader)),
  }).toString();
}

/** An invitation by mail, or its withdrawal; it changes what an earlier one put into the calendar. */
export function meetingInvitation(
  meeting: CalendarMeeting,
  reader: CalendarReader,
  mail: { readonly from: string; readonly address: string; readonly receiver: string },
): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const method = meeting.state === 'CANCELLED' ? 'CANCEL' : 'REQUEST';
  const calendar = ical({ prodId, method: ICalCalendarMethod[method] });
  const event = calendar.createEvent(eventOf(meeting, reader));
  event.organizer({ name: meeting.tableName, email: mail.from });
  event.createAttendee({
    name: mail.receiver,
    email: mail.address,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: false,
  });
  return { method, content: calendar.toString() };
}
