import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '../ids/new-id.ts';
import { ContentTooLarge, type FileStore, type StagedContent } from './file-store.ts';

const hashShape = /^[0-9a-f]{64}$/;

/** Contents in a folder of this machine. What is half written lies apart under a name of its own. */
export class DiskFileStore implements FileStore {
  constructor(private readonly folder: string) {}

  async stage(content: AsyncIterable<Uint8Array>, limit: number): Promise<StagedContent> {
    await mkdir(join(this.folder, 'staged'), { recursive: true });
    const staged = join(this.folder, 'staged', newId());
    try {
      const { hash, size } = await this.#write(staged, content, limit);
      return {
        hash,
        size,
        read: () => readFile(staged),
        keep: async () => {
          await mkdir(join(this.folder, hash.slice(0, 2)), { recursive: true });
          await rename(staged, this.#place(hash));
        },
        discard: () => rm(staged, { force: true }),
      };
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    }
  }

  async open(hash: string): Promise<Readable> {
    const file = await open(this.#place(hash), 'r');
    return file.createReadStream();
  }

  async read(hash: string): Promise<Buffer> {
    return readFile(this.#place(hash));
  }

  async remove(hash: string): Promise<void> {
    await rm(this.#place(hash), { force: true });
  }

  async #write(path: string, content: AsyncIterable<Uint8Array>, limit: number) {
    const hash = createHash('sha256');
    let size = 0;
    const file = await open(path, 'wx');
    try {
      for await (const chunk of content) {
        size += chunk.length;
        if (size > limit) throw new ContentTooLarge();
        hash.update(chunk);
        await file.write(chunk);
      }
      // Kept means kept: also when the machine loses its power a moment later.
      await file.sync();
    } finally {
      await file.close();
    }
    return { hash: hash.digest('hex'), size };
  }

  /** Nothing that came from outside becomes part of a path. */
  #place(hash: string): string {
    if (!hashShape.test(hash)) throw new Error('This is not the name of a content.');
    return join(this.folder, hash.slice(0, 2), hash);
  }
}
