import { randomUUID } from 'node:crypto';
import type { Backplane } from './backplane.ts';

/** Somebody who looks at something now, on however many screens. */
export interface Onlooker {
  readonly personId: string;
  readonly since: Date;
  readonly handRaised: boolean;
  readonly screens: number;
}

export interface PresenceTimes {
  /** Milliseconds from one telling of all that are here to the next. */
  readonly beat: number;
  /** Milliseconds after which what another process told no longer holds. */
  readonly holds: number;
  /** Milliseconds for which changes are gathered before those who follow hear of them. */
  readonly gather: number;
}

interface Entry {
  readonly since: Date;
  handRaised: boolean;
  screens: number;
}

interface RemoteEntry extends Entry {
  readonly instance: string;
  readonly personId: string;
  readonly until: number;
}

type Told = [personId: string, since: number, handRaised: boolean, screens: number];
type Message =
  | [instance: string, kind: 'at', room: string, people: Told[]]
  | [instance: string, kind: 'hand', room: string, personId: string, raised: boolean];

/** So many people fit into one message. */
const peopleInMessage = 80;

/**
 * Who looks at what, now. Nothing of it is kept: a process knows who is connected to it, tells the others again and again, and forgets
 * what they have not told lately. A process that dies is thereby forgotten within `holds` and one `beat`.
 */
export class Presence {
  readonly #instance = randomUUID();
  readonly #local = new Map<string, Map<string, Entry>>();
  readonly #remote = new Map<string, Map<string, RemoteEntry>>();
  readonly #followers = new Map<string, Set<() => void>>();
  readonly #changed = new Map<string, NodeJS.Timeout>();
  #beating: NodeJS.Timeout | undefined;

  constructor(
    private readonly backplane: Backplane,
    private readonly times: PresenceTimes = { beat: 2_000, holds: 6_000, gather: 100 },
  ) {}

  async start(): Promise<void> {
    await this.backplane.start((text) => this.#hear(JSON.parse(text) as Message));
    this.#beating = setInterval(() => this.#beat(), this.times.beat).unref();
  }

  /** Tells the others that nobody is here any more. */
  async stop(): Promise<void> {
    clearInterval(this.#beating);
    for (const timer of this.#changed.values()) clearTimeout(timer);
    for (const people of this.#local.values()) for (const entry of people.values()) entry.screens = 0;
    for (const room of this.#local.keys()) this.#tell(room);
    await this.backplane.stop();
  }

  /** Somebody looks, on one more screen. @returns what ends it. */
  enter(room: string, personId: string, now: Date): () => void {
    const people = this.#local.get(room) ?? new Map<string, Entry>();
    this.#local.set(room, people);
    const entry = people.get(personId) ?? { since: now, handRaised: false, screens: 0 };
    people.set(personId, entry);
    entry.screens += 1;
    this.#toldAnew(room, personId);
    let gone = false;
    return () => {
      if (gone) return;
      gone = true;
      entry.screens -= 1;
      this.#toldAnew(room, personId);
      if (entry.screens > 0) return;
      people.delete(personId);
      if (people.size === 0) this.#local.delete(room);
    };
  }

  /** Raises a hand or takes it down, on whichever process the person looks. @returns false when they look nowhere. */
  raise(room: string, personId: string, raised: boolean): boolean {
    if (!this.in(room).some((onlooker) => onlooker.personId === personId)) return false;
    this.#raiseHere(room, personId, raised);
    this.#say([this.#instance, 'hand', room, personId, raised]);
    return true;
  }

  /** Who looks, the first one first. */
  in(room: string): Onlooker[] {
    const found = new Map<string, Onlooker>();
    const add = (personId: string, { since, handRaised, screens }: Entry) => {
      const known = found.get(personId);
      found.set(personId, {
        personId,
        since: known && known.since < since ? known.since : since,
        handRaised: handRaised || known?.handRaised === true,
        screens: screens + (known?.screens ?? 0),
      });
    };
    for (const [personId, entry] of this.#local.get(room) ?? []) add(personId, entry);
    for (const entry of this.#remote.get(room)?.values() ?? []) add(entry.personId, entry);
    return [...found.values()].toSorted(
      (one, other) => one.since.getTime() - other.since.getTime() || (one.personId < other.personId ? -1 : 1),
    );
  }

  /** Calls `changed` a moment after something changed. @returns what ends it. */
  follow(room: string, changed: () => void): () => void {
    const followers = this.#followers.get(room) ?? new Set();
    this.#followers.set(room, followers.add(changed));
    return () => {
      followers.delete(changed);
      if (followers.size === 0 && this.#followers.get(room) === followers) this.#followers.delete(room);
    };
  }

  #raiseHere(room: string, personId: string, raised: boolean): void {
    const entry = this.#local.get(room)?.get(personId);
    if (!entry || entry.handRaised === raised) return;
    entry.handRaised = raised;
    this.#toldAnew(room, personId);
  }

  #toldAnew(room: string, personId: string): void {
    this.#tell(room, personId);
    this.#wake(room);
  }

  /** Says who is here, of one person or of all. */
  #tell(room: string, only?: string): void {
    const told = [...(this.#local.get(room) ?? [])]
      .filter(([personId]) => only === undefined || personId === only)
      .map(([personId, { since, handRaised, screens }]): Told => [personId, since.getTime(), handRaised, screens]);
    for (let at = 0; at < told.length; at += peopleInMessage)
      this.#say([this.#instance, 'at', room, told.slice(at, at + peopleInMessage)]);
  }

  #say(message: Message): void {
    this.backplane.say(JSON.stringify(message));
  }

  #hear(message: Message): void {
    if (message[0] === this.#instance) return;
    if (message[1] === 'hand') return this.#raiseHere(message[2], message[3], message[4]);
    const [instance, , room, people] = message;
    const known = this.#remote.get(room) ?? new Map<string, RemoteEntry>();
    const until = performance.now() + this.times.holds;
    let news = false;
    for (const [personId, since, handRaised, screens] of people) {
      const key = `${instance} ${personId}`;
      const before = known.get(key);
      if (before?.screens !== (screens || undefined) || before?.handRaised !== (screens ? handRaised : undefined))
        news = true;
      if (screens === 0) known.delete(key);
      else known.set(key, { instance, personId, since: new Date(since), handRaised, screens, until });
    }
    if (known.size === 0) this.#remote.delete(room);
    else this.#remote.set(room, known);
    if (news) this.#wake(room);
  }

  #beat(): void {
    for (const room of this.#local.keys()) this.#tell(room);
    const now = performance.now();
    for (const [room, people] of this.#remote) {
      const before = people.size;
      for (const [key, { until }] of people) if (until < now) people.delete(key);
      if (people.size === 0) this.#remote.delete(room);
      if (people.size < before) this.#wake(room);
    }
  }

  #wake(room: string): void {
    if (this.#changed.has(room) || !this.#followers.has(room)) return;
    const wake = () => {
      this.#changed.delete(room);
      for (const changed of this.#followers.get(room) ?? []) changed();
    };
    this.#changed.set(room, setTimeout(wake, this.times.gather).unref());
  }
}
