import {
  addDays,
  daysBetween,
  type LocalDate,
  localDateOf,
  momentIn,
} from '@versnellingstafel/shared/dates/local-date';

/** The Monday on which the data of the demo region was written down. */
const writtenOn: LocalDate = '2026-11-23';

/** How many whole weeks lie between the writing and the day of loading; weekdays stay what they are. */
export function weeksSince(now: Date): number {
  return Math.floor(daysBetween(writtenOn, localDateOf(now)) / 7);
}

/** Dates of the demo region on the day of loading. Operational dates move along; legal dates stay. */
export interface DemoCalendar {
  /** The operational date, moved. */
  date(written: LocalDate): LocalDate;
  date(written: LocalDate | null): LocalDate | null;
  /** The moment at which it is `time` in Amsterdam on the operational date, moved; never later than now. */
  past(written: LocalDate, time: string): Date;
  /** The same, and at least so many minutes before now: what follows on one day keeps its order on the day of loading. */
  pastBy(minutes: number, written: LocalDate, time: string): Date;
  /** The moment at which it is `time` in Amsterdam on the operational date, moved. */
  moment(written: LocalDate, time: string): Date;
}

/** @param weeks by which operational dates move @param now the moment of loading: no step is taken later */
export function demoCalendar(weeks: number, now: Date): DemoCalendar {
  function date(written: LocalDate): LocalDate;
  function date(written: LocalDate | null): LocalDate | null;
  function date(written: LocalDate | null): LocalDate | null {
    return written === null ? null : addDays(written, weeks * 7);
  }
  const moment = (written: LocalDate, time: string): Date => momentIn(date(written), time);
  return {
    date,
    moment,
    past: (written, time) => new Date(Math.min(moment(written, time).getTime(), now.getTime())),
    pastBy: (minutes, written, time) =>
      new Date(Math.min(moment(written, time).getTime(), now.getTime() - minutes * 60_000)),
  };
}
