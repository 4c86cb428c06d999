import type { Connection } from './connection.ts';
import type { StreamRef } from './live-event.ts';

/** Who follows what. */
export interface Following {
  viewerId: string;
  streams: readonly StreamRef[];
}

/** The live feed, as pages know it. */
export interface Live {
  readonly connection: Connection;
  /** Fetches the cursors and opens the streams. Again for the same person it does nothing; for another it starts afresh. */
  start(following: Following): Promise<void>;
  /** Ends everything, for signing out. */
  stop(): void;
  /** Tries again now instead of after the pause. */
  readonly retryNow: () => void;
  /**
   * Follows one more stream while a page shows it.
   * @param onJoined its events come from here on: what was read before may be old
   * @returns how to leave it
   */
  join(stream: StreamRef, onJoined: () => void): () => void;
}
