import type { Readable } from 'node:stream';

/** Content that lies ready but is not kept yet. */
export interface StagedContent {
  /** SHA-256 in hexadecimal: the name of the content. */
  readonly hash: string;
  readonly size: number;
  /** Reads it, to find out what it is. */
  read(): Promise<Buffer>;
  /** Keeps it for good; the same content is kept once. */
  keep(): Promise<void>;
  /** Throws it away, unless it is kept. */
  discard(): Promise<void>;
}

/** More came than may come. */
export class ContentTooLarge extends Error {
  override readonly name = 'ContentTooLarge';
}

/**
 * Where contents lie, each under its hash. A disk now; an object store fits behind the same five doors. Content is kept before the
 * row that names it and removed after it, so that no row ever points at nothing.
 */
export interface FileStore {
  /** Takes a stream in, and stops at `limit` bytes. @throws ContentTooLarge. */
  stage(content: AsyncIterable<Uint8Array>, limit: number): Promise<StagedContent>;
  /** The content from its beginning. @throws when it is not there. */
  open(hash: string): Promise<Readable>;
  read(hash: string): Promise<Buffer>;
  /** Removes it; nothing happens when it is gone already. */
  remove(hash: string): Promise<void>;
}
