import type { ReactElement } from 'react';
import { dayOf, distanceInDays, dueTone, today as todayInAmsterdam } from '../lib/dates.ts';
import { useFormat } from '../lib/format.ts';

interface DateWithDistanceProps {
  /** ISO day or moment. */
  date: string;
  /** The day that counts as today. */
  today?: string;
  /** `stacked` puts the distance on a line of its own, for tables. */
  layout?: 'inline' | 'stacked';
  /** A date that is no deadline is never soon or late. */
  judge?: boolean;
  /** Words instead of the distance: “komt dan terug”. */
  words?: string;
}

/** A day and how far it is: “do 10 dec, over 17 dagen”. Amber in its last three days, red after. */
export function DateWithDistance({
  date,
  today = todayInAmsterdam(),
  layout = 'inline',
  judge = true,
  words,
}: DateWithDistanceProps): ReactElement {
  const format = useFormat(today);
  const tone = judge ? dueTone(distanceInDays(date, today)) : 'later';
  const distance = words ?? (judge ? format.deadline(date) : format.distance(date));
  const toneClass = tone === 'later' ? undefined : tone;
  const day = (
    <time dateTime={dayOf(date)} className={tone === 'late' ? 'late nowrap' : 'nowrap'}>
      {format.day(date)}
    </time>
  );
  if (layout === 'stacked') {
    return (
      <>
        {day}
        <span className="two">
          <span className={toneClass ?? 'sub'}>{distance}</span>
        </span>
      </>
    );
  }
  return (
    <span>
      {day}, <span className={toneClass ?? 'sub'}>{distance}</span>
    </span>
  );
}
