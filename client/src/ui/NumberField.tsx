import type { FieldProps } from './Field.tsx';
import { FieldOnItsWay } from './FieldOnItsWay.tsx';
import { late } from './late.tsx';

export interface NumberFieldProps extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** What is counted, behind the figure: “woningen”, “min”. */
  unit?: string;
}

/** A whole number, typed as one writes it (2.289); arrow up and down step it. */
export const NumberField = late<NumberFieldProps>(
  async () => (await import('./FullNumberField.tsx')).FullNumberField,
  FieldOnItsWay,
);
