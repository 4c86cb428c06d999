import { cloneElement, type ReactElement } from 'react';
import type { Press } from './Button.tsx';
import { late } from './late.tsx';
import { PopupOnItsWay } from './PopupOnItsWay.tsx';
import type { MenuEntry } from './menu-entry.ts';
import { usePopup } from './popup.ts';

export type { MenuEntry } from './menu-entry.ts';

interface MenuProps {
  /** A `Button` or `IconButton`. */
  trigger: ReactElement<Press>;
  /** The name of the menu. */
  label: string;
  entries: readonly MenuEntry[];
}

const MenuEntries = late(async () => (await import('./MenuEntries.tsx')).MenuEntries, PopupOnItsWay);

/** A button that opens a list of things to do. Arrows walk, letters find, Esc closes and focus returns. */
export function Menu({ trigger, label, entries }: MenuProps): ReactElement {
  const { trigger: press, open, popup } = usePopup('menu', MenuEntries);
  return (
    <>
      {cloneElement(trigger, { ...press, onPress: open })}
      {popup && <MenuEntries {...popup} label={label} entries={entries} />}
    </>
  );
}
