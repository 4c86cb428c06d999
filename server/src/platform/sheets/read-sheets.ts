import { Worker } from 'node:worker_threads';
import { type Sheet, type SheetTrouble, UnreadableSheets } from './sheet.ts';
import type { SheetAnswer, SheetTask } from './sheet-worker.ts';

const within = 60_000;
const memoryMegabytes = 1_024;
/** The same file from its source and from its build. */
const worker = new URL(`./sheet-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

let last: Promise<unknown> = Promise.resolve();

/**
 * The sheets of a file, read beside the thread that answers people: a large one would make all of them wait, a broken one could take
 * the process along. One at a time. @throws UnreadableSheets.
 */
export async function readSheets(task: SheetTask): Promise<readonly Sheet[]> {
  const turn = last.then(() => once(task));
  last = turn;
  const answer = await turn;
  if ('sheets' in answer) return answer.sheets;
  throw new UnreadableSheets(answer.trouble);
}

function once(task: SheetTask): Promise<SheetAnswer> {
  return new Promise((resolve) => {
    const thread = new Worker(worker, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    });
    const late = setTimeout(() => void thread.terminate(), within);
    let answer: SheetAnswer = { trouble: 'TOO_LARGE' as SheetTrouble };
    thread.once('message', (message: SheetAnswer) => (answer = message));
    thread.once('error', () => undefined);
    thread.once('exit', () => {
      clearTimeout(late);
      resolve(answer);
    });
  });
}
