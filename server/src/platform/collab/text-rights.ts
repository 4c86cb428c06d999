import { contextOf } from '../graphql/event-visibility.ts';
import type { GraphContext, GraphViewer, Platform } from '../graphql/graph-context.ts';
import type { Woken } from '../streams/wake-ups.ts';
import type { TextAccess } from './text-kind.ts';

/** Somebody at a document, with what they may do there as far as was asked last. */
export interface TextSeat {
  readonly name: string;
  readonly personId: string;
  access: TextAccess;
  /** Called when it is another than before; null: it is no longer theirs. */
  changed(access: TextAccess | null): void;
}

/** Events come in bursts; one look serves them all. It goes from person to person, so that it never takes the database from others. */
const soon = 50;
/** What no event on a stream of the document tells, for example a change at another table, is found by this. */
const lookEvery = 5_000;

/** Asks anew who may what: after every event that may matter, and every now and then. */
export class TextRights<V extends GraphViewer> {
  readonly #seats = new Set<TextSeat>();
  readonly #due = new Set<TextSeat>();
  readonly #deaf: () => void;
  readonly #net: NodeJS.Timeout;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(private readonly platform: Platform<V>) {
    this.#deaf = platform.streams.onNews((streams) => this.#hear(streams));
    this.#net = setInterval(() => this.#lookAt(this.#seats), lookEvery).unref();
  }

  /** What this person may do with this document now. */
  async accessOf(personId: string, name: string): Promise<TextAccess | null> {
    return this.#access(await contextOf(this.platform, personId), name);
  }

  add(seat: TextSeat): void {
    this.#seats.add(seat);
  }

  remove(seat: TextSeat): void {
    this.#seats.delete(seat);
    this.#due.delete(seat);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#deaf();
    clearInterval(this.#net);
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #hear(streams: Woken): void {
    if (streams === 'all') return this.#lookAt(this.#seats);
    const woken = new Set(streams.map(({ kind, id }) => `${kind} ${id}`));
    this.#lookAt(
      [...this.#seats].filter((seat) => seat.access.streams.some(({ kind, id }) => woken.has(`${kind} ${id}`))),
    );
  }

  #lookAt(seats: Iterable<TextSeat>): void {
    for (const seat of seats) this.#due.add(seat);
    if (this.#due.size === 0 || this.#stopped) return;
    this.#timer ??= setTimeout(() => {
      this.#looking = this.#looking.then(() => this.#look());
    }, soon);
  }

  async #look(): Promise<void> {
    this.#timer = undefined;
    const due = Map.groupBy(this.#due, (seat) => seat.personId);
    this.#due.clear();
    for (const [personId, seats] of due) {
      if (this.#stopped) return;
      try {
        const context = await contextOf(this.platform, personId);
        for (const seat of seats) this.#settle(seat, await this.#access(context, seat.name));
      } catch (error) {
        // The database is away: nothing is kept then either, and the next look tells.
        this.platform.log.debug({ err: error }, 'Rights on texts could not be read');
      }
    }
  }

  #settle(seat: TextSeat, access: TextAccess | null): void {
    if (!this.#seats.has(seat)) return;
    const before = seat.access;
    if (access !== null) seat.access = access;
    if (access?.may !== before.may || access.because !== before.because) seat.changed(access);
  }

  async #access(context: GraphContext<V>, name: string): Promise<TextAccess | null> {
    if (context.viewer === null) return null;
    return (await this.platform.collab.of(name)?.access(context, name)) ?? null;
  }
}
