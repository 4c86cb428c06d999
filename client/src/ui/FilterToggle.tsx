import type { ReactElement } from 'react';
import { CheckIcon } from './icons.tsx';

interface FilterToggleProps {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A filter with one value: dashed while it is off, solid with a tick while it is on. */
export function FilterToggle({ label, on, onChange }: FilterToggleProps): ReactElement {
  return (
    <button className="filter" type="button" aria-pressed={on} data-on={on || undefined} onClick={() => onChange(!on)}>
      {on && <CheckIcon />} {on ? <b>{label}</b> : label}
    </button>
  );
}
