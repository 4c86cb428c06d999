import type { Run, RunState, RunStop } from './run-documents.ts';

/** May the viewer do this with the meeting, and if not, why not? */
export function runAbility(
  { viewerCan }: Pick<RunState, 'viewerCan'>,
  verb: string,
): { allowed: boolean; reason: string | undefined } {
  const ability = viewerCan.find((one) => one.verb === verb);
  return { allowed: ability?.allowed ?? false, reason: ability?.reason ?? undefined };
}

/** What the table is at, what comes after it and what came before. */
export interface Place<Stop> {
  current: Stop | undefined;
  next: Stop | undefined;
  before: Stop | undefined;
}

/** Where the table is in the programme. Between items the next is the first that nobody was at yet. */
export function placeOf<Stop extends RunStop>(stops: readonly Stop[], run: Run | null): Place<Stop> {
  const at = stops.findIndex(({ id }) => id === run?.currentItem?.id);
  if (at >= 0) {
    const ahead = stops.slice(at + 1);
    return {
      current: stops[at],
      next: ahead.find(({ time }) => time.progress === 'AHEAD') ?? ahead[0],
      before: stops[at - 1],
    };
  }
  const next = stops.findIndex(({ time }) => time.progress === 'AHEAD');
  return {
    current: undefined,
    next: stops[next],
    before: next < 0 ? stops.at(-1) : stops[next - 1],
  };
}

/** Items that no table finished: what closing moves on. */
export const unfinished = <Stop extends RunStop>(stops: readonly Stop[]): Stop[] =>
  stops.filter(({ time }) => time.progress === 'AHEAD');

/** Minutes that an item took more than it was given on the agenda; nothing while it has yet to end. */
export function minutesOver({ minutes, time }: Pick<RunStop, 'minutes' | 'time'>): number {
  if (time.progress !== 'DONE' || time.startedAt === null) return 0;
  return Math.max(0, Math.round(time.spentSeconds / 60) - minutes);
}

/** A moment (ISO) some seconds later. */
export const later = (iso: string, seconds: number): string =>
  new Date(Date.parse(iso) + seconds * 1_000).toISOString();

/** A stop as somebody sees it; of a hidden one there is its place and its length. */
export type SeenStop = RunStop & { hidden: boolean };

/** The stop at which the table is, for who may not know which of the hidden ones it is: the first of those still to come. */
export function stopNow<Stop extends SeenStop>(stops: readonly Stop[], run: Run): Stop | undefined {
  return (
    stops.find(({ id }) => id === run.currentItem?.id) ??
    (run.closedPartNow ? stops.find(({ hidden, time }) => hidden && time.progress === 'AHEAD') : undefined)
  );
}

/**
 * When a stop began or will (ISO); null where nobody says so. How a hidden part is divided is not told: it begins where what comes before
 * it ends, and within it there are no times.
 * @param slipped seconds that what is ahead moved up since the server predicted it
 */
export function startOf(stops: readonly SeenStop[], index: number, run: Run, slipped: number): string | null {
  const stop = stops[index];
  if (!stop) return null;
  const { time, hidden } = stop;
  if (!hidden) return time.startedAt ?? later(time.expectedStartAt, time.progress === 'AHEAD' ? slipped : 0);
  const isFirst = stops[index - 1]?.hidden !== true;
  if (!isFirst || time.progress !== 'AHEAD' || run.closedPartNow) return null;
  const rest = stops.slice(index);
  const next = rest.findIndex((other) => !other.hidden);
  const minutes = rest.slice(0, next < 0 ? rest.length : next).reduce((total, other) => total + other.minutes, 0);
  return later(rest[next]?.time.expectedStartAt ?? run.predictedEndAt, slipped - minutes * 60);
}
