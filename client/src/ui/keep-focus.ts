/** What Tab stops at; a control that is off but says why is one of them. */
const stops = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/**
 * A step often takes away the very button that was pressed: “Neem in voorportaal” is gone once it is done, and with it the place of who
 * works by keyboard. The focus then goes to what stands in its place: the first stop in what still surrounds it, and else the page's heading.
 * Where a dialog was open, that is where it was opened from. Who left the control themselves is left alone.
 * @returns how to stop
 */
export function keepFocus(page: Document): () => void {
  /** The control in the page that has or had the focus, and all around it; empty when it was left. */
  let path: Element[] = [];
  let frame = 0;

  const isLost = (): boolean => page.activeElement === null || page.activeElement === page.body;

  const came = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
    path = [];
    for (let node: Element | null = target; node && node !== page.body; node = node.parentElement) path.push(node);
  };

  const left = ({ target, relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== null) return;
    // A control that is taken away tells so too, while it still stands there.
    setTimeout(() => {
      if (target instanceof Element && target === path[0] && target.isConnected && isLost()) path = [];
    });
  };

  const place = (): void => {
    if (!isLost() || path.length === 0 || path[0]?.isConnected) return;
    const around = path.filter((node) => node.isConnected);
    path = [];
    for (const node of around) {
      if (node.matches('main, body, #root')) break;
      const stop = node.querySelector<HTMLElement>(stops);
      if (stop) return stop.focus({ preventScroll: true });
    }
    const heading = page.querySelector<HTMLElement>('main h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };

  const changes = new MutationObserver(() => {
    if (!isLost() || path.length === 0 || path[0]?.isConnected) return;
    cancelAnimationFrame(frame);
    // Two frames: a dialog that closes looks for a place of its own first.
    frame = requestAnimationFrame(() => (frame = requestAnimationFrame(place)));
  });

  page.addEventListener('focusin', came);
  page.addEventListener('focusout', left);
  changes.observe(page.body, { childList: true, subtree: true });
  return () => {
    page.removeEventListener('focusin', came);
    page.removeEventListener('focusout', left);
    changes.disconnect();
    cancelAnimationFrame(frame);
  };
}
