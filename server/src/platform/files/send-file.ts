import type { ServerResponse, IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { contentDisposition } from './file-name.ts';
import type { FileStore } from './file-store.ts';

/** What a browser may show itself. Everything else it saves. */
const shown = /^(?:application\/pdf|image\/(?:png|jpeg))$/;

export interface SentFile {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes; null when it is made as it is sent. */
  readonly size: number | null;
}

/**
 * Puts the headers of something that people made on an answer: nothing in it runs, no cache shared by others keeps it, and it is
 * saved unless it is a PDF or a picture.
 */
export function putFileHeaders(response: ServerResponse, file: SentFile): void {
  response.setHeader('Content-Type', file.mediaType);
  response.setHeader(
    'Content-Disposition',
    contentDisposition(shown.test(file.mediaType) ? 'inline' : 'attachment', file.name),
  );
  if (file.size !== null) response.setHeader('Content-Length', file.size);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  response.setHeader('Cache-Control', 'private, no-store');
}

/** Sends a content from the store. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  store: FileStore,
  file: SentFile & { readonly hash: string },
): Promise<void> {
  const content = await store.open(file.hash);
  putFileHeaders(response, file);
  response.writeHead(200);
  if (request.method === 'HEAD') {
    content.destroy();
    response.end();
    return;
  }
  await pipeline(content, response);
}
