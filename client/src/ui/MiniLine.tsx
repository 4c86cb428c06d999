import type { ReactElement } from 'react';

const places = [5, 17.5, 30, 42.5] as const;

/** The line in 48 px: four stops, solid up to the one where it is. Hidden from screen readers: the level stands beside it in a word. */
export function MiniLine({ at }: { at: 1 | 2 | 3 | 4 }): ReactElement {
  const here = places[at - 1] ?? places[0];
  return (
    <svg className="mini" viewBox="0 0 48 12" aria-hidden="true">
      <path className="mini-been" d={`M5 6H${here}`} />
      {at < 4 && <path className="mini-ahead" d={`M${here} 6H42.5`} />}
      {places.map((x, index) => {
        if (index + 1 === at) return <circle className="mini-now" key={x} cx={x} cy="6" r="4.6" />;
        return (
          <circle
            className={index + 1 < at ? 'mini-stop' : 'mini-stop mini-later'}
            key={x}
            cx={x}
            cy="6"
            r={index + 1 < at ? 2.6 : 2.4}
          />
        );
      })}
    </svg>
  );
}
