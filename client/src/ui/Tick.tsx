import type { ReactElement } from 'react';
import { CheckIcon } from './icons.tsx';

/** The tick of what is chosen in a menu or list; CSS shows it on the chosen item. */
export function Tick(): ReactElement {
  return (
    <span className="tick">
      <CheckIcon />
    </span>
  );
}
