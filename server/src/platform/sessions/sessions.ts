import type { SqlEntityManager } from '@mikro-orm/sql';
import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';

/** How long a session lives. */
export interface SessionTerms {
  /** Milliseconds without a request after which it ends. */
  readonly idle: number;
  /** Milliseconds after signing in at which it ends, used or not. */
  readonly absolute: number;
}

const defaultTerms: SessionTerms = { idle: 12 * 3_600_000, absolute: 7 * 24 * 3_600_000 };

/** A session that is alive now. */
export interface LiveSession {
  readonly idHash: string;
  readonly personId: string;
}

/** What is kept of a session id: whoever reads the database can not sign in with it. */
function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

/** Writing the moment of every request would make each read a write; a minute is exact enough. */
const touchEvery = 60_000;

/** Opaque server-side sessions. Nothing about the person is in the id. */
export class Sessions {
  readonly #ended = new Set<(idHash: string) => void>();
  readonly #touched = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly now: () => Date,
    private readonly terms: SessionTerms = defaultTerms,
  ) {}

  /**
   * Begins a session. The one that came with the request ends, so that an id fixed by somebody else is worth nothing.
   * @returns the new session id: 256 random bits, for the cookie.
   */
  async begin(personId: string, replacing: string | null): Promise<string> {
    const sessionId = randomBytes(32).toString('base64url');
    const now = this.now();
    const expires = new Date(now.getTime() + this.terms.absolute);
    const em = this.database.fork();
    await em.execute(
      'insert into session (id_hash, person_id, created_at, last_seen_at, expires_at) values (?, ?, ?, ?, ?)',
      [hashOf(sessionId), personId, now, now, expires],
    );
    if (replacing !== null) await this.end(replacing);
    await em.execute('delete from session where expires_at < ?', [now]);
    return sessionId;
  }

  /** Ends a session everywhere: the cookie is dead at once and its sockets close. */
  async end(idHash: string): Promise<void> {
    await this.database.fork().execute('delete from session where id_hash = ?', [idHash]);
    this.#touched.delete(idHash);
    for (const listener of this.#ended) listener(idHash);
  }

  /** The session of an id that a client sent; null when there is none, or it is over. */
  async find(sessionId: string | undefined): Promise<LiveSession | null> {
    if (!sessionId) return null;
    const [session] = await this.alive([hashOf(sessionId)]);
    if (!session) return null;
    await this.#touch(session.idHash);
    return session;
  }

  /** Of these sessions, those that are alive now, in one statement. */
  async alive(idHashes: readonly string[], em: SqlEntityManager = this.database.fork()): Promise<LiveSession[]> {
    if (idHashes.length === 0) return [];
    const now = this.now();
    const idleSince = new Date(now.getTime() - this.terms.idle);
    const marks = idHashes.map(() => '?').join(', ');
    return em.execute<LiveSession[]>(
      `select id_hash as "idHash", person_id as "personId" from session where id_hash in (${marks}) and expires_at > ? and last_seen_at > ?`,
      [...idHashes, now, idleSince],
    );
  }

  /** Calls back when a session ends on this instance. @returns a function that stops it. */
  onEnd(listener: (idHash: string) => void): () => void {
    this.#ended.add(listener);
    return () => this.#ended.delete(listener);
  }

  async #touch(idHash: string): Promise<void> {
    const now = this.now();
    if (now.getTime() - (this.#touched.get(idHash) ?? 0) < touchEvery) return;
    this.#touched.set(idHash, now.getTime());
    if (this.#touched.size > 10_000) this.#touched.clear();
    await this.database.fork().execute('update session set last_seen_at = ? where id_hash = ?', [now, idHash]);
  }
}
