import { late } from '../../../ui/late.tsx';
import { MonthsRoom } from './MonthsRoom.tsx';
import type { HomeMonthsProps, ListMonthsProps } from './HomeMonths.tsx';

const Nothing = (): null => null;

/** What waiting has cost stands below what waits, and comes after it. */
export const LateHomeMonths = late<HomeMonthsProps>(async () => (await import('./HomeMonths.tsx')).HomeMonths, Nothing);

/** The same for the cases of a list, which stands below it and must not move when it comes. */
export const LateListMonths = late<ListMonthsProps>(
  async () => (await import('./HomeMonths.tsx')).ListMonths,
  MonthsRoom,
);
