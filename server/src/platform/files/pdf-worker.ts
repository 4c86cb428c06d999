import { parentPort, workerData } from 'node:worker_threads';
import { PDFDocument } from 'pdf-lib';
import { bindPapers, type Bundle, type BundleAnswer } from './pdf-bundle.ts';

/** What is asked of a worker. */
export type PdfTask =
  | { readonly kind: 'pages'; readonly bytes: Uint8Array }
  | { readonly kind: 'bundle'; readonly bundle: Bundle };
export type PdfAnswer = { readonly pages: number | null } | BundleAnswer;

async function carryOut(task: PdfTask): Promise<PdfAnswer> {
  if (task.kind === 'bundle') return bindPapers(task.bundle);
  try {
    return { pages: (await PDFDocument.load(task.bytes, { updateMetadata: false })).getPageCount() };
  } catch {
    return { pages: null };
  }
}

// A thread of our own has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await carryOut(workerData as PdfTask));
