import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Delay } from './Delay.tsx';
import { Homes } from './Homes.tsx';
import { late } from './late.tsx';
import type { TimetableListProps } from './timetable-props.ts';

export type { TimetableItem } from './timetable-props.ts';

/** The agenda as it reads, for the moment until it can be moved. */
function TimetableToRead({ label, items, end }: TimetableListProps): ReactElement {
  return (
    <div className="timetable" aria-busy="true">
      <div role="list" aria-label={label}>
        {items.map(({ id, time, minutes, title, meta, why, homes, delay = 0 }, index) => (
          <div role="listitem" className="tt" key={id}>
            <div className="tt-time">
              <time>{time}</time> <Delay minutes={delay} />
            </div>
            <div className="tt-body">
              <h3>
                <span className="tt-nr">{index + 1}</span> {title}
              </h3>
              {meta}
              {why && <p className="tt-why">{why}</p>}
            </div>
            {homes !== undefined && homes > 0 && (
              <p className="tt-homes">
                <Homes count={homes} />
              </p>
            )}
            <p className="tt-min">
              {minutes} <Trans>min</Trans>
            </p>
          </div>
        ))}
      </div>
      <div className="tt tt-end">
        <time className="tt-time">{end}</time>
        <p className="tt-body">
          <Trans>Einde</Trans>
        </p>
      </div>
    </div>
  );
}

/**
 * An agenda as a timetable. An item moves by dragging, by Alt with an arrow, and from its menu (WCAG 2.5.7); all three end in `onMove`.
 */
export const TimetableList = late<TimetableListProps>(
  async () => (await import('./FullTimetableList.tsx')).FullTimetableList,
  TimetableToRead,
);
