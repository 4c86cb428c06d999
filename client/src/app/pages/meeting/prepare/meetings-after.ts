import type { MeetingShown } from '../meeting-shown.ts';

type Other = MeetingShown['table']['meetings']['edges'][number]['node'];

/** Meetings of the same table that come later and can still take an item, the first one first. */
export function meetingsAfter({ table, startsAt }: MeetingShown): Other[] {
  return table.meetings.edges
    .map(({ node }) => node)
    .filter(
      (other) => other.startsAt > startsAt && (other.meetingState === 'DRAFT' || other.meetingState === 'PUBLISHED'),
    )
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
}
