import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Header, MenuItem, MenuSection, Separator } from 'react-aria-components/Menu';
import { type Theme, useTheme } from '../lib/theme.ts';
import { Kbd } from './Kbd.tsx';
import type { MenuEntry } from './Menu.tsx';
import { menuItems, MenuPopup } from './MenuPopup.tsx';
import type { PopupProps } from './popup.ts';
import { Tick } from './Tick.tsx';
import { useKeyHints } from './key-hints.ts';

interface AccountMenuPopupProps extends PopupProps {
  name: string;
  organisation: string | undefined;
  entries: readonly MenuEntry[];
}

/** What the account menu shows when it is open. */
export function AccountMenuPopup({ name, organisation, entries, ...popup }: AccountMenuPopupProps): ReactElement {
  const { t } = useLingui();
  const [theme, setTheme] = useTheme();
  const openKeyHints = useKeyHints();
  const themes: Record<Theme, string> = { system: t`Zoals het apparaat`, light: t`Licht`, dark: t`Donker` };
  return (
    <MenuPopup label={t`Account`} {...popup}>
      <MenuSection>
        <Header className="menu-head">
          <b className="strong">{name}</b>
          {organisation && <span className="menu-reason">{organisation}</span>}
        </Header>
        {menuItems(entries)}
      </MenuSection>
      <Separator />
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[theme]}
        onSelectionChange={(keys) => {
          const [chosen] = keys;
          if (chosen === 'system' || chosen === 'light' || chosen === 'dark') setTheme(chosen);
        }}
      >
        <Header className="menu-head">
          <Trans>Weergave</Trans>
        </Header>
        {Object.entries(themes).map(([id, label]) => (
          <MenuItem key={id} id={id} className="menu-item" textValue={label}>
            <Tick />
            {label}
          </MenuItem>
        ))}
      </MenuSection>
      <Separator />
      <MenuItem id="keys" className="menu-item" textValue={t`Toetsen`} onAction={openKeyHints}>
        <Trans>Toetsen</Trans>
        <Kbd>?</Kbd>
      </MenuItem>
    </MenuPopup>
  );
}
