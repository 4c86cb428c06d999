import { localDateOf, localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import { deadlinesOf, type Rhythm, type SeriesDate, seriesDates } from '@versnellingstafel/shared/tables/rhythm';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { type AccelerationTable, dutchHolidays, rhythmOf } from '../../tables/tables.module.ts';
import { Meeting } from '../meeting.entity.ts';
import { meetingEvent } from '../meeting-events.ts';
import { overlapping } from '../meeting-times.ts';

/** Has the table a day and a place to meet, so that its meetings can be made? */
export function hasSeries(rhythm: Rhythm): boolean {
  return rhythm.day !== null && rhythm.location !== '';
}

type Held = SeriesDate & { readonly meeting: NonNullable<SeriesDate['meeting']> };
const isHeld = (date: SeriesDate): date is Held => date.meeting !== null;

/**
 * Makes the meetings of a table that are missing ahead, as drafts that only chair and secretary see. A month that has its
 * meeting is left, also when that was moved or cancelled, and so is a time at which the table meets already. A meeting
 * that somebody planned on the very day becomes the one of the series.
 * @param table locked, so that two servers make nothing twice.
 * @param by bare UUID of the person for whom it is done.
 * @returns the bare UUIDs of the meetings that were made.
 */
export async function fillSeries(tx: Transaction, table: AccelerationTable, by: string): Promise<string[]> {
  const rhythm = rhythmOf(table);
  if (!hasSeries(rhythm)) return [];
  const dates = seriesDates(rhythm, tx.now, dutchHolidays).filter(isHeld);
  const missing = await withoutMeeting(tx, table.id, dates);
  const taken = await takenDays(tx, table.id, missing);
  const adopted = missing.filter(({ meeting }) => taken.has(meeting.day));
  if (adopted.length > 0) await adopt(tx, table.id, adopted, taken);

  const free = missing.filter(({ meeting }) => !taken.has(meeting.day));
  const slots = free.map((date) => ({ ...date.meeting, month: date.month }));
  const busy = new Set((await overlapping(tx, table.id, slots)).map(({ month }) => month));
  const made = slots.filter(({ month }) => !busy.has(month)).map((slot) => plan(tx, table.id, rhythm, slot, by));
  await tx.em.flush();
  for (const meeting of made) {
    const after = `${localDateOf(meeting.startsAt)} ${localTimeOf(meeting.startsAt)}`;
    tx.record(meetingEvent('MEETING_PLANNED', meeting, [{ field: 'startsAt', before: null, after }]));
  }
  return made.map(({ id }) => id);
}

function plan(
  tx: Transaction,
  tableId: string,
  rhythm: Rhythm,
  { month, day, startsAt, endsAt }: Held['meeting'] & { month: string },
  by: string,
): Meeting {
  const { location } = rhythm;
  const deadlines = deadlinesOf(day, rhythm, dutchHolidays);
  return tx.em.create(
    Meeting,
    Meeting.planned(tx.newId(), tableId, { startsAt, endsAt, location }, deadlines, { by, at: tx.now }, month),
  );
}

async function withoutMeeting(tx: Transaction, tableId: string, dates: readonly Held[]): Promise<Held[]> {
  const rows = await tx.em.execute<{ month: string }[]>(
    'select series_month as month from meeting where table_id = ? and series_month = any(?::text[])',
    [tableId, arrayLiteral(dates.map(({ month }) => month))],
  );
  const months = new Set(rows.map(({ month }) => month));
  return dates.filter(({ month }) => !months.has(month));
}

/** Meetings outside the series by the day on which they are, cancelled ones too: somebody decided about that day. */
async function takenDays(tx: Transaction, tableId: string, dates: readonly Held[]): Promise<Map<string, string>> {
  if (dates.length === 0) return new Map();
  const rows = await tx.em.execute<{ id: string; day: string }[]>(
    `select distinct on (day) id, day from (
       select id, state, to_char(starts_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as day from meeting
       where table_id = ? and series_month is null) m
     where day = any(?::text[]) order by day, (state = 'CANCELLED'), id`,
    [tableId, arrayLiteral(dates.map(({ meeting }) => meeting.day))],
  );
  return new Map(rows.map(({ id, day }) => [day, id]));
}

async function adopt(
  tx: Transaction,
  tableId: string,
  dates: readonly Held[],
  taken: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.em.execute(
    `update meeting m set series_month = given.month from unnest(?::uuid[], ?::text[]) as given (id, month)
     where m.id = given.id and m.table_id = ?`,
    [
      arrayLiteral(dates.map(({ meeting }) => taken.get(meeting.day) ?? '')),
      arrayLiteral(dates.map(({ month }) => month)),
      tableId,
    ],
  );
}
