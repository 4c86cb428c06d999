import type { DateFieldProps } from './date-field-props.ts';
import { FieldOnItsWay } from './FieldOnItsWay.tsx';
import { late } from './late.tsx';

/** A day, typed in parts (dd-mm-jjjj); arrow up and down step a part. */
export const DateField = late<DateFieldProps>(
  async () => (await import('./FullDateField.tsx')).FullDateField,
  FieldOnItsWay,
);
