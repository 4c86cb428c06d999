import type { DateFieldProps } from './date-field-props.ts';
import { FieldOnItsWay } from './FieldOnItsWay.tsx';
import { late } from './late.tsx';

/** A day, typed in parts or taken from a calendar. */
export const DatePicker = late<DateFieldProps>(
  async () => (await import('./FullDatePicker.tsx')).FullDatePicker,
  FieldOnItsWay,
);
