import { Worker } from 'node:worker_threads';
import type { Bundle, BundleAnswer } from './pdf-bundle.ts';
import type { PdfAnswer, PdfTask } from './pdf-worker.ts';

const within = 60_000;
const memoryMegabytes = 1_024;
/** The same file from its source and from its build. */
const worker = new URL(`./pdf-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

let last: Promise<unknown> = Promise.resolve();

/**
 * Work on PDFs beside the thread that answers people: a large one would make all of them wait, a broken one could take the process
 * along. One at a time. @returns what stood in its way when it did not end well.
 */
function inWorker(task: PdfTask): Promise<PdfAnswer | Error> {
  const answer = last.then(() => once(task));
  last = answer;
  return answer;
}

function once(task: PdfTask): Promise<PdfAnswer | Error> {
  return new Promise((resolve) => {
    const thread = new Worker(worker, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    });
    const late = setTimeout(() => void thread.terminate(), within);
    let answer: PdfAnswer | Error = new Error('It took too long.');
    thread.once('message', (message: PdfAnswer) => (answer = message));
    thread.once('error', (error: Error) => (answer = error));
    thread.once('exit', () => {
      clearTimeout(late);
      resolve(answer);
    });
  });
}

/** How many pages a PDF has; null when it cannot be read, for example because it has a password. */
export async function pagesOf(bytes: Uint8Array): Promise<number | null> {
  const answer = await inWorker({ kind: 'pages', bytes });
  return 'pages' in answer ? answer.pages : null;
}

/** All papers as one PDF. @throws Error when it cannot be made. */
export async function bundleOf(bundle: Bundle): Promise<BundleAnswer> {
  const answer = await inWorker({ kind: 'bundle', bundle });
  if ('pdf' in answer) return answer;
  throw new Error('The papers could not be bound into one PDF.', { cause: answer });
}
