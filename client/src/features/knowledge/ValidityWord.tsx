import { Trans, useLingui } from '@lingui/react/macro';
import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { ReactElement } from 'react';
import { useFormat } from '../../lib/format.ts';
import { validityLabels, validityTones } from './note-words.ts';

/** Whether a note still holds and until when, in one line: “bruikbaar tot 1 juni 2027”. */
export function ValidityWord({ validity, reviewBy }: { validity: Validity; reviewBy: string }): ReactElement {
  const { i18n } = useLingui();
  const { date } = useFormat();
  return (
    <span>
      <span className={validityTones[validity]}>{i18n._(validityLabels[validity])}</span>{' '}
      <span className="sub">
        {validity === 'USABLE' && <Trans>tot {date(reviewBy)}</Trans>}
        {validity === 'CHECK_FIRST' && <Trans>herzien vóór {date(reviewBy)}</Trans>}
        {validity === 'EXPIRED' && <Trans>herziening was {date(reviewBy)}</Trans>}
      </span>
    </span>
  );
}
