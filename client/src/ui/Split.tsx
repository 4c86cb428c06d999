import type { ReactElement, ReactNode } from 'react';

/** Main text with a side column where the main area has room for both. @param props.even a wider side column */
export function Split({
  side,
  even = false,
  children,
}: {
  side: ReactNode;
  even?: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <div className={even ? 'split split-even' : 'split'}>
      <div className="stack stack-2xl">{children}</div>
      <div className="stack stack-2xl">{side}</div>
    </div>
  );
}
