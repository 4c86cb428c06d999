import type { ReactElement, ReactNode } from 'react';
import type { LinkSlot } from './link-slot.ts';

interface NavItemProps {
  icon?: ReactNode;
  label: string;
  count?: number;
  link: LinkSlot;
  /** Only in the column, or only in the phone's row. */
  on?: 'wide' | 'narrow';
}

/** One entry of the main menu; the link carries `aria-current` on its own page. */
export function NavItem({ icon, label, count, link, on }: NavItemProps): ReactElement {
  return (
    <li className={on && `nav-${on}`}>
      {link(
        <>
          {icon} {label} {count !== undefined && <span className="count">{count}</span>}
        </>,
      )}
    </li>
  );
}
