import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { later } from '../../../features/meetings/run/run-facts.ts';
import { useFormat } from '../../../lib/format.ts';
import type { ProjectedMeeting } from './projector-query.ts';
import { stopsAround } from './stops-around.ts';

/** The programme as a line along the bottom; of the closed part it has the time alone. */
export function ProjectorLine({ meeting, slipped }: { meeting: ProjectedMeeting; slipped: number }): ReactElement {
  const { t } = useLingui();
  const { time } = useFormat();
  const { items, run } = meeting;
  const closedAt = run?.closedPartNow
    ? items.findIndex((item) => item.closedPart && item.time.progress !== 'DONE')
    : -1;
  const named = items.findIndex(({ id }) => id === run?.currentItem?.id);
  const current = named >= 0 ? named : closedAt;
  const behind = current >= 0 ? current : items.filter((item) => item.time.progress !== 'AHEAD').length;
  return (
    <footer className="p-foot line-box">
      <h2 className="vh">{t`Programma`}</h2>
      <ol className="line">
        {stopsAround(items, behind).map((item) => {
          const index = items.indexOf(item);
          const isCurrent = index === current;
          const ahead = !isCurrent && item.time.progress === 'AHEAD';
          const { startedAt, expectedStartAt } = item.time;
          return (
            <li
              className="stop"
              key={item.id}
              data-at={isCurrent ? 'now' : ahead ? 'ahead' : 'been'}
              aria-current={isCurrent ? 'step' : undefined}
            >
              <b>{time(startedAt ?? (ahead ? later(expectedStartAt, slipped) : expectedStartAt))}</b>
              <span>{item.closedPart ? t`Besloten` : item.title}</span>
            </li>
          );
        })}
      </ol>
    </footer>
  );
}
