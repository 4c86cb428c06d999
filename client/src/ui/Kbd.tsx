import type { ReactElement, ReactNode } from 'react';

/** A key of the keyboard. Hidden where there is none. */
export function Kbd({ children }: { children: ReactNode }): ReactElement {
  return <kbd className="kbd">{children}</kbd>;
}
