import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { monthName } from '../../../features/tables/calendar-names.ts';
import { holidayLabels } from '../../../features/tables/rhythm-words.ts';
import { capital } from '../../../lib/capital.ts';
import { formatDay } from '../../../lib/dates.ts';
import { toLocaleCode } from '../../../lib/i18n.ts';
import { useFormat } from '../../../lib/format.ts';
import type { RhythmDate } from './rhythm-documents.ts';

/** The meeting that a month has already. */
function Planned({ date, elsewhere }: { date: RhythmDate; elsewhere: boolean }): ReactElement | null {
  const { day, time } = useFormat();
  const { meeting, startsAt } = date;
  if (!meeting) return null;
  const link = (
    <Link to="/vergaderingen/$id" params={{ id: meeting.id }}>
      {day(meeting.startsAt)}, {time(meeting.startsAt)}
    </Link>
  );
  if (meeting.meetingState === 'CANCELLED')
    return (
      <p className="sub">
        <Trans>Afgezegd: {link}</Trans>
      </p>
    );
  const moved = startsAt === null || Date.parse(startsAt) !== Date.parse(meeting.startsAt);
  if (!moved) return null;
  return (
    <p className={elsewhere ? 'soon' : 'sub'}>
      {elsewhere ? <Trans>Concept staat nog op {link}</Trans> : <Trans>Staat op {link} en blijft daar</Trans>}
    </p>
  );
}

/** One month of the series: the day, or why there is none, and the last days around it. */
export function SeriesDateRow({ date, elsewhere }: { date: RhythmDate; elsewhere: boolean }): ReactElement {
  const { t, i18n } = useLingui();
  const { longDay, time } = useFormat();
  const locale = toLocaleCode(i18n.locale);
  const {
    month,
    ruleDay,
    holiday,
    day: meetsOn,
    startsAt,
    endsAt,
    submitBy,
    papersBy,
    minutesBy,
    feedbackBy,
    meeting,
  } = date;
  const called = holiday && i18n._(holidayLabels[holiday.holiday]);

  if (meetsOn === null || !startsAt || !endsAt) {
    return (
      <li>
        <p className="sub">
          <s>{capital(longDay(ruleDay))}</s>
        </p>
        <p>
          <Trans>Geen vergadering in {monthName(Number(month.slice(5)), locale)}</Trans>
        </p>
        <Planned date={date} elsewhere={false} />
      </li>
    );
  }
  const inPlace = meeting?.meetingState !== 'CANCELLED' && Date.parse(meeting?.startsAt ?? '') === Date.parse(startsAt);
  const when = (
    <>
      <time dateTime={meetsOn}>{capital(longDay(meetsOn))}</time>, {time(startsAt)}–{time(endsAt)}
    </>
  );
  // Within a year of the meeting the year goes without saying.
  const near = (iso: string): string => formatDay(iso, locale, iso);
  const deadlines = [
    submitBy && t`indienen ${near(submitBy)}`,
    papersBy && t`stukken ${near(papersBy)}`,
    minutesBy && t`verslag ${near(minutesBy)}`,
    feedbackBy && t`terugkoppeling ${near(feedbackBy)}`,
  ].filter(Boolean);
  return (
    <li>
      <p className="strong">
        {meeting && inPlace ? (
          <Link className="quiet-link" to="/vergaderingen/$id" params={{ id: meeting.id }}>
            {when}
          </Link>
        ) : (
          when
        )}
      </p>
      {holiday?.dayOff && meetsOn !== ruleDay && (
        <p className="news">
          <Trans>
            Later dan anders: {longDay(ruleDay)} is {called}
          </Trans>
        </p>
      )}
      {holiday && !holiday.dayOff && (
        <p className="sub">
          <Trans>Het is dan {called}; geen vrije dag</Trans>
        </p>
      )}
      {meeting === null && (
        <p className="sub">
          <Trans>Nog niet gemaakt</Trans>
        </p>
      )}
      <Planned date={date} elsewhere={elsewhere} />
      <p className="sub small">{deadlines.join(' · ')}</p>
    </li>
  );
}
