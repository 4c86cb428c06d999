import type { ReactElement, ReactNode } from 'react';

/** Views of one list, as links; the current one carries `aria-current`. */
export function Tabs({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <nav className="tabs" aria-label={label}>
      {children}
    </nav>
  );
}
