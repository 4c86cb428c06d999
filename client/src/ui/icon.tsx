import type { ReactElement, ReactNode } from 'react';

/** Our own set: a 16 px grid, 1.5 px strokes, round ends. Hidden from screen readers: a word always stands beside an icon. */
export function icon(content: ReactNode): () => ReactElement {
  return function Icon() {
    return (
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
        {content}
      </svg>
    );
  };
}

/** An icon of one line. */
export const path = (d: string, strokeWidth?: number): (() => ReactElement) =>
  icon(<path d={d} strokeWidth={strokeWidth} />);
