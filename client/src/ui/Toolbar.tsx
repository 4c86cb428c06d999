import type { ReactElement, ReactNode } from 'react';

/** The row of filters above a list. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <div className="row toolbar" role="group" aria-label={label}>
      {children}
    </div>
  );
}
