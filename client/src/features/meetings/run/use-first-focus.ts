import { useEffect, useRef, type RefObject } from 'react';

/** What opens by a key goes on by keyboard: the first control in it takes the focus. */
export function useFirstFocus<Box extends HTMLElement>(): RefObject<Box | null> {
  const box = useRef<Box>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, textarea, button:not([aria-disabled])')?.focus();
  }, []);
  return box;
}
