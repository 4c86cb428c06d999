import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';

/** How the page hangs on to the server. */
export type LiveState = 'connected' | 'polling' | 'connecting' | 'offline';

/** The dot in the bar, with its word: full while changes arrive by themselves or on the half minute, open when they do not. */
export function LiveDot({ state, people }: { state: LiveState; people?: number }): ReactElement {
  const { t } = useLingui();
  const words: Record<LiveState, string> = {
    connected: people === undefined ? t`Live` : t`Live, ${people} verbonden`,
    polling: t`Ververst elke 30 s`,
    connecting: t`Verbinden`,
    offline: t`Geen verbinding`,
  };
  return (
    <span className="bar-live" data-state={state} role="status">
      <span>{words[state]}</span>
    </span>
  );
}
