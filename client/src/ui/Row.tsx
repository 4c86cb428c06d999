import type { ReactElement, ReactNode } from 'react';

/** Things beside each other, wrapping. @param props.end pushes the row to the far side of its own row */
export function Row({
  wide = false,
  end = false,
  children,
}: {
  wide?: boolean;
  end?: boolean;
  children: ReactNode;
}): ReactElement {
  return <div className={`row${wide ? ' row-wide' : ''}${end ? ' end' : ''}`}>{children}</div>;
}
