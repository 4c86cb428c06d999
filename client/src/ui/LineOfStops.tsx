import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';

/** One stop: where it has been, is, goes, or came back from with a reason. */
export interface Stop {
  id: string;
  at: 'been' | 'now' | 'ahead' | 'returned';
  title: ReactNode;
  /** Where that is: the table, the municipality. */
  place?: ReactNode;
  /** Short lines below: dates, remarks. */
  lines?: readonly ReactNode[];
  children?: ReactNode;
}

interface LineOfStopsProps {
  label: string;
  stops: readonly Stop[];
  /** `positive` for validity, `log` for a timeline of events, which always stands. */
  tone?: 'line' | 'positive' | 'log';
}

/** The line: what travels, past its stops. Lies down in a wide box, stands in a narrow one. Solid is behind, ring is now, dotted is ahead, diamond came back. */
export function LineOfStops({ label, stops, tone = 'line' }: LineOfStopsProps): ReactElement {
  return (
    <div className={tone === 'log' ? 'line-box line-box-log' : 'line-box'}>
      <ol className={tone === 'line' ? 'line' : `line line-${tone}`} aria-label={label}>
        {stops.map(({ id, at, title, place, lines = [], children }) => (
          <li className="stop" data-at={at} aria-current={at === 'now' ? 'step' : undefined} key={id}>
            {tone === 'log' ? <div>{title}</div> : <b>{title}</b>}
            {at === 'returned' && (
              <span className="vh">
                <Trans>teruggegeven</Trans>
              </span>
            )}
            {place && <span>{place}</span>}
            {lines.map((line, index) => (
              // Lines have no identity beyond their place under the stop.
              <span className="sub" key={index}>
                {line}
              </span>
            ))}
            {children}
          </li>
        ))}
      </ol>
    </div>
  );
}
