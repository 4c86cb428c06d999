import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { type Encoding, compress, encodingFor, isText, worthCompressing } from './compression.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

interface ClientFile {
  readonly body: Buffer;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly etag: string;
  readonly packed: Map<Encoding, Promise<Buffer>>;
}

/** Vite puts a hash of the content into these names, so they never change. */
const hashed = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/**
 * The built client from memory. Only files found when it was read are served, so no path leads anywhere else. Text is
 * packed when first asked for and kept.
 */
export class StaticClient {
  #files = new Map<string, ClientFile>();

  constructor(private readonly folder: string) {}

  /** Reads the folder; without a built client it stays empty. */
  async load(): Promise<void> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = new Map<string, ClientFile>();
    for (const entry of entries) {
      const contentType = contentTypes[extname(entry.name)];
      if (!entry.isFile() || contentType === undefined || entry.name.startsWith('.')) continue;
      const path = join(entry.parentPath, entry.name);
      const name = `/${relative(this.folder, path).split(sep).join('/')}`;
      if (name.startsWith('/types/')) continue;
      const body = await readFile(path);
      const cacheControl = hashed.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      files.set(name, { body, contentType, cacheControl, etag, packed: new Map() });
    }
    this.#files = files;
  }

  /** Answers with a file, or with the page for every path that the client's router may know. @returns false when there is nothing. */
  async handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    const page = this.#files.get('/index.html');
    if (!page) return false;
    const file = path === '/' ? page : (this.#files.get(path) ?? (extname(path) === '' ? page : undefined));
    if (!file) return false;
    await this.#send(request, response, file);
    return true;
  }

  async #send(request: IncomingMessage, response: ServerResponse, file: ClientFile): Promise<void> {
    response.setHeader('Content-Type', file.contentType);
    response.setHeader('Cache-Control', file.cacheControl);
    response.setHeader('ETag', file.etag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match']?.includes(file.etag)) {
      response.writeHead(304).end();
      return;
    }
    const encoding =
      isText(file.contentType) && file.body.length >= worthCompressing
        ? encodingFor(request.headers['accept-encoding'])
        : undefined;
    const body = encoding ? await this.#packed(file, encoding) : file.body;
    if (encoding) response.setHeader('Content-Encoding', encoding);
    response.writeHead(200, { 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  #packed(file: ClientFile, encoding: Encoding): Promise<Buffer> {
    let packed = file.packed.get(encoding);
    if (!packed) {
      packed = compress(file.body, encoding, true);
      file.packed.set(encoding, packed);
    }
    return packed;
  }
}
