import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Sessions } from '../sessions/sessions.ts';

/** How often sessions of open sockets are looked up: they may end on another instance, or by time. */
const lookEvery = 400;

/** Closes sockets whose session is over: at once when it ends here, within half a second when it ends elsewhere. */
export class SocketSessions {
  readonly #open = new Map<string, Set<WebSocket>>();
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly log: Logger,
  ) {
    this.#unsubscribe = sessions.onEnd((idHash) => this.#close(idHash));
  }

  add(idHash: string, socket: WebSocket): void {
    const sockets = this.#open.get(idHash) ?? new Set<WebSocket>();
    this.#open.set(idHash, sockets.add(socket));
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0 && this.#open.get(idHash) === sockets) this.#open.delete(idHash);
    });
    this.#timer ??= setTimeout(() => void this.#look(), lookEvery).unref();
  }

  stop(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
    this.#open.clear();
  }

  async #look(): Promise<void> {
    try {
      const known = [...this.#open.keys()];
      const alive = new Set((await this.sessions.alive(known)).map((session) => session.idHash));
      for (const idHash of known) if (!alive.has(idHash)) this.#close(idHash);
    } catch (error) {
      // The database is away: nothing is delivered either, and the next look tells.
      this.log.debug({ err: error }, 'Sessions could not be looked up');
    }
    this.#timer = this.#open.size > 0 ? setTimeout(() => void this.#look(), lookEvery).unref() : undefined;
  }

  #close(idHash: string): void {
    for (const socket of this.#open.get(idHash) ?? []) socket.close(4401, 'Unauthorized');
    this.#open.delete(idHash);
  }
}
