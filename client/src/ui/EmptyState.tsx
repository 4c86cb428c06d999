import type { ReactElement, ReactNode } from 'react';

/** Nothing here: why, and one next step. */
export function EmptyState({
  title,
  level = 3,
  children,
  action,
}: {
  title: string;
  /** 2 where the page has no section above it. */
  level?: 2 | 3;
  children?: ReactNode;
  action?: ReactNode;
}): ReactElement {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {children && <p className="sub">{children}</p>}
      {action}
    </div>
  );
}
