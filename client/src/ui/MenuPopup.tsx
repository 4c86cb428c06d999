import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, Popover, Separator } from 'react-aria-components/Menu';
import { Kbd } from './Kbd.tsx';
import type { MenuEntry } from './menu-entry.ts';
import type { PopupProps } from './popup.ts';

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
        // react-aria takes what is disabled out of reach; this one can be reached and says why.
        ref={(item) => void (disabledReason && item?.setAttribute('aria-disabled', 'true'))}
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

interface MenuPopupProps extends PopupProps {
  label: string;
  at?: 'start' | 'end';
  /** One of its items is chosen. */
  chosen?: string;
  onChoose?: (id: string) => void;
  children: ReactNode;
}

/** A menu that floats under its button. Arrows walk, letters find, Esc closes and focus returns. */
export function MenuPopup({ label, at = 'end', chosen, onChoose, children, ...popup }: MenuPopupProps): ReactElement {
  return (
    <Popover {...popup} aria-label={label} className="menu" placement={`bottom ${at}`}>
      <AriaMenu
        aria-label={label}
        autoFocus="first"
        onClose={() => popup.onOpenChange(false)}
        {...(onChoose && {
          selectionMode: 'single' as const,
          disallowEmptySelection: true,
          selectedKeys: chosen === undefined ? [] : [chosen],
          onSelectionChange: (keys) => {
            const [key] = keys;
            if (key !== undefined) onChoose(String(key));
          },
        })}
      >
        {children}
      </AriaMenu>
    </Popover>
  );
}
