import { Trans, useLingui } from '@lingui/react/macro';
import { localDateOf, localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import { momentsOn, wallTimeFrom } from '@versnellingstafel/shared/dates/wall-time';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import type { SeriesScope } from '../../../generated/graphql.ts';
import { today } from '../../../lib/dates.ts';
import { useFormat } from '../../../lib/format.ts';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Row } from '../../../ui/Row.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import type { MeetingDialogProps } from './meeting-dialog-props.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import { useMeetingMoves } from './use-meeting-moves.ts';

const fields = ['startsAt', 'endsAt', 'location', 'scope'];

/** Another day, time or place for a meeting, alone or with the later ones of its series. */
export function FullRescheduleDialog({ meeting, onClose }: MeetingDialogProps): ReactElement {
  const { t } = useLingui();
  const { longDay, time } = useFormat();
  const moves = useMeetingMoves();
  const [date, setDate] = useState<string | null>(() => localDateOf(new Date(meeting.startsAt)));
  const [starts, setStarts] = useState(() => localTimeOf(new Date(meeting.startsAt)));
  const [ends, setEnds] = useState(() => localTimeOf(new Date(meeting.endsAt)));
  const [location, setLocation] = useState(meeting.location);
  const [scope, setScope] = useState<SeriesScope>('ONE');
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const from = wallTimeFrom(starts);
  const until = wallTimeFrom(ends);
  const noTime = t`Schrijf een tijd, bijvoorbeeld 13:30.`;
  const order = from !== null && until !== null && until <= from ? t`Kies een einde na het begin.` : undefined;
  const wrong = (sentence: string | undefined, bad: boolean): string | undefined =>
    told && bad ? sentence : undefined;
  const dateError = wrong(t`Kies een dag.`, date === null) ?? problemAt(problems, 'startsAt');
  const startError = wrong(noTime, from === null);
  const endError =
    wrong(until === null ? noTime : order, until === null || order !== undefined) ?? problemAt(problems, 'endsAt');
  const placeError =
    wrong(t`Schrijf waar de tafel bij elkaar komt.`, location.trim() === '') ?? problemAt(problems, 'location');
  const scopeError = problemAt(problems, 'scope');

  async function move(): Promise<void> {
    setTold(true);
    if (date === null || from === null || until === null || order || location.trim() === '') return;
    const { startsAt, endsAt } = momentsOn(date, from, until);
    const place = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), location: location.trim() };
    const refused = await moves.reschedule(meeting, place, scope);
    if (refused?.length === 0) onClose();
    else if (refused) setProblems(refused);
  }

  return (
    <Dialog
      title={t`Waarheen verplaats je de vergadering?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Verplaats`, onPress: () => void move(), busy: moves.busy }}
    >
      <Stack>
        <p className="sub">
          <Trans>
            Nu op {longDay(meeting.startsAt)}, {time(meeting.startsAt)}–{time(meeting.endsAt)}. De termijnen schuiven
            mee.
          </Trans>
        </p>
        <StepProblems problems={problems} shownAt={fields} />
        <DatePicker
          label={t`Dag`}
          value={date}
          onChange={(next) => {
            setDate(next);
            setProblems([]);
          }}
          min={today()}
          {...(dateError && { error: dateError })}
        />
        <Row wide>
          <TextField label={t`Begint`} value={starts} onChange={setStarts} {...(startError && { error: startError })} />
          <TextField label={t`Eindigt`} value={ends} onChange={setEnds} {...(endError && { error: endError })} />
        </Row>
        <TextField
          label={t`Plaats`}
          value={location}
          onChange={setLocation}
          maxLength={agendaLimits.titleMax}
          {...(placeError && { error: placeError })}
        />
        <ScopeChoice
          label={t`Wat verplaats je?`}
          later={meeting.laterInSeries}
          note={t`Ze schuiven evenveel dagen op en krijgen dezelfde tijden. Het ritme van de tafel blijft zoals het is.`}
          value={scope}
          onChange={setScope}
          error={scopeError}
        />
        <p className="sub">
          {meeting.publishedAt === null
            ? t`De agenda is nog niet gepubliceerd: niemand krijgt bericht.`
            : t`De leden van de tafel krijgen meteen bericht.`}
        </p>
      </Stack>
    </Dialog>
  );
}
