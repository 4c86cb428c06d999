import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { clockText, type Clock } from './use-clock.ts';
import type { Run } from './run-documents.ts';

interface RunTimerProps {
  run: Run;
  clock: Clock;
  /** The buttons of who leads. */
  children?: ReactNode;
}

/** How long the item that is on may still take: a figure, a bar and, once it runs over, the words for it. */
export function RunTimer({ run, clock, children }: RunTimerProps): ReactElement {
  const { t } = useLingui();
  const { givenMinutes, paused } = run;
  const { remaining } = clock;
  const over = remaining < 0;
  const share = Math.min(1, Math.max(0, 1 - remaining / Math.max(1, givenMinutes * 60)));
  return (
    <div className="timer" data-over={over || undefined}>
      <p role="timer" aria-label={t`Tijd voor dit punt`}>
        {!over && (
          <span className="vh">
            <Trans>Nog</Trans>{' '}
          </span>
        )}
        <b>{clockText(remaining)}</b>{' '}
        {over ? (
          <span className="delay">
            <Trans>over de {givenMinutes} min</Trans>
          </span>
        ) : (
          <span className="sub">
            <Plural value={givenMinutes} one="van # min" other="van # min" />
          </span>
        )}
      </p>
      <span className="timer-track" aria-hidden="true">
        {/* Through the style object and not a style attribute, which the CSP refuses. */}
        <span ref={(bar) => bar?.style.setProperty('inline-size', `${Math.round(share * 100)}%`)} />
      </span>
      {paused && (
        <p className="soon" role="status">
          <Trans>Pauze, de tijd staat stil</Trans>
        </p>
      )}
      {children}
    </div>
  );
}
