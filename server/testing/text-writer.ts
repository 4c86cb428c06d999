import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { textField } from '../src/platform/collab/text-blocks.ts';

/** What the server said beside the text. */
export interface Heard {
  /** Why it was not let in; null as long as it was not refused. */
  deniedBecause: string | null;
  /** What it may do and why no more, the last word of the server. */
  access: { access: string; because: string | null } | null;
  /** Why a change was refused. */
  refused: string[];
  /** Why the document was closed. */
  closedBecause: string[];
  /** Codes with which the socket was closed. */
  closeCodes: number[];
}

/** Somebody who writes in one document, as the client of the app does. */
export interface TextWriter {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly heard: Heard;
  /** Adds a paragraph. */
  write(text: string): void;
  /** The paragraphs, in order. */
  paragraphs(): string[];
  /** Resolves when the server says that all of this is committed. */
  saved(): Promise<void>;
  /** Resolves when this holds. */
  until(condition: () => boolean): Promise<void>;
  /** Cuts the line; resolves when both sides of it know. */
  goOffline(): Promise<void>;
  goOnline(): void;
  stop(): void;
}

/** A busy machine gets its time: this is a net, not a measure. */
const patience = { timeout: 20_000, interval: 10 };

/** @param doc what was kept on the device, when this is somebody who comes back */
export function textWriter(
  address: { readonly url: string },
  cookie: string,
  name: string,
  doc: Y.Doc = new Y.Doc(),
): TextWriter {
  class SocketWithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { ...(cookie && { cookie }), origin: address.url } });
      // One that is closed before it stands says so as an error, and nobody waits for it any more.
      this.on('error', () => undefined);
    }
  }
  const heard: Heard = { deniedBecause: null, access: null, refused: [], closedBecause: [], closeCodes: [] };
  const saved = new Set<string>();
  const socket = new HocuspocusProviderWebsocket({
    url: `${address.url.replace('http', 'ws')}/collab`,
    WebSocketPolyfill: SocketWithCookie,
    delay: 50,
    minDelay: 20,
    maxDelay: 200,
    onClose: ({ event }) => void heard.closeCodes.push(event.code),
  });
  const provider = new HocuspocusProvider({
    name,
    document: doc,
    websocketProvider: socket,
    sessionAwareness: true,
    onAuthenticationFailed: ({ reason }) => (heard.deniedBecause = reason),
    onClose: ({ event }) => void heard.closedBecause.push(event.reason),
    onStateless: ({ payload }) => {
      const word = JSON.parse(payload) as {
        saved?: string;
        refused?: string;
        access?: string;
        because?: string | null;
      };
      // A question that was left over from an earlier line is asked before this one has caught up.
      if (word.saved?.startsWith(`${socket.identifier}.`)) saved.add(word.saved);
      if (word.refused !== undefined) heard.refused.push(word.refused);
      if (word.access !== undefined) heard.access = { access: word.access, because: word.because ?? null };
    },
  });
  provider.attach();
  const fragment = doc.getXmlFragment(textField);
  let marks = 0;
  const until = (condition: () => boolean) =>
    vi.waitUntil(condition, patience).then(
      () => undefined,
      () => Promise.reject(new Error(`It never came: ${condition.toString()} ${JSON.stringify(heard)}`)),
    );
  return {
    doc,
    provider,
    heard,
    write(text) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      fragment.push([paragraph]);
    },
    paragraphs: () => fragment.toArray().map((one) => (one as Y.XmlElement).toArray().join('')),
    until,
    async saved() {
      await until(() => provider.isSynced);
      const mark = `${socket.identifier}.${(marks += 1)}`;
      provider.sendStateless(JSON.stringify({ ask: 'saved', mark }));
      await until(() => saved.has(mark));
    },
    async goOffline() {
      socket.disconnect();
      await until(() => !provider.isSynced);
    },
    goOnline: () => void socket.connect(),
    stop() {
      provider.destroy();
      socket.destroy();
    },
  };
}
