import { type MessageCode, messageFor } from '@versnellingstafel/shared/errors/messages';
import { fileEndings, fileLimits } from '@versnellingstafel/shared/files/file-limits';
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { GraphContext, GraphViewer, Platform } from '../graphql/graph-context.ts';
import type { HttpCall } from '../http/http-routes.ts';
import { sendError, sendJson } from '../http/send.ts';
import { judgeFile, mediaTypes } from './file-kind.ts';
import { safeFileName } from './file-name.ts';
import { ContentTooLarge, type StagedContent } from './file-store.ts';
import { pagesOf } from './pdf-work.ts';
import { looseFilesOf, storeFile } from './stored-files.ts';

/** A slow line gets the time that a large file takes. */
const uploadWithin = 10 * 60_000;
/** So long we listen to what is too large, or the answer would be lost with the connection. */
const drainWithin = 8_000;

/** What went wrong with an upload, as an answer. */
interface Refused {
  readonly status: number;
  readonly code: MessageCode;
}

/**
 * `POST /files?name=<file name>` with the file as the body: keeps it for whoever is signed in, until something uses it. The answer is
 * `{ file: { id, name, mediaType, size, pages } }`; hand its id in where a file is asked for.
 */
export function registerUploads<V extends GraphViewer>(platform: Platform<V>): void {
  platform.http.register('/files', (call) => answerUpload(platform, call), { bodyWithin: uploadWithin });
}

async function answerUpload<V extends GraphViewer>(
  platform: Platform<V>,
  call: HttpCall<GraphContext<V>>,
): Promise<void> {
  const { request, response } = call;
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    return sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'Send a file by POST.');
  }
  const context = await call.context();
  const name = safeFileName(new URL(request.url ?? '', 'http://localhost').searchParams.get('name') ?? '');
  const refuse = async ({ status, code }: Refused) => {
    await discard(request);
    const values = {
      name,
      max: platform.settings.uploadMegabytes,
      endings: fileEndings.join(', '),
      count: fileLimits.looseMax,
    };
    return sendError(request, response, status, code, messageFor(code, context.locale, values));
  };
  if (!call.sameOrigin) return refuse({ status: 403, code: 'FORBIDDEN' });
  if (context.viewer === null) return refuse({ status: 401, code: 'UNAUTHENTICATED' });
  const outcome = await takeIn(platform, context, request, name);
  if ('code' in outcome) return refuse(outcome);
  await sendJson(request, response, 201, JSON.stringify({ file: outcome }));
}

/** Reads on for a while what nobody wants, so that the other side can hear why. */
async function discard(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  const ended = new Promise<void>((resolve) => {
    request.once('end', resolve);
    request.once('close', resolve);
  });
  request.resume();
  await Promise.race([ended, wait(drainWithin, undefined, { ref: false })]);
}

async function takeIn<V extends GraphViewer>(
  platform: Platform<V>,
  context: GraphContext<V>,
  request: IncomingMessage,
  name: string,
): Promise<Refused | { id: string; name: string; mediaType: string; size: number; pages: number | null }> {
  const { personId } = context.requireViewer();
  if ((await looseFilesOf(context.em, personId)) >= fileLimits.looseMax)
    return { status: 429, code: 'TOO_MANY_UPLOADS' };
  const limit = platform.settings.uploadMegabytes * 1_000_000;
  if (Number(request.headers['content-length'] ?? 0) > limit) return { status: 413, code: 'FILE_TOO_LARGE' };
  let staged: StagedContent;
  try {
    // `destroyOnReturn: false`: what is refused half-way must still be answered.
    staged = await platform.files.stage(request.iterator({ destroyOnReturn: false }), limit);
  } catch (error) {
    if (error instanceof ContentTooLarge) return { status: 413, code: 'FILE_TOO_LARGE' };
    throw error;
  }
  try {
    if (staged.size === 0) return { status: 400, code: 'FILE_EMPTY' };
    const bytes = await staged.read();
    const judged = judgeFile(name, bytes);
    if ('code' in judged) return { status: 415, code: judged.code };
    const mediaType = mediaTypes[judged.ending];
    const pages = judged.ending === 'pdf' ? await pagesOf(bytes) : null;
    const id = await storeFile(platform.database, staged, { name, mediaType, pages, by: personId, at: platform.now() });
    return { id, name, mediaType, size: staged.size, pages };
  } finally {
    await staged.discard();
  }
}
