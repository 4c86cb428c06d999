import type { GraphViewer, Platform } from '../graphql/graph-context.ts';
import type { LiveSeat } from './text-seat.ts';

/** The room of `Presence` in which those are who have a text open to write in it. */
export function writersRoom(name: string): string {
  return `text ${name}`;
}

/** Who has which text open to write in it, on this instance; told to `Presence`, and to the kind of the text when the last one leaves. */
export class TextWriters<V extends GraphViewer> {
  readonly #seats = new Map<LiveSeat, () => void>();
  #stopped = false;

  constructor(private readonly platform: Platform<V>) {}

  /** Looks anew at what somebody may do. */
  settle(seat: LiveSeat): void {
    const writes = !seat.gone && seat.access.may === 'write';
    if (!writes) return this.remove(seat);
    if (this.#seats.has(seat)) return;
    this.#seats.set(seat, this.platform.presence.enter(writersRoom(seat.name), seat.personId, this.platform.now()));
  }

  remove(seat: LiveSeat): void {
    this.#seats.get(seat)?.();
    if (!this.#seats.delete(seat) || this.#stopped) return;
    if (![...this.#seats.keys()].some(({ name }) => name === seat.name))
      this.platform.collab.of(seat.name)?.left?.(seat.name);
  }

  /** From now on nobody is told: what is left to do waits in the rows. */
  stop(): void {
    this.#stopped = true;
  }
}
