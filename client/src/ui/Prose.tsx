import type { ReactElement, ReactNode } from 'react';

/** Running text at a readable measure. */
export function Prose({ children }: { children: ReactNode }): ReactElement {
  return <div className="prose">{children}</div>;
}
