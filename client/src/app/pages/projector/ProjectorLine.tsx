import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { startOf, stopNow } from '../../../features/meetings/run/run-facts.ts';
import { useFormat } from '../../../lib/format.ts';
import type { ProjectedMeeting } from './projector-query.ts';
import { stopsAround } from './stops-around.ts';

/** The programme as a line along the bottom. Of the closed part it tells where it stands, and nothing of what is in it. */
export function ProjectorLine({ meeting, slipped }: { meeting: ProjectedMeeting; slipped: number }): ReactElement {
  const { t } = useLingui();
  const { time } = useFormat();
  const { items, run } = meeting;
  const stops = items.map((item) => ({ ...item, hidden: item.closedPart }));
  const now = run ? stopNow(stops, run) : undefined;
  const behind = now ? stops.indexOf(now) : stops.filter((stop) => stop.time.progress !== 'AHEAD').length;
  return (
    <footer className="p-foot line-box">
      <h2 className="vh">{t`Programma`}</h2>
      <ol className="line">
        {stopsAround(stops, behind).map((stop) => {
          const isNow = stop === now;
          const start = run ? startOf(stops, stops.indexOf(stop), run, slipped) : stop.startsAt;
          // What is on stands large above the line.
          const words = isNow ? t`nu` : stop.title;
          return (
            <li
              className="stop"
              key={stop.id}
              data-at={isNow ? 'now' : stop.time.progress === 'AHEAD' ? 'ahead' : 'been'}
              aria-current={isNow ? 'step' : undefined}
            >
              {start && <b>{time(start)}</b>}
              <span>{stop.hidden ? t`Besloten` : words}</span>
            </li>
          );
        })}
      </ol>
    </footer>
  );
}
