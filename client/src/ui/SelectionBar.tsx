import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { useFormat } from '../lib/format.ts';
import { useShortcut } from '../lib/shortcuts.ts';
import { Button } from './Button.tsx';

interface SelectionBarProps {
  count: number;
  /** How many homes the selection holds together. */
  homes?: number;
  onClear: () => void;
  /** What can be done with the selection. */
  children: ReactNode;
}

/** What is selected, its homes together, and what to do with it. Esc empties it. */
export function SelectionBar({ count, homes, onClear, children }: SelectionBarProps): ReactElement | null {
  const { t } = useLingui();
  const format = useFormat();
  useShortcut({ keys: 'Escape', label: t`Wis de selectie`, group: t`Lijst`, when: count > 0, onPress: onClear });
  if (count === 0) return null;
  return (
    <div className="selection" role="group" aria-label={t`Selectie`}>
      <p role="status">
        <b>
          <Plural value={count} one="# geselecteerd" other="# geselecteerd" />
        </b>{' '}
        {homes !== undefined && <span className="sub">{format.homes(homes)}</span>}
      </p>
      <div className="row">
        {children}
        <Button variant="quiet" shortcut="Esc" onPress={onClear}>
          <Trans>Wis</Trans>
        </Button>
      </div>
    </div>
  );
}
