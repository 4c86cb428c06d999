import { strToU8, zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';

/** A PDF with this many pages. */
export async function pdfOf(pages: number, title = 'Stuk'): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (let n = 1; n <= pages; n += 1) pdf.addPage([300, 400]).drawText(`${title} ${n}`, { x: 20, y: 200, size: 14 });
  return Buffer.from(await pdf.save());
}

/** A ZIP with these names. */
export function zipOf(...names: string[]): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')]))));
}

/** An OpenDocument file of this type. */
export function odfOf(type: string): Buffer {
  return Buffer.from(zipSync({ mimetype: [strToU8(type), { level: 0 }], 'content.xml': strToU8('<x/>') }));
}

/** The first bytes of a Windows program. */
export const program = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), Buffer.alloc(200)]);
export const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
export const jpg = Buffer.from('ffd8ffe000104a46494600', 'hex');

export interface UploadAnswer {
  readonly status: number;
  readonly file?: { id: string; name: string; mediaType: string; size: number; pages: number | null };
  readonly errors?: { message: string; extensions: { code: string } }[];
}

/** Uploads as the person of this cookie. */
export async function upload(
  { url }: { url: string },
  cookie: string,
  name: string,
  body: Uint8Array | string,
  headers: Record<string, string> = {},
): Promise<UploadAnswer> {
  const answer = await fetch(`${url}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...(cookie && { cookie }), ...headers },
    body: typeof body === 'string' ? body : Uint8Array.from(body),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}
