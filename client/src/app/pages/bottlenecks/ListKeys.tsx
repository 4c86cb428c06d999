import { Trans } from '@lingui/react/macro';
import { useContext, type ReactElement } from 'react';
import { ShortcutContext } from '../../../lib/shortcuts.ts';
import { Kbd } from '../../../ui/Kbd.tsx';

/** The keys that walk the list, for whoever has a keyboard and has not switched them off. */
export function ListKeys(): ReactElement | null {
  if (!useContext(ShortcutContext)?.singleKeys) return null;
  return (
    <p className="row sub small keys end">
      <span>
        <Kbd>j</Kbd> <Kbd>k</Kbd> <Trans>op en neer</Trans>
      </span>
      <span>
        <Kbd>x</Kbd> <Trans>selecteer</Trans>
      </span>
      <span>
        <Kbd>Enter</Kbd> <Trans>open</Trans>
      </span>
      <span>
        <Kbd>?</Kbd> <Trans>alle toetsen</Trans>
      </span>
    </p>
  );
}
