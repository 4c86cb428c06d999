import { useSyncExternalStore } from 'react';

/** How the page hangs on to the server, in the words of the dot in the bar. */
export interface ConnectionState {
  status: 'connecting' | 'connected' | 'offline';
  /** Since when there is no connection (ISO moment). */
  since: string | null;
  /** The connection is back: how many changes by others came in since, and how many of one's own went out. Goes away by itself. */
  back: { updated: number; sent: number } | null;
  /** Tables whose events arrive by themselves. */
  followed: ReadonlySet<string>;
}

const start: ConnectionState = { status: 'connecting', since: null, back: null, followed: new Set() };

/** The state of the connection, to watch from outside React too. */
export class Connection {
  #state = start;
  readonly #listeners = new Set<() => void>();

  readonly get = (): ConnectionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes a part of the state and tells who watches. */
  set(change: Partial<ConnectionState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}

/** The state of a connection, live. */
export const useConnection = (connection: Connection): ConnectionState =>
  useSyncExternalStore(connection.subscribe, connection.get);
