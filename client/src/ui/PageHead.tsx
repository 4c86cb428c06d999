import type { ReactElement, ReactNode } from 'react';

/** The title of the page (its one `h1`), what it is about, and its actions; one of those is primary. */
export function PageHead({
  title,
  meta,
  actions,
}: {
  title: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
}): ReactElement {
  return (
    <div className="page-head">
      <div className="stack stack-xs">
        <h1>{title}</h1>
        {meta}
      </div>
      {actions && <div className="row">{actions}</div>}
    </div>
  );
}
