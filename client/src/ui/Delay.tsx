import { Plural } from '@lingui/react/macro';
import type { ReactElement } from 'react';

/** Minutes later than planned, as on a station board: +5. Nothing when on time. */
export function Delay({ minutes }: { minutes: number }): ReactElement | null {
  if (minutes <= 0) return null;
  return (
    <span className="delay">
      <span aria-hidden="true">+{minutes}</span>
      <span className="vh">
        <Plural value={minutes} one="# minuut later dan gepland" other="# minuten later dan gepland" />
      </span>
    </span>
  );
}
