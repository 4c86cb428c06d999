import type { ReactElement, ReactNode } from 'react';

/** Things below each other. */
export function Stack({
  gap = 'xl',
  children,
}: {
  gap?: 'xs' | 'md' | 'xl' | '2xl' | '3xl';
  children: ReactNode;
}): ReactElement {
  return <div className={gap === 'xl' ? 'stack' : `stack stack-${gap}`}>{children}</div>;
}
