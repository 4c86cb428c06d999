import type { ReactElement, ReactNode } from 'react';
import type { LinkSlot } from './link-slot.ts';

/** A link in the bar that looks like its buttons, for example to the projector. */
export function BarLink({
  link,
  icon,
  children,
}: {
  link: LinkSlot;
  icon: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <span className="bar-link">
      {link(
        <>
          {icon}
          <span className="bar-link-text">{children}</span>
        </>,
      )}
    </span>
  );
}
