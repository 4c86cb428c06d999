import type { ReactElement, ReactNode } from 'react';

/** The number behind the name of a view. */
export function TabCount({ children }: { children: ReactNode }): ReactElement {
  return <span className="count">{children}</span>;
}
