/**
 * `NOT_FOUND`: no such stream, or not for this viewer: both look the same.
 * `BAD_CURSOR`: made by someone else, for another stream, or damaged.
 * `SLOW_READER`: the reader let too many frames wait; it may come back with its last cursor.
 * `STOPPING`: the server is going down; come back with the last cursor.
 */
export type StreamRefusedCode = 'NOT_FOUND' | 'BAD_CURSOR' | 'SLOW_READER' | 'STOPPING'

/** Why following a stream was refused or ended. */
export class StreamRefused extends Error {
  override readonly name = 'StreamRefused'
  readonly code: StreamRefusedCode

  constructor(code: StreamRefusedCode, message: string) {
    super(message)
    this.code = code
  }
}
