import type { ReactElement, ReactNode } from 'react';

/** Text for screen readers only. */
export function VisuallyHidden({
  as: Element = 'span',
  children,
}: {
  as?: 'span' | 'p' | 'h1' | 'h2';
  children: ReactNode;
}): ReactElement {
  return <Element className="vh">{children}</Element>;
}
