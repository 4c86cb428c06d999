import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useShortcut } from '../lib/shortcuts.ts';
import { Kbd } from './Kbd.tsx';
import { SearchIcon } from './icons.tsx';

/** Opens search, also with the key `/`. */
export function SearchTrigger({ onPress }: { onPress: () => void }): ReactElement {
  const { t } = useLingui();
  useShortcut({ keys: '/', label: t`Zoeken`, onPress });
  return (
    <button type="button" className="bar-button bar-search" onClick={onPress}>
      <SearchIcon />{' '}
      <span>
        <Trans>Zoek in knelpunten, notities en besluiten</Trans>
      </span>
      <Kbd>/</Kbd>
    </button>
  );
}
