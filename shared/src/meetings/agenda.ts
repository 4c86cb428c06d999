export const agendaPurposes = ['INFORM', 'DISCUSS', 'DECIDE'] as const;
export type AgendaPurpose = (typeof agendaPurposes)[number];

export const meetingStates = ['DRAFT', 'PUBLISHED', 'IN_SESSION', 'CLOSED', 'MINUTES_ADOPTED', 'CANCELLED'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** Sizes of a meeting and its agenda; minutes and hours in whole ones, texts in characters. */
export const agendaLimits = {
  minutesMin: 1,
  minutesMax: 480,
  titleMin: 3,
  titleMax: 200,
  textMax: 5_000,
  itemsMax: 60,
  subjectsMax: 20,
  hoursMax: 8,
  /** So far ahead a meeting can be planned, in years. */
  yearsAheadMax: 5,
} as const;

/** Start of each item as minutes after the start of the meeting: order and lengths decide, nobody types a time. */
export function startOffsets(minutes: readonly number[]): number[] {
  let total = 0;
  return minutes.map((length) => {
    const start = total;
    total += length;
    return start;
  });
}

/** Moves the element at `from` (0-based) to `to` (0-based, clamped) and leaves the order of the others as it was. */
export function moveTo<T>(items: readonly T[], from: number, to: number): T[] {
  const moved = items.slice();
  const [item] = moved.splice(from, 1);
  if (item === undefined) return moved;
  moved.splice(Math.max(0, Math.min(to, moved.length)), 0, item);
  return moved;
}
