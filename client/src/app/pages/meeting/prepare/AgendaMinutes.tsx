import { Plural, Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Agenda } from '../../../../features/meetings/agenda-documents.ts';
import { endOf, plannedMinutes } from '../../../../features/meetings/agenda-facts.ts';
import { useFormat } from '../../../../lib/format.ts';

/** How the minutes of the items fit the meeting, in words. */
export function AgendaMinutes({ agenda }: { agenda: Agenda }): ReactElement {
  const { time } = useFormat();
  const planned = plannedMinutes(agenda);
  const { availableMinutes } = agenda;
  const over = planned - availableMinutes;
  return (
    <p>
      <Trans>
        <b className="strong">{planned}</b> van {availableMinutes} minuten
      </Trans>
      {', '}
      {over === 0 && (
        <span className="good">
          <Trans>sluit precies</Trans>
        </span>
      )}
      {over > 0 && (
        <span className="delay">
          <Plural value={over} one="# minuut te veel" other="# minuten te veel" />
          {', '}
          <Trans>tot {time(endOf(agenda))}</Trans>
        </span>
      )}
      {over < 0 && <Plural value={-over} one="nog # minuut vrij" other="nog # minuten vrij" />}
    </p>
  );
}
