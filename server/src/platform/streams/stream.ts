import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Frame, Reference, StoredEvent } from './event.ts';
import type { Transaction } from './transaction.ts';
import type { Woken } from './wake-ups.ts';

/** What `streams` must know of the person who looks; modules know more. */
export interface StreamViewer {
  personId: string;
}

/** The rights of one kind of stream, asked again at every delivery. */
export interface StreamKind<V extends StreamViewer = StreamViewer> {
  /** Whether the viewer may hear this stream at all. */
  mayFollow(viewer: V, streamId: string): Promise<boolean>;
  /** Of these events, the ids of those the viewer may see; asked in bulk. */
  visible(viewer: V, events: readonly StoredEvent[]): Promise<ReadonlySet<string>>;
}

/** The rights of one kind of subject, for its timeline. */
export interface SubjectKind<V extends StreamViewer = StreamViewer> {
  /** Of these events on the subject's timeline, the ids of those the viewer may see; asked in bulk. */
  visible(viewer: V, subject: Reference, events: readonly StoredEvent[]): Promise<ReadonlySet<string>>;
}

/** What follows from events after their commit: inboxes, search text, summaries. */
export interface Projector {
  /** Types of event. */
  handles: readonly string[];
  /**
   * Called after the commit, with events in order within the batch. What is written through `tx` counts
   * exactly once for each event. Between batches there is no order: one that failed comes again later.
   */
  project(tx: Transaction, events: readonly StoredEvent[]): Promise<void>;
}

export interface TimelineRequest {
  first: number;
  /** The cursor of the last row of the page before. */
  before?: string | undefined;
}

export interface TimelinePage {
  entries: readonly { cursor: string; event: StoredEvent }[];
  /** There may be more behind `endCursor`: perhaps only what is hidden from this viewer. */
  hasMore: boolean;
  endCursor: string | null;
}

export interface Streams<V extends StreamViewer = StreamViewer> {
  registerKind(kind: string, rights: StreamKind<V>): void;
  registerSubject(kind: string, rights: SubjectKind<V>): void;
  registerProjector(name: string, projector: Projector): void;
  /**
   * Every event after the cursor that the viewer may see, then every new one, without gap or double;
   * without a cursor only what is new from the first `next()` on.
   * `next()` throws StreamRefused when it cannot begin (`NOT_FOUND`, `BAD_CURSOR`) and when it is over:
   * the viewer may no longer follow (`NOT_FOUND`), the reader is too slow, the server stops.
   */
  follow(viewer: V, stream: Reference, after?: string): AsyncIterableIterator<Frame>;
  /** The newest events on the subject's timeline that the viewer may see, newest first. */
  timeline(em: SqlEntityManager, viewer: V, subject: Reference, request: TimelineRequest): Promise<TimelinePage>;
  /** The cursor of the present, to start following from; read it no later than what it goes with. */
  cursorNow(em: SqlEntityManager, stream: Reference): Promise<string>;
  /**
   * Hears, after a commit on any instance, in which streams there may be something new. Only a hint, and one that may get lost: what is
   * new is read from the rows, and whoever must not miss it looks by themselves now and then. @returns how to stop hearing
   */
  onNews(listener: (streams: Woken) => void): () => void;
  /** Tells every instance that something outside the events is new, after its commit. */
  tell(news: readonly Reference[]): void;
  /** Whether the database was seen lately; when not, followers may be behind without knowing. */
  isLive(): boolean;
  /** Starts listening, polling and projecting. */
  start(): Promise<void>;
  /** Resolves when no projector has anything to do (what waits after a failure does not count). */
  drain(): Promise<void>;
  /** Ends followers and projectors, and lets work in hand finish. */
  stop(): Promise<void>;
}
