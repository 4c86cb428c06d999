import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';

/** From when to when a meeting takes. */
interface Slot {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const hour = 3_600_000;
const year = 366 * 24 * hour;

/** Not in the past, not absurdly far ahead, with an end after its beginning and no longer than a day of work. */
export function checkTimes(check: InputCheck, now: Date, { startsAt, endsAt }: Slot): void {
  if (startsAt < now) check.refuse('startsAt', 'DATE_IN_PAST');
  if (startsAt.getTime() - now.getTime() > agendaLimits.yearsAheadMax * year)
    check.refuse('startsAt', 'DATE_TOO_FAR', { years: agendaLimits.yearsAheadMax });
  if (endsAt <= startsAt) check.refuse('endsAt', 'DATE_ORDER', { other: 'startsAt' });
  else if (endsAt.getTime() - startsAt.getTime() > agendaLimits.hoursMax * hour)
    check.refuse('endsAt', 'MEETING_TOO_LONG', { hours: agendaLimits.hoursMax });
}

/**
 * Of these slots, those in which the table meets already; one that begins as another ends does not. The table is locked.
 * @param except bare UUIDs of meetings that are about to leave their place.
 */
export async function overlapping<S extends Slot>(
  tx: Transaction,
  tableId: string,
  slots: readonly S[],
  except: readonly string[] = [],
): Promise<S[]> {
  if (slots.length === 0) return [];
  const rows = await tx.em.execute<{ place: number }[]>(
    `select slot.place::int as place from unnest(?::timestamptz[], ?::timestamptz[]) with ordinality as slot (starts_at, ends_at, place)
     where exists (select from meeting m where m.table_id = ? and m.state <> 'CANCELLED' and m.id <> all(?::uuid[])
       and m.starts_at < slot.ends_at and m.ends_at > slot.starts_at)
     order by slot.place`,
    [
      arrayLiteral(slots.map(({ startsAt }) => startsAt.toISOString())),
      arrayLiteral(slots.map(({ endsAt }) => endsAt.toISOString())),
      tableId,
      arrayLiteral(except),
    ],
  );
  return rows.flatMap(({ place }) => slots[place - 1] ?? []);
}
