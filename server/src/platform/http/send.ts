import type { IncomingMessage, ServerResponse } from 'node:http';
import { compress, encodingFor, worthCompressing } from './compression.ts';

/** Sends JSON that no cache may keep. */
export async function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string,
  contentType = 'application/json; charset=utf-8',
): Promise<void> {
  let bytes: Buffer = Buffer.from(body);
  response.setHeader('Content-Type', contentType);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Vary', 'Accept-Encoding');
  const encoding = bytes.length >= worthCompressing ? encodingFor(request.headers['accept-encoding']) : undefined;
  if (encoding) {
    bytes = await compress(bytes, encoding, false);
    response.setHeader('Content-Encoding', encoding);
  }
  response.writeHead(status, { 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** An error in the shape of GraphQL, for what never reached GraphQL. */
export function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
): Promise<void> {
  // The rest of a body that was refused is not read: the connection ends with the answer.
  if (!request.complete) response.setHeader('Connection', 'close');
  return sendJson(request, response, status, JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
