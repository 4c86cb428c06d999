import type { ReactNode } from 'react';

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
