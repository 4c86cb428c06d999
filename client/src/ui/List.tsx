import type { ReactElement, ReactNode } from 'react';

interface ListProps {
  ordered?: boolean;
  label?: string;
  /** Rows that start with their date, as on a timetable: three children a row (date, text, action). */
  dated?: boolean;
  children: ReactNode;
}

/** A plain list with hairlines; the children are `li`. */
export function List({ ordered = false, label, dated = false, children }: ListProps): ReactElement {
  const Element = ordered ? 'ol' : 'ul';
  return (
    <Element className={dated ? 'list dated' : 'list'} aria-label={label}>
      {children}
    </Element>
  );
}
