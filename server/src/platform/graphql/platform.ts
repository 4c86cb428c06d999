import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Logger } from 'pino';
import type { CommandRunner } from '../commands/command-runner.ts';
import type { Database } from '../database/database.ts';
import type { Attempts } from '../sessions/attempts.ts';
import type { SessionCookie } from '../sessions/session-cookie.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Streams } from '../streams/stream.ts';
import type { AbilityRegistry } from './abilities.ts';
import type { CursorSigner } from './cursor.ts';
import type { GraphViewer } from './graph-context.ts';
import type { NodeRegistry } from './node-registry.ts';

/** How this server is set up, as far as rooms may know. */
export interface PlatformSettings {
  /** The demo: personas, fictional rows, open introspection. */
  readonly demo: boolean;
  /** Personas are refused at a public address, whatever `demo` says. */
  readonly personasAllowed: boolean;
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
  readonly nodes: NodeRegistry<V>;
  readonly abilities: AbilityRegistry<V>;
  readonly cursors: CursorSigner;
  readonly log: Logger;
  now(): Date;
  /** The person with all that rights are decided from, read now; null when there is no such person. */
  loadViewer(em: SqlEntityManager, personId: string): Promise<V | null>;
}
