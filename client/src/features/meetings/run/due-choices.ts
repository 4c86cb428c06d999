/** A day that people often say. */
export interface DueChoice {
  id: 'WEEK' | 'TWO_WEEKS' | 'MEETING';
  on: string;
}

const inDays = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The days to choose with one press. @param today ISO day @param nextMeetingOn ISO day; null when none is planned */
export function dueChoices(today: string, nextMeetingOn: string | null): DueChoice[] {
  return [
    { id: 'WEEK', on: inDays(today, 7) },
    { id: 'TWO_WEEKS', on: inDays(today, 14) },
    ...(nextMeetingOn && nextMeetingOn > today ? [{ id: 'MEETING' as const, on: nextMeetingOn }] : []),
  ];
}
