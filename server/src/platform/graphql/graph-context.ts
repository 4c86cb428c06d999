import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type DataLoader from 'dataloader';
import type { ProblemData } from '../commands/refusal.ts';
import type { Json } from '../database/json.ts';
import type { Streams, StreamViewer } from '../streams/stream.ts';
import type { Transaction } from '../streams/transaction.ts';
import type { Logger } from 'pino';
import type { TextKinds } from '../collab/text-kind.ts';
import type { CommandRunner } from '../commands/command-runner.ts';
import type { Database } from '../database/database.ts';
import type { FileStore } from '../files/file-store.ts';
import type { HttpRoutes } from '../http/http-routes.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Presence } from '../presence/presence.ts';
import type { MailComposers } from '../mail/mail-composers.ts';
import type { Attempts } from '../sessions/attempts.ts';
import type { SessionCookie } from '../sessions/session-cookie.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { AbilityDecision, AbilityFact } from './abilities.ts';
import type { CursorSigner } from './cursor.ts';

/** What the platform must know of the person who asks; the room of people knows more. */
export interface GraphViewer extends StreamViewer {
  readonly personId: string;
  /** Chosen by the person, or else null: then the request decides. */
  readonly chosenLocale: MessageLocale | null;
}

/** The session that came with a request. */
export interface SessionFacts {
  readonly idHash: string;
  readonly personId: string;
}

/** What a resolver may know of the request it serves. */
export interface RequestFacts {
  /** Ties log lines to an answer: stands in `extensions.requestId` of an internal error. */
  readonly requestId: string;
  readonly acceptLanguage: string | undefined;
  /** Address of the client; from a forwarded header only when a proxy is configured. */
  readonly address: string;
  /** Did any header of a proxy come with it? Personas are refused then. */
  readonly forwarded: boolean;
  /** Puts a cookie on the answer; does nothing over a WebSocket. */
  setCookie(value: string): void;
}

/** What a command gave (plain ids), and the problems when it was refused: the source of every payload. */
export type Outcome<R> = Partial<R> & { readonly problems: readonly ProblemData[] };

/**
 * All that a resolver gets. A fresh one for every request and for every event of a subscription: loaders, entities and
 * rights never outlive one answer.
 */
export interface GraphContext<V extends GraphViewer = GraphViewer> {
  readonly platform: Platform<V>;
  readonly request: RequestFacts;
  /** For reading; changes are made in `command`. */
  readonly em: SqlEntityManager;
  readonly session: SessionFacts | null;
  readonly viewer: V | null;
  readonly locale: MessageLocale;
  now(): Date;
  /** @returns the viewer. @throws Unauthenticated without one. */
  requireViewer(): V;
  /**
   * One loader for each `name` in this context. `batch` gets all keys asked for in one tick and gives what it found;
   * a key that is left out gives null.
   */
  loader<T>(
    name: string,
    batch: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  ): DataLoader<string, T | null>;
  /** The node of this type and bare UUID, or null when it is not there or not the viewer's. */
  node(type: string, id: string | null | undefined): Promise<object | null>;
  /** Like `node` for many, in the same order; those that are not there or not the viewer's are left out. */
  nodes(type: string, ids: readonly string[]): Promise<object[]>;
  /** Begins a session for this person, hands out its cookie and goes on as them. Whoever calls this has checked who it is. */
  signIn(personId: string): Promise<void>;
  /** Ends the session, if there is one, and takes the cookie back. */
  signOut(): Promise<void>;
  /** Reads session and rights anew, for example after they changed in this very request. */
  become(session: SessionFacts | null): Promise<void>;
  /** What the viewer may do with a source of a type on which rooms register verbs. */
  abilities(type: string, source: object): AbilityFact[];
  /**
   * Runs a use case as the viewer: one transaction, its events, its idempotency record. A `Refusal` becomes `problems`;
   * afterwards nothing that was read before is remembered, so that the payload shows what is committed.
   */
  command<R extends { [key: string]: Json }>(
    name: string,
    input: unknown,
    idempotencyKey: string | null | undefined,
    work: (tx: Transaction) => Promise<R>,
  ): Promise<Outcome<R>>;
}

/** One kind of node and the one place where its visibility is decided. */
export interface NodeKind<C = GraphContext> {
  /** Name of the GraphQL type: `Bottleneck`. */
  readonly type: string;
  /** Name of the kind in events and streams: `bottleneck`. */
  readonly kind: string;
  /**
   * Loads, in bulk and in a constant number of statements, those of `ids` that exist **and** that the viewer of `context`
   * may see. Whatever is left out does not exist for this viewer. The keys are bare UUIDs.
   */
  load(context: C, ids: readonly string[]): Promise<ReadonlyMap<string, object>>;
}

/** All kinds of nodes, by GraphQL type and by the kind that events use. */
export interface Nodes<V extends GraphViewer> {
  register(node: NodeKind<GraphContext<V>>): void;
  ofType(type: string): NodeKind<GraphContext<V>> | undefined;
  ofKind(kind: string): NodeKind<GraphContext<V>> | undefined;
  kinds(): string[];
}

/** Verbs that rooms add to a type of an earlier room; see ability-registry.ts. */
export interface Abilities<V extends GraphViewer> {
  register<S extends object>(
    type: string,
    verb: string,
    decide: (context: GraphContext<V>, viewer: V, source: S) => AbilityDecision,
  ): void;
  of(context: GraphContext<V>, type: string, source: object): AbilityFact[];
}

/** How this server is set up, as far as rooms may know. */
export interface PlatformSettings {
  /** The demo: personas, fictional rows, open introspection. */
  readonly demo: boolean;
  /** Personas are refused at a public address, whatever `demo` says. */
  readonly personasAllowed: boolean;
  /** The address that people type; undefined: whatever host they came to. */
  readonly publicUrl: URL | undefined;
  /** The address for links that leave the server without a request, such as those in mail. */
  readonly origin: string;
  /** Megabytes that one upload may have. */
  readonly uploadMegabytes: number;
}

/** Everything that is built once and handed down; no room builds one of these itself. */
export interface Platform<V extends GraphViewer = GraphViewer> {
  readonly settings: PlatformSettings;
  readonly database: Database;
  readonly commands: CommandRunner;
  readonly streams: Streams<V>;
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  readonly attempts: Attempts;
  readonly nodes: Nodes<V>;
  readonly abilities: Abilities<V>;
  readonly cursors: CursorSigner;
  /** Paths that rooms answer themselves. */
  readonly http: HttpRoutes<GraphContext<V>>;
  /** Where uploaded contents lie. */
  readonly files: FileStore;
  /** Texts that people write together. */
  readonly collab: TextKinds<GraphContext<V>>;
  /** Who writes which mail. */
  readonly mail: MailComposers;
  /** Work that comes round. */
  readonly jobs: Jobs;
  /** Who looks at what, now. */
  readonly presence: Presence;
  readonly log: Logger;
  now(): Date;
  /** The person with all that rights are decided from, read now; null when there is no such person. */
  loadViewer(em: SqlEntityManager, personId: string): Promise<V | null>;
}
