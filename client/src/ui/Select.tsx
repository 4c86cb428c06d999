import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { FieldFrame, useFieldIds, type FieldProps } from './Field.tsx';
import { ChevronDownIcon } from './icons.tsx';

interface SelectProps extends FieldProps {
  value: string | null;
  onChange: (id: string) => void;
  options: readonly { id: string; label: string; note?: string }[];
  /** What stands there while nothing is chosen. */
  placeholder?: string;
}

/** One of a short list. The browser's own, which every phone and screen reader knows. */
export function Select(props: SelectProps): ReactElement {
  const { value, onChange, options, placeholder, name, error, required = true } = props;
  const { t } = useLingui();
  const ids = useFieldIds(props);
  return (
    <FieldFrame {...props} ids={ids}>
      <span className="input-with">
        <select
          className="input select"
          id={ids.id}
          name={name}
          value={value ?? ''}
          aria-required={required || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={ids.describedBy}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {value === null && (
            <option value="" disabled>
              {placeholder ?? t`Kies`}
            </option>
          )}
          {options.map(({ id, label, note }) => (
            <option key={id} value={id}>
              {note ? `${label}, ${note}` : label}
            </option>
          ))}
        </select>
        <ChevronDownIcon />
      </span>
    </FieldFrame>
  );
}
