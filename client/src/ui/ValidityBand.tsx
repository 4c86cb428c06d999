import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useFormat } from '../lib/format.ts';
import { CheckIcon } from './icons.tsx';
import { WarningIcon } from './toast-icons.ts';

interface ValidityBandProps {
  state: 'usable' | 'check' | 'expired';
  /** ISO day: until when it may be used, before when it had to be reviewed, since when it is void. */
  date?: string;
  /** The one thing to watch, or what to use instead. */
  note?: ReactNode;
  /** A `LineOfStops` of what it rests on. */
  children?: ReactNode;
}

/** Whether a note still holds, before anything it says. */
export function ValidityBand({ state, date, note, children }: ValidityBandProps): ReactElement {
  const id = useId();
  const format = useFormat();
  const { t } = useLingui();
  const day = date && format.date(date);
  const titles = {
    usable: day ? t`Bruikbaar tot ${day}` : t`Bruikbaar`,
    check: day ? t`Controleer eerst: herzien had gemoeten vóór ${day}` : t`Controleer eerst`,
    expired: day ? t`Vervallen sinds ${day}` : t`Vervallen`,
  };
  return (
    <section className="valid" data-state={state} aria-labelledby={id}>
      <div>
        <h2 id={id}>
          {state === 'usable' ? <CheckIcon /> : <WarningIcon />} {titles[state]}
        </h2>
        {state === 'expired' && !note && (
          <p>
            <Trans>Gebruik deze notitie niet meer.</Trans>
          </p>
        )}
        {note && <p>{note}</p>}
      </div>
      {children}
    </section>
  );
}
