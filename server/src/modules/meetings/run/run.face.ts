import {
  delayMinutes,
  expectedStarts,
  givenMinutes,
  type ItemProgress,
  overrunMinutes,
  predictedEnd,
  progressOf,
  remainingSeconds,
  type RunClock,
  spentMs,
} from '@versnellingstafel/shared/meetings/run';
import type { AppContext } from '../../people/people.module.ts';
import { type AgendaItemFace, agendaOf } from '../agenda.queries.ts';
import type { Meeting } from '../meeting.entity.ts';
import { courseOf, type KeptRun } from './run.queries.ts';

/** How a meeting goes, as this viewer gets it at this moment. */
export interface RunFace extends KeptRun {
  /** Null too while the current item is hidden from the viewer. */
  readonly currentItem: AgendaItemFace | null;
  readonly closedPartNow: boolean;
  readonly remainingSeconds: number;
  readonly givenMinutes: number;
  readonly predictedEndAt: Date;
  readonly overrunMinutes: number;
}

/** The time of one item, as this viewer gets it. */
export interface TimeFace {
  readonly progress: ItemProgress;
  readonly startedAt: Date | null;
  readonly spentSeconds: number;
  readonly extraMinutes: number;
  readonly expectedStartAt: Date;
  readonly delayMinutes: number;
}

const beforeStart: RunClock = { currentItemId: null, runningSince: null, closedAt: null };

/** How a meeting goes; null before it starts. */
export async function runFaceOf(context: AppContext, meeting: Meeting): Promise<RunFace | null> {
  const { run, items } = await courseOf(context, meeting.id);
  if (run === null) return null;
  const now = context.now();
  const shown = (await agendaOf(context, meeting.id)).find(({ id }) => id === run.currentItemId);
  const course = items.find(({ id }) => id === run.currentItemId);
  const currentItem = shown === undefined || shown.masked ? null : shown;
  const predictedEndAt = predictedEnd(items, run, now);
  return {
    ...run,
    currentItem,
    closedPartNow: shown?.closedPart ?? course?.closedPart ?? false,
    remainingSeconds: currentItem && course ? remainingSeconds(course, run, now) : 0,
    givenMinutes: currentItem && course ? givenMinutes(course) : 0,
    predictedEndAt,
    overrunMinutes: overrunMinutes(predictedEndAt, meeting.endsAt),
  };
}

/** The time of an item. Of one that is hidden from the viewer it tells no more than that the whole hidden part is over. */
export async function timeOf(context: AppContext, item: AgendaItemFace): Promise<TimeFace> {
  const { run, items } = await courseOf(context, item.meetingId);
  const clock = run ?? beforeStart;
  const nothing = { startedAt: null, spentSeconds: 0, extraMinutes: 0 };
  const asPlanned = { expectedStartAt: item.startsAt, delayMinutes: 0 };
  if (item.masked) {
    const hidden = (await agendaOf(context, item.meetingId)).filter((other) => other.masked).map(({ id }) => id);
    const ahead = items.filter(({ id }) => hidden.includes(id)).map((one) => progressOf(one, clock));
    const isOver = ahead.every((progress) => progress === 'DONE' || progress === 'CARRIED_OVER');
    return { progress: isOver ? 'DONE' : 'AHEAD', ...nothing, ...asPlanned };
  }
  const place = items.findIndex(({ id }) => id === item.id);
  const course = items[place];
  if (!course) return { progress: 'AHEAD', ...nothing, ...asPlanned };
  const now = context.now();
  const expectedStartAt = (run === null ? null : expectedStarts(items, clock, now)[place]) ?? item.startsAt;
  return {
    progress: progressOf(course, clock),
    startedAt: course.startedAt,
    spentSeconds: Math.floor(spentMs(course, clock, now) / 1_000),
    extraMinutes: course.extraMinutes,
    expectedStartAt,
    delayMinutes: delayMinutes(item.startsAt, expectedStartAt),
  };
}
