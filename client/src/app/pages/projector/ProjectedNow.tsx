import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { purposeLabels } from '../../../features/meetings/agenda-words.ts';
import type { Run } from '../../../features/meetings/run/run-documents.ts';
import type { Clock } from '../../../features/meetings/run/use-clock.ts';
import { useFormat } from '../../../lib/format.ts';
import { Roofs } from '../../../ui/Roofs.tsx';
import type { ProjectedItem } from './projector-query.ts';

/** “14 min”, and how far over it is. Whole minutes: a wall that counts seconds makes people hurry. */
function useTimeLeft(): (run: Run, clock: Clock) => { words: string; over: boolean } {
  const { t } = useLingui();
  return ({ paused }, { remaining }) => {
    if (paused) return { words: t`pauze`, over: false };
    const minutes = Math.ceil(Math.abs(remaining) / 60);
    if (remaining >= 0) return { words: t`${minutes} min`, over: false };
    return { words: t`${plural(minutes, { one: '# min over tijd', other: '# min over tijd' })}`, over: true };
  };
}

/** The item that is on, for a room. */
export function ProjectedNow({ item, run, clock }: { item: ProjectedItem; run: Run; clock: Clock }): ReactElement {
  const { t, i18n } = useLingui();
  const { homes } = useFormat();
  const { position, title, purpose, proposedDecision, homesWaiting } = item;
  const word = i18n._(purposeLabels[purpose]).toLowerCase();
  const left = useTimeLeft()(run, clock);
  return (
    <>
      <p className="p-nr">
        <Trans>
          Punt {position}, {word}
        </Trans>
      </p>
      <h1>{title}</h1>
      <div className="p-row">
        {proposedDecision && (
          <section className="p-ask" aria-labelledby="voorstel">
            <h2 id="voorstel">{t`Voorgesteld besluit`}</h2>
            <p>{proposedDecision}</p>
          </section>
        )}
        <dl className="p-facts">
          {homesWaiting > 0 && (
            <div>
              <dt>{t`Wachten hierop`}</dt>
              <dd>
                {homes(homesWaiting)} <Roofs homes={homesWaiting} />
              </dd>
            </div>
          )}
          <div>
            <dt>{t`Nog voor dit punt`}</dt>
            <dd>
              <span role="timer" aria-label={t`Nog voor dit punt`} className={left.over ? 'delay' : undefined}>
                {left.words}
              </span>
            </dd>
          </div>
        </dl>
      </div>
    </>
  );
}
