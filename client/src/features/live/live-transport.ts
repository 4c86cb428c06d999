import type { LiveEvent, StreamRef } from './live-event.ts';

/** What a stream sends: something happened, or start again from here. */
export type Frame =
  | { kind: 'event'; cursor: string; event: Omit<LiveEvent, 'stream' | 'own'> }
  | { kind: 'reset'; cursor: string };

/** What one subscription tells. `refused`: the viewer may not follow this; `stale`: the cursor no longer counts; `lost`: the socket is gone. */
export interface FrameSink {
  frame: (frame: Frame) => void;
  refused: () => void;
  stale: () => void;
  lost: () => void;
}

/** The outside world, so that a test can cut the line and turn the clock. */
export interface LiveTransport {
  /** Starts a subscription after a cursor; the returned function ends it. */
  follow: (stream: StreamRef, after: string, sink: FrameSink) => () => void;
  /** Hears that the socket is open. */
  onOpen: (listener: () => void) => () => void;
  /** Drops the socket at once. */
  cut: () => void;
  /** The cursor of the present; null when the viewer may not follow the stream. */
  cursorOf: (stream: StreamRef) => Promise<string | null>;
  /** Fetches again what is on the screen. */
  refetch: () => Promise<unknown>;
  online: () => boolean;
  /** Hears the browser say that the network came or went. */
  onNetwork: (listener: (online: boolean) => void) => () => void;
  now: () => Date;
  random: () => number;
}
