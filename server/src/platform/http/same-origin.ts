import type { IncomingMessage } from 'node:http';

/**
 * Does a request come from a page of this very host? One without an Origin does not come from a page at all.
 * @param publicUrl the address people use, when it is another one than the Host header says.
 */
export function isSameOrigin(request: IncomingMessage, publicUrl: URL | undefined): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host?.toLowerCase() || (publicUrl !== undefined && from.origin === publicUrl.origin);
}
