import { parentPort } from 'node:worker_threads';
import { cleanDocument } from './clean-text.ts';
import type { DocumentFormat, DocumentModel } from './document-model.ts';
import { renderDocx } from './render-docx.ts';
import { renderMarkdown } from './render-markdown.ts';
import { PdfPress } from './render-pdf.ts';

/** One document to write, and what comes back. */
export interface WriteJob {
  readonly id: number;
  readonly format: DocumentFormat;
  readonly model: DocumentModel;
}
export type WriteResult =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };

let press: PdfPress | undefined;

async function write({ format, model }: WriteJob): Promise<Uint8Array> {
  const clean = cleanDocument(model);
  switch (format) {
    case 'PDF':
      press ??= new PdfPress();
      return press.print(clean);
    case 'DOCX':
      return renderDocx(clean);
    case 'MARKDOWN':
      return new TextEncoder().encode(renderMarkdown(clean));
  }
}

function answer(result: WriteResult): void {
  parentPort?.postMessage(result, []);
}

parentPort?.on('message', (job: WriteJob) => {
  write(job).then(
    (bytes) => answer({ id: job.id, bytes }),
    (error: unknown) => answer({ id: job.id, error: String(error) }),
  );
});
