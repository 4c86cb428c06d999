import type { FieldProps } from './Field.tsx';

/** One thing to choose. The note stands behind the label. */
export interface ComboOption {
  id: string;
  label: string;
  note?: string;
}

export interface ComboBoxProps extends FieldProps {
  value: string | null;
  onChange: (id: string | null, option: ComboOption | null) => void;
  /** What matches `inputValue`: the caller filters, here or on the server. */
  options: readonly ComboOption[];
  inputValue: string;
  onInputChange: (text: string) => void;
  loading?: boolean;
  /** What to say when nothing matches. */
  emptyText?: string;
  /** Text that is no option may stay. */
  allowsCustom?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
}
