/** The days and moments that a meeting is planned by. */
export interface MeetingDates {
  submitBy: string;
  papersBy: string;
  startsAt: string;
  minutesBy: string;
  publishedAt: string | null;
}

export type MeetingStop = 'PUBLISHED' | 'SUBMIT' | 'PAPERS' | 'TABLE' | 'MINUTES';

/** One stop on the way to a meeting, with its day (ISO) and whether it is behind, here or ahead. */
export interface PlacedStop {
  id: MeetingStop;
  on: string;
  at: 'been' | 'now' | 'ahead';
}

/**
 * The deadlines around a meeting in order of their days. The first that has not passed is now: that is what one can still make.
 * @param today ISO day in Amsterdam
 */
export function meetingLine(meeting: MeetingDates, today: string): PlacedStop[] {
  const stops: { id: MeetingStop; on: string }[] = [
    { id: 'SUBMIT', on: meeting.submitBy },
    { id: 'PAPERS', on: meeting.papersBy },
    { id: 'TABLE', on: meeting.startsAt },
    { id: 'MINUTES', on: meeting.minutesBy },
  ];
  if (meeting.publishedAt) stops.push({ id: 'PUBLISHED', on: meeting.publishedAt });
  stops.sort((one, other) => one.on.localeCompare(other.on));
  const now = stops.findIndex(({ id, on }) => id !== 'PUBLISHED' && on.slice(0, 10) >= today);
  return stops.map((stop, index) => ({
    ...stop,
    at: stop.id === 'PUBLISHED' || now < 0 || index < now ? 'been' : index === now ? 'now' : 'ahead',
  }));
}
