import type { ReactElement, ReactNode } from 'react';

/** Nothing here: why, and one next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}): ReactElement {
  return (
    <div className="empty">
      <h3>{title}</h3>
      {children && <p className="sub">{children}</p>}
      {action}
    </div>
  );
}
