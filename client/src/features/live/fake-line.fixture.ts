import { vi, type Mock } from 'vitest';
import type { Frame, FrameSink, LiveTransport } from './live-transport.ts';

interface Subscription {
  stream: string;
  after: string;
  sink: FrameSink;
  ended: boolean;
}

/** A line that the test cuts and mends. */
export class FakeLine {
  readonly subscriptions: Subscription[] = [];
  readonly refetch: Mock<() => Promise<undefined>> = vi.fn(async () => undefined);
  readonly cut: Mock<() => void> = vi.fn();
  isOnline = true;
  /** So many requests for a cursor fail. */
  failing = 0;
  #open: () => void = () => undefined;
  #network: (online: boolean) => void = () => undefined;

  readonly transport: LiveTransport = {
    follow: (stream, after, sink) => {
      const subscription = { stream: stream.kind, after, sink, ended: false };
      this.subscriptions.push(subscription);
      return () => {
        subscription.ended = true;
      };
    },
    onOpen: (listener) => {
      this.#open = listener;
      return () => undefined;
    },
    cut: this.cut,
    cursorOf: async (stream) => {
      if (this.failing > 0) {
        this.failing -= 1;
        throw new TypeError('Failed to fetch');
      }
      return stream.kind === 'table' && stream.tableId === 'forbidden' ? null : `${stream.kind}-0`;
    },
    refetch: this.refetch,
    online: () => this.isOnline,
    onNetwork: (listener) => {
      this.#network = listener;
      return () => undefined;
    },
    now: () => new Date('2026-11-23T13:32:00Z'),
    random: () => 1,
  };

  get running(): Subscription[] {
    return this.subscriptions.filter(({ ended }) => !ended);
  }

  of(kind: string): Subscription {
    const found = this.running.find(({ stream }) => stream === kind);
    if (!found) throw new Error(`no running subscription of ${kind}`);
    return found;
  }

  opens(): void {
    this.#open();
  }

  breaks(): void {
    for (const { sink } of this.running) sink.lost();
  }

  network(online: boolean): void {
    this.isOnline = online;
    this.#network(online);
  }
}

/** Something that happened to a bottleneck. */
export const happened = (id: string, cursor: string, actor = 'somebody'): Frame => ({
  kind: 'event',
  cursor,
  event: {
    id,
    type: 'BOTTLENECK_TRIAGED',
    occurredAt: '2026-11-23T13:32:00Z',
    actor: { id: actor, name: actor },
    subjects: [{ __typename: 'Bottleneck', id: 'b1' }],
  },
});
