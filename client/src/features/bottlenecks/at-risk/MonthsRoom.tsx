import type { ReactElement } from 'react';
import { buttonClass } from '../../../ui/Button.tsx';

/** Keeps the place of the figure while it is on its way. */
export function MonthsRoom({ waits }: { waits: boolean }): ReactElement | null {
  if (!waits) return null;
  return (
    <div className="later" aria-hidden="true">
      <span className={buttonClass('quiet')}>{'\u00A0'}</span>
    </div>
  );
}
