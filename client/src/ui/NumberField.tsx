import { FieldOnItsWay } from './FieldOnItsWay.tsx';
import { late } from './late.tsx';
import type { NumberFieldProps } from './number-field-props.ts';

/** A whole number, typed as one writes it (2.289); arrow up and down step it. */
export const NumberField = late<NumberFieldProps>(
  async () => (await import('./FullNumberField.tsx')).FullNumberField,
  FieldOnItsWay,
);
