import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { type Sheet, type SheetLimits, type SheetTrouble, UnreadableSheets } from './sheet.ts';

/** What is asked of a worker. */
export interface SheetTask {
  readonly kind: 'xlsx' | 'csv';
  readonly bytes: Uint8Array;
  readonly limits: SheetLimits;
}
export type SheetAnswer = { readonly sheets: readonly Sheet[] } | { readonly trouble: SheetTrouble };

function carryOut({ kind, bytes, limits }: SheetTask): SheetAnswer {
  try {
    return { sheets: kind === 'xlsx' ? readWorkbook(bytes, limits) : [readCsv(bytes, limits)] };
  } catch (error) {
    return { trouble: error instanceof UnreadableSheets ? error.trouble : 'UNREADABLE' };
  }
}

// A thread of our own has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(carryOut(workerData as SheetTask));
