import { useLingui } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { distanceInDays, dueTone, today } from '../../lib/dates.ts';
import { useFormat } from '../../lib/format.ts';
import { LineOfStops, type Stop } from '../../ui/LineOfStops.tsx';
import { meetingLine, type MeetingDates, type PlacedStop } from './meeting-line.ts';

interface DeadlineLineProps {
  meeting: MeetingDates;
  /** What stands under the stop of the meeting itself. */
  atTable?: ReactNode;
}

/** The deadlines around a meeting as a line: what is behind, what one can still make, what is ahead. */
export function DeadlineLine({ meeting, atTable }: DeadlineLineProps): ReactElement {
  const { t } = useLingui();
  const { day, longDay, time, deadline } = useFormat();

  function lineUnder({ on, at }: PlacedStop): ReactNode {
    if (at !== 'now') return day(on);
    const tone = dueTone(distanceInDays(on, today()));
    return <span className={tone === 'later' ? undefined : tone}>{deadline(on)}</span>;
  }

  function titleOf({ id, on, at }: PlacedStop): ReactNode {
    const ofNow = at === 'now' && id !== 'TABLE';
    switch (id) {
      case 'PUBLISHED':
        return t`Agenda gepubliceerd`;
      case 'SUBMIT':
        return ofNow ? t`Indienen tot ${day(on)}` : t`Indienen`;
      case 'PAPERS':
        return ofNow ? t`Stukken tot ${day(on)}` : t`Stukken`;
      case 'TABLE':
        return t`Tafel, ${time(on)}`;
      case 'MINUTES':
        return ofNow ? t`Verslag tot ${day(on)}` : t`Verslag`;
    }
  }

  const stops = meetingLine(meeting, today()).map((stop): Stop => ({
    id: stop.id,
    at: stop.at,
    title: titleOf(stop),
    lines: [lineUnder(stop)],
    ...(stop.id === 'TABLE' && atTable && { children: atTable }),
  }));
  return <LineOfStops label={t`Op weg naar ${longDay(meeting.startsAt)}`} stops={stops} />;
}
