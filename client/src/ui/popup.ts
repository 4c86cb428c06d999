import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** What floats: where it hangs, and whether it is open. */
export interface PopupProps {
  triggerRef: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

interface Popup {
  /** For the button. */
  trigger: {
    ref: RefObject<HTMLButtonElement | null>;
    'aria-haspopup': 'menu' | 'dialog';
    'aria-expanded': boolean;
    onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
    onPointerEnter: () => void;
    onFocus: () => void;
  };
  open: () => void;
  /** For what floats; undefined until somebody wanted it. */
  popup: PopupProps | undefined;
}

const openingKeys = { menu: ['Enter', ' ', 'ArrowDown', 'ArrowUp'], dialog: ['Enter', ' '] };

/**
 * A button and what floats from it. What floats comes late: it is fetched when a pointer or the focus comes near, and stands when the
 * button is pressed.
 */
export function usePopup(kind: 'menu' | 'dialog', { fetch }: { fetch: () => Promise<void> }): Popup {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const near = (): void => void fetch().catch(() => undefined);
  const open = (): void => {
    setAsked(true);
    setOpen(true);
  };
  return {
    trigger: {
      ref,
      'aria-haspopup': kind,
      'aria-expanded': isOpen,
      onKeyDown: (event) => {
        if (!openingKeys[kind].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
        // Not left to the click that the browser makes of it: react-aria takes that for a screen reader's, and focuses otherwise.
        event.preventDefault();
        open();
      },
      onPointerEnter: near,
      onFocus: near,
    },
    open,
    popup: asked ? { triggerRef: ref, isOpen, onOpenChange: setOpen } : undefined,
  };
}
