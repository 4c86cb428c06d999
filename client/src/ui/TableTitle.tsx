import type { ReactElement, ReactNode } from 'react';

interface TableTitleProps {
  /** The link, with the class `quiet-link strong`. */
  link: ReactNode;
  /** Parts of the second line: number, place, themes. */
  meta?: readonly ReactNode[];
  /** Below it: the next step. */
  children?: ReactNode;
}

/** The header of a row: the title, and what it is about. */
export function TableTitle({ link, meta, children }: TableTitleProps): ReactElement {
  return (
    <>
      {link}
      {meta && (
        <span className="two meta">
          {meta.map((part, index) => (
            // The parts are a fixed line: the place is their identity.
            <span key={index}>{part}</span>
          ))}
        </span>
      )}
      {children && <p className="next">{children}</p>}
    </>
  );
}
