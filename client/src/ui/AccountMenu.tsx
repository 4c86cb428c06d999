import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu';
import { type Theme, useTheme } from '../lib/theme.ts';
import { Kbd } from './Kbd.tsx';
import { type MenuEntry, menuItems } from './Menu.tsx';
import { Tick } from './Tick.tsx';
import { useKeyHints } from './key-hints.ts';

interface AccountMenuProps {
  /** Two letters of the organisation. */
  letters: string;
  name: string;
  /** Under the name: for whom they work. */
  organisation?: string;
  entries: readonly MenuEntry[];
}

/** Who is signed in: their own entries, then the theme and the keys. */
export function AccountMenu({ letters, name, organisation, entries }: AccountMenuProps): ReactElement {
  const { t } = useLingui();
  const [theme, setTheme] = useTheme();
  const openKeyHints = useKeyHints();
  const themes: Record<Theme, string> = { system: t`Zoals het apparaat`, light: t`Licht`, dark: t`Donker` };
  return (
    <MenuTrigger>
      <AriaButton className="bar-button">
        <span className="who" aria-hidden="true">
          {letters}
        </span>
        <span className="vh">
          <Trans>{name}, accountmenu</Trans>
        </span>
      </AriaButton>
      <Popover className="menu" placement="bottom end">
        <AriaMenu aria-label={t`Account`}>
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
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
