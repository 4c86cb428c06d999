import type { ReactElement, ReactNode } from 'react';

/** Terms with their values below them; `wide` puts them side by side when there is room. */
export function Facts({
  items,
  wide = false,
}: {
  items: readonly { term: string; value: ReactNode }[];
  wide?: boolean;
}): ReactElement {
  return (
    <dl className={wide ? 'facts facts-wide' : 'facts'}>
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
