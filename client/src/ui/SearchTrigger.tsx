import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useShortcut } from '../lib/shortcuts.ts';
import { Kbd } from './Kbd.tsx';
import { SearchIcon } from './icons.tsx';

/** Opens search, also with the key `/`. */
export function SearchTrigger({ onPress }: { onPress: () => void }): ReactElement {
  const { t } = useLingui();
  useShortcut({ keys: '/', label: t`Zoeken`, onPress });
  return (
    <AriaButton className="bar-button bar-search" onPress={onPress}>
      <SearchIcon />{' '}
      <span>
        <Trans>Zoek in knelpunten, notities en besluiten</Trans>
      </span>
      <Kbd>/</Kbd>
    </AriaButton>
  );
}
