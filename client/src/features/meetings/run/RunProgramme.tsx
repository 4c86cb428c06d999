import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useId, type ReactElement } from 'react';
import type { OutcomeKind } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Delay } from '../../../ui/Delay.tsx';
import { LockIcon } from '../../../ui/icons.tsx';
import { useOutcomeCounts } from './outcome-words.ts';
import type { Run } from './run-documents.ts';
import { later, minutesOver, startOf, stopNow, type SeenStop } from './run-facts.ts';

/** An item on the programme with what came of it. */
export type ProgrammeStop = SeenStop & { outcomes: readonly { kind: OutcomeKind }[] };

interface RunProgrammeProps {
  meetingId: string;
  stops: readonly ProgrammeStop[];
  run: Run;
  /** Seconds that what is ahead moved up since the server predicted it. */
  slipped: number;
  /** The item on this screen. */
  shownId: string | undefined;
}

/** The programme as it goes: solid behind the table, dotted ahead, with the times as they were and as they will be. */
export function RunProgramme({ meetingId, stops, run, slipped, shownId }: RunProgrammeProps): ReactElement {
  const { t } = useLingui();
  const { time } = useFormat();
  const headingId = useId();
  const now = stopNow(stops, run);
  return (
    <section aria-labelledby={headingId}>
      <header className="section-head">
        <h2 id={headingId}>{t`Programma`}</h2>
        <p className="sub">
          <Trans>
            einde <b className="strong">{time(later(run.predictedEndAt, slipped))}</b>
          </Trans>{' '}
          <Delay minutes={run.overrunMinutes + Math.floor(slipped / 60)} />
        </p>
      </header>
      <ol className="line run-line">
        {stops.map((stop, index) => (
          <ProgrammeLine
            key={stop.id}
            meetingId={meetingId}
            stop={stop}
            at={startOf(stops, index, run, slipped)}
            slipped={slipped}
            isCurrent={stop === now}
            isShown={stop.id === shownId}
          />
        ))}
      </ol>
    </section>
  );
}

interface ProgrammeLineProps {
  meetingId: string;
  stop: ProgrammeStop;
  /** When it began or will (ISO); null where that is not told. */
  at: string | null;
  slipped: number;
  isCurrent: boolean;
  isShown: boolean;
}

function ProgrammeLine({ meetingId, stop, at, slipped, isCurrent, isShown }: ProgrammeLineProps): ReactElement {
  const { t } = useLingui();
  const { time } = useFormat();
  const counts = useOutcomeCounts()(stop.outcomes);
  const { progress, delayMinutes } = stop.time;
  const ahead = progress === 'AHEAD' && !isCurrent;
  const moved = ahead && !stop.hidden && delayMinutes + Math.floor(slipped / 60) !== 0;
  const over = minutesOver(stop);
  const content = (
    <>
      {at === null ? <span /> : <time dateTime={at}>{time(at)}</time>}
      <span>
        {stop.title} {stop.closedPart && <LockIcon />}
        {stop.closedPart && <span className="vh">{t`besloten`}</span>}
      </span>
    </>
  );
  return (
    <li
      className="stop"
      data-at={isCurrent ? 'now' : ahead ? 'ahead' : 'been'}
      aria-current={isCurrent ? 'step' : undefined}
    >
      {stop.hidden ? (
        <span className="run-item">{content}</span>
      ) : (
        <Link
          className="quiet-link run-item"
          to="/vergaderingen/$id"
          params={{ id: meetingId }}
          search={isCurrent ? {} : { punt: stop.id }}
          resetScroll={false}
          aria-current={isShown && !isCurrent ? 'true' : undefined}
        >
          {content}
        </Link>
      )}
      {(counts || over > 0 || moved || progress === 'CARRIED_OVER') && (
        <p className="sub small">
          {counts} <Delay minutes={over} />
          {moved && <Trans>gepland {time(stop.startsAt)}</Trans>}
          {progress === 'CARRIED_OVER' && <Trans>doorgeschoven</Trans>}
        </p>
      )}
      {isShown && !isCurrent && (
        <p className="small news">
          <Trans>hier kijk je nu</Trans>
        </p>
      )}
    </li>
  );
}
