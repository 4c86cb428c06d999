import { Connection } from './connection.ts';
import type { Following, Live } from './live.ts';
import type { StreamRef } from './live-event.ts';

/** Milliseconds before what did not come is asked for again. */
const retryAfter = 2_000;

/**
 * The feed as the first page knows it: socket, subscriptions and what follows them come when somebody is signed in. A network that is
 * away holds up no page; the feed begins once it is back.
 */
export class LateFeed implements Live {
  readonly connection = new Connection();
  readonly #open: (connection: Connection) => Promise<Live>;
  #feed: Live | undefined;
  #coming: Promise<Live> | undefined;
  #wanted: Following | null = null;

  /** @param open fetches the feed; asked again when it failed */
  constructor(open: (connection: Connection) => Promise<Live>) {
    this.#open = open;
  }

  async start(following: Following): Promise<void> {
    this.#wanted = following;
    let goOn: (() => void) | undefined;
    const failed = new Promise<void>((resolve) => (goOn = resolve));
    const begun = this.#come(() => goOn?.()).then((feed) =>
      this.#wanted === following ? feed.start(following) : undefined,
    );
    await Promise.race([begun, failed]);
  }

  stop(): void {
    this.#wanted = null;
    this.#feed?.stop();
  }

  readonly retryNow = (): void => this.#feed?.retryNow();

  join(stream: StreamRef, onJoined: () => void): () => void {
    let leave: (() => void) | undefined;
    let gone = false;
    const enter = async (): Promise<void> => {
      const feed = await this.#come();
      if (!gone) leave = feed.join(stream, onJoined);
    };
    void enter();
    return () => {
      gone = true;
      leave?.();
    };
  }

  /** The feed, sooner or later. @param onFailure hears that it will be later */
  async #come(onFailure?: () => void): Promise<Live> {
    while (!this.#feed) {
      try {
        this.#feed = await (this.#coming ??= this.#open(this.connection));
      } catch {
        this.#coming = undefined;
        this.connection.set({ status: 'offline', since: this.connection.get().since ?? new Date().toISOString() });
        onFailure?.();
        await new Promise((resolve) => setTimeout(resolve, retryAfter));
      }
    }
    return this.#feed;
  }
}
