import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components/Menu';
import { Kbd } from './Kbd.tsx';

/** One thing to do, or a line between groups. */
export type MenuEntry = MenuAction | 'separator';

interface MenuAction {
  id: string;
  label: string;
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  /** Stays in the menu, reachable, with its reason as a second line. */
  disabledReason?: string;
  onSelect: () => void;
}

/** The items of a menu, for menus that add their own. */
export function menuItems(entries: readonly MenuEntry[]): ReactElement[] {
  return entries.map((entry, index) => {
    // A separator has no identity beyond its place.
    if (entry === 'separator') return <Separator key={`separator-${index}`} />;
    const { id, label, icon, shortcut, danger, disabledReason, onSelect } = entry;
    return (
      <MenuItem
        key={id}
        id={id}
        textValue={label}
        className={danger ? 'menu-item menu-danger' : 'menu-item'}
        aria-disabled={disabledReason ? true : undefined}
        {...(disabledReason && { shouldCloseOnSelect: false })}
        onAction={() => {
          if (!disabledReason) onSelect();
        }}
      >
        {icon}
        <span>
          {label}
          {disabledReason && <span className="menu-reason">{disabledReason}</span>}
        </span>
        {shortcut && <Kbd>{shortcut}</Kbd>}
      </MenuItem>
    );
  });
}

interface MenuProps {
  /** A `Button` or `IconButton`. */
  trigger: ReactElement;
  /** The name of the menu. */
  label: string;
  entries: readonly MenuEntry[];
}

/** A button that opens a list of things to do. Arrows walk, letters find, Esc closes and focus returns. */
export function Menu({ trigger, label, entries }: MenuProps): ReactElement {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="menu" placement="bottom end">
        <AriaMenu aria-label={label}>{menuItems(entries)}</AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
