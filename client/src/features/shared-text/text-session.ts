import { HocuspocusProvider } from '@hocuspocus/provider';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { Connection } from '../live/connection.ts';
import { databaseName, forgetCopy, localCopies, noteCopy, openTexts, tellCopies } from './local-copies.ts';
import { linesOf, missingFrom } from './text-nodes.ts';
import { holdTextSocket, type TextSocket } from './text-socket.ts';
import { freshState, type ServerWord, type TextState, type TextTrouble } from './text-state.ts';

export interface TextOrder {
  /** The name of the document. */
  name: string;
  personId: string;
  /** What people call it. */
  label: string;
  /** Is a copy kept on this device? Only for who writes. */
  keep: boolean;
  connection: Connection;
  /** Hears that the server no longer takes these words; they stay noted on this device until somebody deals with them. */
  onRefusedText: ((text: string) => void) | undefined;
}

/** A document with what ties it to the server and to this device. */
interface Copy {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly local: IndexeddbPersistence | null;
}

/** Words that the server gives when it does not take a change for what it is; anything else means that the text is closed. */
const troubles: readonly string[] = ['TOO_LARGE', 'MALFORMED'] satisfies TextTrouble[];
/** How long this device may take to give what it has. */
const localPatience = 1_000;
/** How long the server may take before what this device has is shown alone. */
const patience = 1_500;
/** Typing settles this long before the server is asked whether it has everything. */
const settle = 120;

/**
 * One text that is open: the document, its copy on this device, its line to the server and how it stands. “Saved” is only what the server
 * answers to a mark: it handles what comes over one line in order, so everything sent before the mark is committed then.
 */
export class TextSession {
  readonly #order: TextOrder;
  readonly #socket: TextSocket;
  readonly #listeners = new Set<() => void>();
  #copy: Copy;
  #state = freshState;
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Counts the changes made here. */
  #version = 0;
  /** Counts the times that the line was opened: an answer over an earlier one says nothing. */
  #line = 0;
  #ended = false;

  constructor(order: TextOrder) {
    this.#order = order;
    this.#socket = holdTextSocket(order.connection);
    openTexts.add(order.name);
    this.#state = { ...freshState, unsent: localCopies(order.personId)[order.name]?.unsent ?? false };
    this.#copy = this.#open();
    this.#after('patience', patience, () => this.#set({ ready: true }));
  }

  /** The document now; another one after the server has refused what was written. */
  get doc(): Y.Doc {
    return this.#copy.doc;
  }

  get provider(): HocuspocusProvider {
    return this.#copy.provider;
  }

  readonly get = (): TextState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Closes the text. What was written stays on this device until the server has it. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    openTexts.delete(this.#order.name);
    for (const name of this.#timers.keys()) this.#clear(name);
    this.#close();
    this.#socket.release();
  }

  #open(): Copy {
    const doc = new Y.Doc();
    const { name, personId, keep } = this.#order;
    const local = keep && 'indexedDB' in window ? new IndexeddbPersistence(databaseName(personId, name), doc) : null;
    const provider = this.#lineOf(doc, () => this.#synced());
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== provider && (origin !== local || provider.isSynced)) this.#changed();
    });
    // First what this device has, so that the first thing the server gets is all there is.
    const attach = (): void => {
      this.#clear('local');
      if (!this.#ended) provider.attach();
    };
    if (local) {
      this.#after('local', localPatience, attach);
      void this.#fromDevice(local, attach);
    } else queueMicrotask(attach);
    return { doc, provider, local };
  }

  async #fromDevice(local: IndexeddbPersistence, attach: () => void): Promise<void> {
    await local.whenSynced;
    attach();
    if (this.#ended || this.#copy.local !== local) return;
    noteCopy(this.#order.personId, this.#order.name, { label: this.#order.label });
    this.#set({ onDevice: true, ready: this.#state.ready || local.doc.store.clients.size > 0 });
  }

  /** The line of a document to the server. */
  #lineOf(doc: Y.Doc, onSynced: () => void): HocuspocusProvider {
    return new HocuspocusProvider({
      name: this.#order.name,
      document: doc,
      websocketProvider: this.#socket.websocket,
      // A view that is closed and one that is opened at once must not be taken for each other.
      sessionAwareness: true,
      onSynced,
      onClose: ({ event }) => this.#closed(event.reason),
      onAuthenticationFailed: ({ reason }) => this.#denied(reason),
      onStateless: ({ payload }) => this.#hear(JSON.parse(payload) as ServerWord),
    });
  }

  #close(): void {
    this.#copy.provider.destroy();
    void this.#copy.local?.destroy();
    this.#copy.doc.destroy();
  }

  #changed(): void {
    this.#version += 1;
    if (!this.#state.unsent && this.#order.keep) noteCopy(this.#order.personId, this.#order.name, { unsent: true });
    this.#set({ unsent: true });
    this.#after('ask', settle, () => this.#ask());
  }

  #synced(): void {
    this.#line += 1;
    this.#clear('patience');
    this.#set({ connected: true, ready: true });
    this.#ask();
  }

  /** Asks whether all that was sent so far is committed. Without a line nothing is asked: coming back asks. */
  #ask(): void {
    if (!this.#copy.provider.isSynced) return;
    this.#copy.provider.sendStateless(JSON.stringify({ ask: 'saved', mark: `${this.#line}.${this.#version}` }));
  }

  #hear(word: ServerWord): void {
    if ('access' in word) return this.#set({ access: word.access });
    if ('refused' in word) return this.#refused(word.refused);
    if (word.saved !== `${this.#line}.${this.#version}`) return;
    if (this.#order.keep) noteCopy(this.#order.personId, this.#order.name, { unsent: false });
    this.#set({ unsent: false, savedAt: this.#version > 0 || this.#state.unsent ? word.at : this.#state.savedAt });
  }

  #closed(reason: string): void {
    // What still waits to be sent goes over the next line, before that has caught up: its answer would say too much.
    this.#line += 1;
    this.#set({ connected: false });
    if (reason === 'NOT_YOURS') this.#denied(reason);
  }

  #denied(reason: string): void {
    if (reason === 'NOT_YOURS') {
      this.#close();
      this.#wipe();
      this.#set({ trouble: 'NOT_YOURS', access: null, unsent: false });
    }
    if (reason === 'TOO_MANY') this.#set({ trouble: 'TOO_MANY' });
  }

  #refused(reason: string): void {
    if (troubles.includes(reason)) this.#set({ trouble: reason as TextTrouble });
    else this.#takeBack();
  }

  /**
   * The text takes nothing from here any more. What the server has is opened anew, and the lines that it does not have are handed over
   * before the copy on this device goes.
   */
  #takeBack(): void {
    const { name, personId, label } = this.#order;
    const written = linesOf(this.#copy.doc);
    const before = this.#copy;
    before.provider.destroy();
    const doc = new Y.Doc();
    const provider = this.#lineOf(doc, () => {
      if (this.#copy.doc === doc) return this.#synced();
      const lost = missingFrom(linesOf(doc), written).join('\n');
      void before.local?.clearData();
      before.doc.destroy();
      this.#copy = { doc, provider, local: null };
      if (lost === '') forgetCopy(personId, name);
      else noteCopy(personId, name, { unsent: false, label, refused: lost });
      this.#set({ connected: true, ready: true, unsent: false, onDevice: false, access: 'read' });
      this.#handOver();
    });
    provider.attach();
  }

  /** Tells that words were refused. They stay noted on this device, where the shell offers them until somebody has dealt with them. */
  #handOver(): void {
    const { name, personId, onRefusedText } = this.#order;
    const refused = localCopies(personId)[name]?.refused;
    if (refused === undefined) return;
    tellCopies();
    onRefusedText?.(refused);
  }

  #wipe(): void {
    const { personId, name } = this.#order;
    forgetCopy(personId, name);
    void this.#copy.local?.clearData();
  }

  #set(change: Partial<TextState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #after(name: string, delay: number, act: () => void): void {
    this.#clear(name);
    this.#timers.set(name, setTimeout(act, delay));
  }

  #clear(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}
