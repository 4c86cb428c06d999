/**
 * `NOT_FOUND`: no such stream, or not (any longer) for this viewer: all look the same.
 * `BAD_CURSOR`: made elsewhere, for something else, or damaged.
 * `SLOW_READER`: too many frames were waiting; the reader may come back with its last cursor.
 * `STOPPING`: the server is going down; come back with the last cursor.
 */
export type StreamRefusedCode = 'NOT_FOUND' | 'BAD_CURSOR' | 'SLOW_READER' | 'STOPPING';

/** Why following a stream was refused or has ended. */
export class StreamRefused extends Error {
  override readonly name = 'StreamRefused';
  readonly code: StreamRefusedCode;

  constructor(code: StreamRefusedCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
