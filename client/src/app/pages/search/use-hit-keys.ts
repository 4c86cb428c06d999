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

/**
 * Arrow up and down walk the field and the hits in a box.
 * @param onFollow a hit is opened, by pointer or by Enter, here or in another tab
 * @returns the reference for that box
 */
export function useHitKeys(onFollow: () => void): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const follow = useRef(onFollow);
  useEffect(() => {
    follow.current = onFollow;
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && !event.altKey && !event.ctrlKey && !event.metaKey && walk(element, event.key))
        event.preventDefault();
    };
    const onClick = ({ target }: MouseEvent): void => {
      if (target instanceof Element && target.closest('.hits h2 > a')) follow.current();
    };
    element.addEventListener('keydown', onKeyDown);
    element.addEventListener('click', onClick);
    element.addEventListener('auxclick', onClick);
    return () => {
      element.removeEventListener('keydown', onKeyDown);
      element.removeEventListener('click', onClick);
      element.removeEventListener('auxclick', onClick);
    };
  }, []);
  return box;
}
