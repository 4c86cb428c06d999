import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this many bytes the header costs more than it saves. */
export const worthCompressing = 1_024;

/** The best encoding that a client takes; undefined when it takes none. */
export function encodingFor(acceptEncoding: string | string[] | undefined): Encoding | undefined {
  const accepted = String(acceptEncoding ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : undefined;
}

/** @param thorough for what is kept; otherwise fast, for what is sent once. */
export function compress(body: Buffer, encoding: Encoding, thorough: boolean): Promise<Buffer> {
  if (encoding === 'gzip') return zip(body, { level: thorough ? 9 : 4 });
  return brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: thorough ? 10 : 3, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/** Is this text, which shrinks, or something that is packed already? */
export function isText(contentType: string): boolean {
  return /^text\/|[/+](json|javascript|xml)|^image\/svg/.test(contentType);
}
