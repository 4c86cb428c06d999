import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useConnection } from '../../../features/live/connection.ts';
import type { Live } from '../../../features/live/live.ts';
import { useClock } from '../../../features/meetings/run/use-clock.ts';
import { useFormat } from '../../../lib/format.ts';
import { usePageTitle } from '../../page-title.ts';
import { ProjectedNow } from './ProjectedNow.tsx';
import { ProjectorLine } from './ProjectorLine.tsx';
import type { ProjectedMeeting } from './projector-query.ts';
import { useWallTime } from './use-wall-time.ts';

/**
 * What the room sees. A closed part is masked for everybody, also when who opened this may see it: nobody knows who stands before a wall.
 */
export function Projector({ meeting, live }: { meeting: ProjectedMeeting; live: Live }): ReactElement {
  const { t } = useLingui();
  const { time, longDay } = useFormat();
  const { table, run, items, meetingState, startsAt } = meeting;
  const { status, since } = useConnection(live.connection);
  const now = useWallTime();
  const clock = useClock(run);
  const current = items.find(({ id }) => id === run?.currentItem?.id);
  const masked = run?.closedPartNow === true || current?.closedPart === true;
  usePageTitle(current && !masked ? current.title : table.name);
  const over = meetingState === 'CLOSED' || meetingState === 'MINUTES_ADOPTED';
  const cancelled = meetingState === 'CANCELLED';
  return (
    <div className="p-screen">
      <header className="p-head">
        <p>{table.name}</p>
        <p>{longDay(startsAt)}</p>
        <p role="status">{status === 'offline' && since ? t`Geen verbinding sinds ${time(since)}` : ''}</p>
        <p className="p-clock">
          <span className="vh">{t`Het is nu`} </span>
          {time(now)}
        </p>
      </header>
      <main className="p-main" id="inhoud" tabIndex={-1}>
        {masked && <h1>{table.name}</h1>}
        {!masked && current && run && clock && !over && <ProjectedNow item={current} run={run} clock={clock} />}
        {!masked && (!current || !run || over) && (
          <>
            <p className="p-nr">{table.name}</p>
            <h1>
              {over && t`De vergadering is gesloten`}
              {cancelled && t`De vergadering gaat niet door`}
              {!over && !cancelled && (run ? t`De vergadering is open` : t`We beginnen om ${time(startsAt)}`)}
            </h1>
          </>
        )}
      </main>
      <ProjectorLine meeting={meeting} slipped={clock?.slipped ?? 0} />
    </div>
  );
}
