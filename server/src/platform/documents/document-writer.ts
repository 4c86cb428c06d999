import { Worker } from 'node:worker_threads';
import type { DocumentFormat, DocumentModel } from './document-model.ts';
import type { WriteJob, WriteResult } from './document-worker.ts';

/** So many may wait, and so long may one take, in milliseconds, before who asks is sent away. */
export interface WriterLimits {
  readonly waiting: number;
  readonly within: number;
  /** Without work for so long, its memory is given back. */
  readonly idle: number;
}
const limits: WriterLimits = { waiting: 20, within: 20_000, idle: 60_000 };

/** A document cannot be written now. */
export class WriterBusy extends Error {}

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** From its sources the worker is a `.ts` file, from its build a `.js` file. */
const workerFile = new URL(`./document-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/**
 * Writes documents as files, in a thread of its own: a long one takes half a second of computing, and everybody else would wait for it.
 * The thread starts with the first document and ends when there is nothing to do.
 */
export class DocumentWriter {
  readonly #waiting = new Map<number, Waiting>();
  readonly #limits: WriterLimits;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;

  constructor(given: Partial<WriterLimits> = {}) {
    this.#limits = { ...limits, ...given };
  }

  /** The bytes of a file. @throws WriterBusy when too many wait or it takes too long, Error when the document cannot be written. */
  write(model: DocumentModel, format: DocumentFormat): Promise<Uint8Array> {
    if (this.#waiting.size >= this.#limits.waiting) return Promise.reject(new WriterBusy('Too many documents wait.'));
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#give(new WriterBusy('A document took too long.')), this.#limits.within);
      this.#waiting.set(id, { resolve, reject, timer });
      worker.ref();
      worker.postMessage({ id, format, model } satisfies WriteJob, []);
    });
  }

  /** Ends the thread; who waits is told. */
  stop(): void {
    this.#give(new WriterBusy('The server stops.'));
  }

  #start(): Worker {
    const worker = new Worker(workerFile);
    worker.on('message', (result: WriteResult) => this.#answer(result));
    worker.on('error', (error) => this.#give(error instanceof Error ? error : new Error(String(error)), worker));
    worker.on('exit', () => this.#give(new WriterBusy('The writer ended.'), worker));
    return worker;
  }

  #answer(result: WriteResult): void {
    const waiting = this.#waiting.get(result.id);
    if (!waiting) return;
    this.#waiting.delete(result.id);
    clearTimeout(waiting.timer);
    if ('bytes' in result) waiting.resolve(result.bytes);
    else waiting.reject(new Error(result.error));
    if (this.#waiting.size > 0) return;
    // A thread without work keeps no process alive.
    this.#worker?.unref();
    this.#idle = setTimeout(() => this.stop(), this.#limits.idle).unref();
  }

  /** Lets go of the thread and of all who wait; the next document starts a new one. */
  #give(error: Error, worker = this.#worker): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    clearTimeout(this.#idle);
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject, timer } of left) {
      clearTimeout(timer);
      reject(error);
    }
    void worker?.terminate();
  }
}
