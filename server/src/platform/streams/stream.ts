import type { SqlEntityManager } from '@mikro-orm/sql'
import type { Frame, Reference, StoredEvent } from './event.ts'
import type { Transaction } from './transaction.ts'

/** What `streams` must know of the person who looks; modules know more. */
export interface StreamViewer {
  personId: string
}

/** The rights of one kind of stream, asked again at every delivery. */
export interface StreamKind<V extends StreamViewer = StreamViewer> {
  /** Whether the viewer may hear this stream at all. */
  mayFollow(viewer: V, streamId: string): Promise<boolean>
  /** Of these events, the ids of those the viewer may see; asked in bulk. */
  visible(viewer: V, events: readonly StoredEvent[]): Promise<ReadonlySet<string>>
}

/** The rights of one kind of subject, for its timeline. */
export interface SubjectKind<V extends StreamViewer = StreamViewer> {
  /** Of these events on the subject's timeline, the ids of those the viewer may see; asked in bulk. */
  visible(viewer: V, subject: Reference, events: readonly StoredEvent[]): Promise<ReadonlySet<string>>
}

/** What follows from events after their commit: inboxes, search text, summaries. */
export interface Projector {
  /** Types of event. */
  handles: readonly string[]
  /** Called with events in order of number within each stream; exactly once for each event that is kept. */
  project(tx: Transaction, events: readonly StoredEvent[]): Promise<void>
}

export interface TimelineRequest {
  first: number
  /** The cursor of the last row of the page before. */
  before?: string | undefined
}

export interface TimelinePage {
  entries: readonly { cursor: string; event: StoredEvent }[]
  hasMore: boolean
}

export interface Streams<V extends StreamViewer = StreamViewer> {
  registerKind(kind: string, rights: StreamKind<V>): void
  registerSubject(kind: string, rights: SubjectKind<V>): void
  registerProjector(name: string, projector: Projector): void
  /**
   * Every event after the cursor that the viewer may see, then every new one, without gap or double.
   * Ends when the viewer may no longer follow, when the reader is too slow, and at `stop`.
   * @throws StreamRefused (`NOT_FOUND`, `BAD_CURSOR`) at the first `next()`.
   */
  follow(viewer: V, stream: Reference, after?: string): AsyncIterableIterator<Frame>
  /** The newest events on the subject's timeline that the viewer may see, newest first. */
  timeline(em: SqlEntityManager, viewer: V, subject: Reference, request: TimelineRequest): Promise<TimelinePage>
  /** Starts listening, polling and projecting. */
  start(): Promise<void>
  /** Resolves when every projector has handled every event committed so far. */
  drain(): Promise<void>
  /** Ends followers and projectors, and lets work in hand finish. */
  stop(): Promise<void>
}
