import { randomUUID } from 'node:crypto';
import { type Document, IncomingMessage, MessageReceiver, OutgoingMessage } from '@hocuspocus/server';
import { PostgresLine } from '../database/postgres-line.ts';

/** Carets move with every letter; others need not see each step. */
const gather = 100;
/** PostgreSQL takes less than 8,000 bytes. */
const longest = 7_500;

/** What carets from another instance bear; Hocuspocus knows this one for what others have seen already. */
const fromAfar = { source: 'redis' } as const;

/** Does this change of carets come from another instance? */
export function isFromAfar(origin: unknown): boolean {
  return origin === fromAfar;
}

/**
 * Carets between the instances on one PostgreSQL. Nothing of it is kept: a client says every 15 seconds where it is, and one that is not
 * heard of for 30 is forgotten by the document itself.
 */
export class CaretLine {
  readonly #self = randomUUID();
  readonly #line: PostgresLine | undefined;
  readonly #moved = new Map<Document, Set<number>>();
  #timer: NodeJS.Timeout | undefined;

  /** @param url undefined on PGlite, where there is no other instance. @param open the document of this name, if it is open here */
  constructor(
    url: string | undefined,
    private readonly open: (name: string) => Document | undefined,
  ) {
    this.#line = url === undefined ? undefined : new PostgresLine(url, 'text_carets');
    void this.#line?.start({
      // What cannot be read is a caret less.
      heard: (payload) => void this.#hear(payload).catch(() => undefined),
    });
  }

  /** These carets moved here. */
  moved(document: Document, clientIds: readonly number[]): void {
    if (!this.#line) return;
    const moved = this.#moved.get(document) ?? new Set();
    this.#moved.set(document, moved);
    for (const clientId of clientIds) moved.add(clientId);
    this.#timer ??= setTimeout(() => this.#say(), gather);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#line?.stop();
  }

  #say(): void {
    this.#timer = undefined;
    const told = [...this.#moved];
    this.#moved.clear();
    for (const [document, clientIds] of told) {
      if (document.isDestroyed) continue;
      const message = new OutgoingMessage(document.name)
        .createAwarenessUpdateMessage(document.awareness, [...clientIds])
        .toUint8Array();
      const payload = `${this.#self} ${document.name} ${Buffer.from(message).toString('base64')}`;
      if (payload.length <= longest) void this.#line?.send(payload);
    }
  }

  async #hear(payload: string): Promise<void> {
    const [sender, name = '', message = ''] = payload.split(' ');
    const document = this.open(name);
    if (sender === this.#self || !document) return;
    const incoming = new IncomingMessage(Buffer.from(message, 'base64'));
    incoming.readVarString();
    await new MessageReceiver(incoming, fromAfar).apply(document, undefined, () => {});
  }
}
