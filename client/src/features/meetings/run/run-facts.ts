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
