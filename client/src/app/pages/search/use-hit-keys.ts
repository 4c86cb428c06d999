import { useEffect, useRef, type RefObject } from 'react';

/** Walks from the field over the hits and back; Enter on a hit follows its link by itself. @returns whether the key was used */
function walk(box: HTMLElement, key: string): boolean {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
  const field = box.querySelector<HTMLElement>('input[type=search]');
  const stops = [...(field ? [field] : []), ...box.querySelectorAll<HTMLElement>('.hits h2 > a')];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[here + (key === 'ArrowDown' ? 1 : -1)];
  if (here < 0 || !next) return false;
  next.focus();
  return true;
}

/** Arrow up and down walk the field and the hits in a box. @returns the reference for that box */
export function useHitKeys(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && !event.altKey && !event.ctrlKey && !event.metaKey && walk(element, event.key))
        event.preventDefault();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, []);
  return box;
}
