const eventName = 'vt-announce';

/** Says a sentence to screen readers, politely, through the one live region of the page (`ui/Announcer`). */
export function announce(text: string): void {
  document.dispatchEvent(new CustomEvent<string>(eventName, { detail: text }));
}

/** Hears every announcement until the returned function is called. */
export function onAnnounce(listener: (text: string) => void): () => void {
  const handle = (event: Event): void => listener((event as CustomEvent<string>).detail);
  document.addEventListener(eventName, handle);
  return () => document.removeEventListener(eventName, handle);
}
