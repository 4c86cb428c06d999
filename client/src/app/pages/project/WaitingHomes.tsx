import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import { InfoIcon } from '../../../ui/icons.tsx';

interface WaitingHomesProps {
  waiting: number;
  /** All homes of the project, when the register knows. */
  homes: number | null;
  /** Open bottlenecks that the viewer may see. */
  count: number;
}

/** How many homes wait here, each once, and what that figure counts. Its moment is that of the figures: a key of both starts it again. */
export function WaitingHomes({ waiting, homes, count }: WaitingHomesProps): ReactElement {
  const { t } = useLingui();
  const { moment } = useFormat();
  const [seenAt] = useState(() => new Date().toISOString());
  const whole = homes !== null && homes >= waiting ? { of: homes } : {};
  return (
    <>
      <Homes count={waiting} size="lg" {...whole}>
        <Plural value={waiting} one="woning wacht" other="woningen wachten" />
      </Homes>
      <Disclosure icon={<InfoIcon />} title={t`Telt wat je mag zien`} aside={moment(seenAt)}>
        <p className="sub">
          <Plural
            value={count}
            one="Dit telt het ene open knelpunt bij dit project dat jij mag zien."
            other="Dit telt de # open knelpunten bij dit project die jij mag zien."
          />{' '}
          <Trans>
            Elke woning telt één keer: houden meer knelpunten dezelfde woningen tegen, dan telt het grootste aantal. Een
            ander kan een ander getal zien.
          </Trans>
        </p>
      </Disclosure>
    </>
  );
}
