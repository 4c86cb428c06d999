import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { ChevronDownIcon, PlusIcon } from './icons.tsx';

interface DisclosureProps {
  title: string;
  /** When it will be asked, at the other end of the row. */
  aside?: ReactNode;
  icon?: ReactNode;
  /** Open from the start; it also opens when this becomes true later, for a field in it that has a problem. */
  defaultOpen?: boolean;
  children: ReactNode;
}

/** What may come later: a row that opens in place. What was typed in it stays when it closes. */
export function Disclosure({ title, aside, icon, defaultOpen = false, children }: DisclosureProps): ReactElement {
  const [open, setOpen] = useState(defaultOpen);
  const [asked, setAsked] = useState(defaultOpen);
  if (asked !== defaultOpen) {
    setAsked(defaultOpen);
    if (defaultOpen) setOpen(true);
  }
  const panelId = useId();
  return (
    <>
      <div className="later">
        <Button
          variant="quiet"
          icon={open ? <ChevronDownIcon /> : (icon ?? <PlusIcon />)}
          aria-expanded={open}
          aria-controls={panelId}
          onPress={() => setOpen(!open)}
        >
          {title}
        </Button>
        {aside && <span className="sub small">{aside}</span>}
      </div>
      <div className="later-panel" id={panelId} hidden={!open}>
        {children}
      </div>
    </>
  );
}
