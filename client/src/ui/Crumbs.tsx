import type { ReactElement, ReactNode } from 'react';
import { ChevronLeftIcon } from './icons.tsx';
import type { LinkSlot } from './link-slot.ts';

/** The way back, and beside it who looks along or what is saved. @param props.label the name of the page it leads to */
export function Crumbs({ label, link, aside }: { label: string; link: LinkSlot; aside?: ReactNode }): ReactElement {
  return (
    <div className="crumbs">
      <nav aria-label={label}>
        {link(
          <>
            <ChevronLeftIcon /> {label}
          </>,
        )}
      </nav>
      {aside && <div className="row small sub">{aside}</div>}
    </div>
  );
}
