import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';

interface CheckboxProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
  name?: string;
  /** Read, not shown: in the check column of a table. */
  hideLabel?: boolean;
  /** Some of what it stands for is checked. */
  indeterminate?: boolean;
}

/** One thing that is on or off. */
export function Checkbox({
  label,
  checked,
  onChange,
  hint,
  name,
  hideLabel = false,
  indeterminate = false,
}: CheckboxProps): ReactElement {
  const box = useRef<HTMLInputElement>(null);
  const hintId = useId();
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const input = (
    <span className="check">
      <input
        ref={box}
        type="checkbox"
        name={name}
        checked={checked}
        aria-label={hideLabel ? label : undefined}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </span>
  );
  if (hideLabel) return input;
  return (
    <label className="checkline">
      {input}
      <span>{label}</span>
      {hint && (
        <span className="hint" id={hintId}>
          {hint}
        </span>
      )}
    </label>
  );
}
