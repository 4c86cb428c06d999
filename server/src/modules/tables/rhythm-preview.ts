import { deadlinesOf, type Rhythm, seriesDates } from '@versnellingstafel/shared/tables/rhythm';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { Refusal } from '../../platform/commands/refusal.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Outcome } from '../../platform/graphql/graph-context.ts';
import { notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { AppContext } from '../people/people.module.ts';
import type { AccelerationTable } from './acceleration-table.entity.ts';
import { dutchHolidays } from './dutch-holidays.ts';
import { rhythmFrom } from './rhythm-from-input.ts';
import type { RhythmDateType, RhythmInput } from './rhythm.types.ts';
import { rhythmOf } from './table-rhythm.ts';

/** A month of the series with the table it is of. */
export type RhythmDateFace = RhythmDateType & { readonly tableId: string };
type Preview = Outcome<{ dates: RhythmDateFace[] }>;

/** The months of a rhythm from now on: what would become of each, and why. */
function rhythmDates(tableId: string, rhythm: Rhythm, now: Date): RhythmDateFace[] {
  return seriesDates(rhythm, now, dutchHolidays).map(({ month, ruleDay, holiday, meeting }) => {
    const deadlines = meeting && deadlinesOf(meeting.day, rhythm, dutchHolidays);
    return {
      tableId,
      month,
      ruleDay,
      holiday,
      day: meeting?.day ?? null,
      startsAt: meeting?.startsAt ?? null,
      endsAt: meeting?.endsAt ?? null,
      submitBy: deadlines?.submitBy ?? null,
      papersBy: deadlines?.papersBy ?? null,
      minutesBy: deadlines?.minutesBy ?? null,
      feedbackBy: deadlines?.feedbackBy ?? null,
    };
  });
}

/** What a rhythm would bring before it is kept; nothing is changed. Whatever is wrong with it comes as problems. */
export async function previewRhythm(context: AppContext, input: RhythmInput): Promise<Preview> {
  try {
    const id = uuidOf('AccelerationTable', input.tableId);
    const table = (await context.node('AccelerationTable', id)) as AccelerationTable | null;
    if (!table) return refuse(notFoundProblem(['input', 'tableId'], 'UNKNOWN_TABLE'));
    const check = new InputCheck();
    const rhythm = rhythmFrom(rhythmOf(table), input, check);
    check.done();
    return { dates: rhythmDates(table.id, rhythm, context.now()), problems: [] };
  } catch (error) {
    if (error instanceof Refusal) return { dates: [], problems: error.problems };
    throw error;
  }
}
