import type { ReactElement } from 'react';
import type { MenuEntry } from './menu-entry.ts';
import { menuItems, MenuPopup } from './MenuPopup.tsx';
import type { PopupProps } from './popup.ts';

/** What a {@link Menu} shows when it is open. */
export function MenuEntries({
  label,
  entries,
  ...popup
}: PopupProps & { label: string; entries: readonly MenuEntry[] }): ReactElement {
  return (
    <MenuPopup label={label} {...popup}>
      {menuItems(entries)}
    </MenuPopup>
  );
}
