import * as Y from 'yjs';
import { textField } from './text-nodes.ts';

/** Message types, as Hocuspocus numbers them. */
const [sync, awareness, auth, stateless, close, status] = [0, 1, 2, 5, 7, 8];

class Reader {
  #at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  number(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.#at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  piece(): Uint8Array {
    const length = this.number();
    return this.bytes.slice(this.#at, (this.#at += length));
  }

  words = (): string => new TextDecoder().decode(this.piece());
}

function numberOf(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
const pieceOf = (bytes: Uint8Array): number[] => [...numberOf(bytes.length), ...bytes];
const wordsOf = (words: string): number[] => pieceOf(new TextEncoder().encode(words));

/** A server of texts inside the page: one document, kept like the real one keeps it, and a line that a test can cut. */
export class FakeTextServer {
  readonly doc = new Y.Doc();
  /** What it says at the door: null lets people in. */
  denies: string | null = null;
  access: { access: 'write' | 'read'; because: string | null } = { access: 'write', because: null };
  /** As long as this is set, no change is kept, for this reason. */
  refuses: string | null = null;
  /** Does it answer whether everything is kept? */
  answers = true;
  /** Is there a network? */
  reachable = true;
  opened = 0;
  readonly #sockets = new Set<FakeSocket>();

  /** What `WebSocket` is while this server is there. */
  get Socket(): typeof WebSocket {
    // oxlint-disable-next-line typescript/no-this-alias -- the class below has a `this` of its own
    const server = this;
    return class extends FakeSocket {
      constructor(_url: string) {
        super(server);
        server.arrive(this);
      }
    } as unknown as typeof WebSocket;
  }

  /** The paragraphs that are kept. */
  lines(): string[] {
    return this.doc
      .getXmlFragment(textField)
      .toArray()
      .map((one) => (one as Y.XmlElement).toArray().join(''));
  }

  /** Somebody else writes a paragraph. */
  write(text: string): Y.XmlText {
    const before = Y.encodeStateVector(this.doc);
    const paragraph = new Y.XmlElement('paragraph');
    const words = new Y.XmlText(text);
    paragraph.insert(0, [words]);
    this.doc.getXmlFragment(textField).push([paragraph]);
    const change = Y.encodeStateAsUpdate(this.doc, before);
    this.#toAll([sync, 2, ...pieceOf(change)]);
    return words;
  }

  /** Somebody else puts their caret after the third letter of these words. */
  putCaret(name: string, words: Y.XmlText): void {
    const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(words, 3, -1)) as object;
    const state = JSON.stringify({ user: { name, tone: 1 }, cursor: { anchor: at, head: at } });
    this.#toAll([awareness, ...pieceOf(Uint8Array.from([1, ...numberOf(4_711), 1, ...wordsOf(state)]))]);
  }

  say(word: object): void {
    this.#toAll([stateless, ...wordsOf(JSON.stringify(word))]);
  }

  /** Leaves the document, as when a right is taken away. */
  leave(reason: string): void {
    this.denies = reason;
    this.#toAll([close, ...wordsOf(reason)]);
  }

  /** The network goes: nothing comes or leaves. */
  cut(): void {
    this.reachable = false;
    for (const socket of this.#sockets) socket.lose();
    this.#sockets.clear();
  }

  #toAll(content: number[]): void {
    for (const socket of this.#sockets)
      for (const address of socket.addresses) socket.deliver([...wordsOf(address), ...content]);
  }

  arrive(socket: FakeSocket): void {
    queueMicrotask(() => {
      if (!this.reachable) return socket.lose();
      this.opened += 1;
      this.#sockets.add(socket);
      socket.open();
    });
  }

  hear(socket: FakeSocket, bytes: Uint8Array): void {
    const reader = new Reader(bytes);
    const address = reader.words();
    const reply = (...content: number[]): void => socket.deliver([...wordsOf(address), ...content]);
    const type = reader.number();
    if (type === auth) return this.#admit(socket, address, reply);
    if (type === close) return void socket.addresses.delete(address);
    if (type === stateless) {
      const { mark } = JSON.parse(reader.words()) as { mark: string };
      const word = { saved: mark, at: '2026-12-10T14:09:00.000Z' };
      if (this.answers && this.refuses === null) reply(stateless, ...wordsOf(JSON.stringify(word)));
    }
    if (type !== sync) return undefined;
    const step = reader.number();
    const content = reader.piece();
    if (step === 0) {
      reply(sync, 0, ...pieceOf(Y.encodeStateVector(this.doc)));
      return reply(sync, 1, ...pieceOf(Y.encodeStateAsUpdate(this.doc, content)));
    }
    return this.#keep(content, reply);
  }

  #admit(socket: FakeSocket, address: string, reply: (...content: number[]) => void): void {
    if (this.denies !== null) return reply(auth, 1, ...wordsOf(this.denies));
    socket.addresses.add(address);
    reply(auth, 2, ...wordsOf(this.access.access === 'read' ? 'readonly' : 'read-write'));
    return reply(stateless, ...wordsOf(JSON.stringify(this.access)));
  }

  #keep(change: Uint8Array, reply: (...content: number[]) => void): void {
    const refused = this.refuses ?? (this.access.access === 'read' ? this.access.because : null);
    if (refused === null) Y.applyUpdate(this.doc, change);
    else if (!Y.snapshotContainsUpdate(Y.snapshot(this.doc), change))
      reply(stateless, ...wordsOf(JSON.stringify({ refused })));
    reply(status, refused === null ? 1 : 0);
  }
}

class FakeSocket extends EventTarget {
  binaryType = 'arraybuffer';
  readyState = 0;
  readonly addresses = new Set<string>();
  readonly #server: FakeTextServer;

  constructor(server: FakeTextServer) {
    super();
    this.#server = server;
  }

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  send(data: Uint8Array): void {
    if (this.readyState === 1) queueMicrotask(() => this.#server.hear(this, data));
  }

  deliver(bytes: number[]): void {
    if (this.readyState !== 1) return;
    this.dispatchEvent(new MessageEvent('message', { data: Uint8Array.from(bytes).buffer }));
  }

  lose(): void {
    this.close();
  }

  close(code = 1006): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    queueMicrotask(() => this.dispatchEvent(new CloseEvent('close', { code })));
  }
}
