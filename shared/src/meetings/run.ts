/** How far an item of a running meeting is. */
export const itemProgresses = ['AHEAD', 'NOW', 'DONE', 'CARRIED_OVER'] as const;
export type ItemProgress = (typeof itemProgresses)[number];

/** How somebody is there, or not. */
export const presences = ['IN_ROOM', 'ONLINE', 'ABSENT_WITH_NOTICE', 'ABSENT'] as const;
export type Presence = (typeof presences)[number];

/** Minutes that one press adds to an item or takes off. */
export const runLimits = { addedMinutesMax: 120 } as const;

const minute = 60_000;

/** An item as its time is reckoned from: its length and what was kept of its course. */
export interface ItemCourse {
  readonly id: string;
  readonly minutes: number;
  readonly extraMinutes: number;
  /** Milliseconds that it took, without the stretch that runs now. */
  readonly spentMs: number;
  readonly startedAt: Date | null;
  readonly finished: boolean;
  /** Is it on a later agenda already? */
  readonly carriedOver: boolean;
}

/** The clock of a meeting, as it is kept. */
export interface RunClock {
  readonly currentItemId: string | null;
  /** Since when the current item runs; null while it is paused. */
  readonly runningSince: Date | null;
  readonly closedAt: Date | null;
}

/** Minutes that an item may take. */
export function givenMinutes(item: Pick<ItemCourse, 'minutes' | 'extraMinutes'>): number {
  return item.minutes + item.extraMinutes;
}

/** Milliseconds that an item took until `now`. A clock that is behind takes nothing back. */
export function spentMs(item: ItemCourse, clock: RunClock, now: Date): number {
  const runs = item.id === clock.currentItemId && clock.runningSince !== null;
  return item.spentMs + (runs ? Math.max(0, now.getTime() - clock.runningSince.getTime()) : 0);
}

/** Seconds that are left of an item; below zero when it runs over. */
export function remainingSeconds(item: ItemCourse, clock: RunClock, now: Date): number {
  return Math.ceil((givenMinutes(item) * minute - spentMs(item, clock, now)) / 1_000);
}

/** Is there still time to be spent on it? */
function isToCome(item: ItemCourse, clock: RunClock): boolean {
  return item.id !== clock.currentItemId && !item.finished && !item.carriedOver;
}

/** Milliseconds that an item still takes when it takes what it was given. */
function toSpend(item: ItemCourse, clock: RunClock, now: Date): number {
  return Math.max(0, givenMinutes(item) * minute - spentMs(item, clock, now));
}

/** How far an item is. */
export function progressOf(item: ItemCourse, clock: RunClock): ItemProgress {
  if (item.id === clock.currentItemId && clock.closedAt === null) return 'NOW';
  if (item.carriedOver) return 'CARRIED_OVER';
  return item.finished ? 'DONE' : 'AHEAD';
}

/** When the meeting ends if what is left takes its minutes; once it is closed, when that was. */
export function predictedEnd(items: readonly ItemCourse[], clock: RunClock, now: Date): Date {
  if (clock.closedAt !== null) return clock.closedAt;
  const left = items.filter((item) => item.id === clock.currentItemId || isToCome(item, clock));
  return new Date(now.getTime() + left.reduce((total, item) => total + toSpend(item, clock, now), 0));
}

/** Whole minutes that the meeting is going to end after `endsAt`; 0 when it fits. */
export function overrunMinutes(predictedEndAt: Date, endsAt: Date): number {
  return Math.max(0, Math.ceil((predictedEndAt.getTime() - endsAt.getTime()) / minute));
}

/**
 * When each item starts: those that began, when they did; those ahead, once all before them that are left took their minutes.
 * An item that is over without having begun keeps its place: it starts when the next one would.
 * @returns in the order of `items`.
 */
export function expectedStarts(items: readonly ItemCourse[], clock: RunClock, now: Date): Date[] {
  const current = items.find((item) => item.id === clock.currentItemId);
  let next = now.getTime() + (current === undefined ? 0 : toSpend(current, clock, now));
  return items.map((item) => {
    if (item.startedAt !== null && !isToCome(item, clock)) return item.startedAt;
    const start = new Date(next);
    if (isToCome(item, clock)) next += toSpend(item, clock, now);
    return start;
  });
}

/** Whole minutes between two starts; below zero when it is earlier than planned. */
export function delayMinutes(planned: Date, expected: Date): number {
  return Math.round((expected.getTime() - planned.getTime()) / minute);
}
