import type { FieldProps } from './Field.tsx';

/** The props of both date fields. */
export interface DateFieldProps extends FieldProps {
  /** ISO day, `2026-12-10`. */
  value: string | null;
  onChange: (iso: string | null) => void;
  min?: string;
  max?: string;
}
