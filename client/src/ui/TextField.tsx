import type { ReactElement, Ref } from 'react';
import { FieldFrame, type FieldProps, useFieldIds } from './Field.tsx';

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (text: string) => void;
  type?: 'text' | 'email' | 'url' | 'search';
  placeholder?: string;
  maxLength?: number;
  autoComplete?: string;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField(props: TextFieldProps): ReactElement {
  const {
    value,
    onChange,
    type = 'text',
    placeholder,
    maxLength,
    autoComplete,
    autoFocus,
    ref,
    name,
    error,
    required = true,
  } = props;
  const ids = useFieldIds(props);
  return (
    <FieldFrame {...props} ids={ids}>
      <input
        className="input"
        ref={ref}
        id={ids.id}
        name={name}
        type={type}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        autoComplete={autoComplete ?? 'off'}
        // A dialog or form decides where it starts; the person opened it a moment ago.
        autoFocus={autoFocus}
        aria-required={required || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={ids.describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
