import { useSyncExternalStore } from 'react';

let waiting = 0;
let sent = 0;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

/** The changes that could not be sent yet, and how many went out after waiting. One count for the page. */
export const waitingChanges = {
  get count(): number {
    return waiting;
  },
  /** Changes that were sent after they had waited, since the last call. */
  takeSent(): number {
    const taken = sent;
    sent = 0;
    return taken;
  },
  /** A change waits; call the result once, with whether it went out. */
  hold(): (wentOut: boolean) => void {
    waiting += 1;
    tell();
    return (wentOut) => {
      waiting -= 1;
      if (wentOut) sent += 1;
      tell();
    };
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** How many changes wait to be sent. */
export function useWaitingChanges(): number {
  return useSyncExternalStore(waitingChanges.subscribe, () => waiting);
}
