import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useShortcut } from '../../../../lib/shortcuts.ts';

/** A screen that others look at too. */
export interface Calm {
  on: boolean;
  turn: () => void;
}

/** One's own screen made fit for a wall: without notes for oneself, search and who is where. */
export function useCalm(): Calm {
  const { t } = useLingui();
  const [on, setOn] = useState(false);
  const turn = (): void => setOn((before) => !before);
  useShortcut({ keys: 'r', label: t`Rustig scherm`, group: t`Vergadering`, onPress: turn });
  useEffect(() => {
    document.documentElement.toggleAttribute('data-calm', on);
    return () => document.documentElement.removeAttribute('data-calm');
  }, [on]);
  return { on, turn };
}
