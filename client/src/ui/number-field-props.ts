import type { FieldProps } from './Field.tsx';

export interface NumberFieldProps extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** What is counted, behind the figure: “woningen”, “min”. */
  unit?: string;
}
