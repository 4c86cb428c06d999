import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection } from './connection.ts';
import { LateFeed } from './late-feed.ts';
import type { Following, Live } from './live.ts';

const sien: Following = { viewerId: 'sien', streams: [{ kind: 'inbox' }] };
const meeting = { kind: 'meeting', meetingId: 'm1' } as const;

/** A feed that notes what is asked of it. */
function notingFeed() {
  const asked: string[] = [];
  const feed: Live = {
    connection: new Connection(),
    start: async ({ viewerId }) => void asked.push(`start ${viewerId}`),
    stop: () => void asked.push('stop'),
    retryNow: () => void asked.push('retry'),
    join: (_stream, onJoined) => {
      asked.push('join');
      onJoined();
      return () => void asked.push('leave');
    },
  };
  return { feed, asked };
}

describe('a feed that comes later', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is there when a start has been waited for', async () => {
    const { feed, asked } = notingFeed();
    const live = new LateFeed(() => Promise.resolve(feed));
    await live.start(sien);
    expect(asked).toEqual(['start sien']);
    live.retryNow();
    live.stop();
    expect(asked).toEqual(['start sien', 'retry', 'stop']);
  });

  it('holds up nothing while there is no network, says so, and begins once there is', async () => {
    const { feed, asked } = notingFeed();
    const open = vi.fn(() => Promise.resolve(feed)).mockRejectedValueOnce(new TypeError('no network'));
    const live = new LateFeed(open);
    await live.start(sien);
    expect(asked).toEqual([]);
    expect(live.connection.get()).toMatchObject({ status: 'offline', since: expect.any(String) });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual(['start sien']);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('does not begin for somebody who has signed out meanwhile', async () => {
    const { feed, asked } = notingFeed();
    const live = new LateFeed(() => Promise.resolve(feed));
    const begun = live.start(sien);
    live.stop();
    await begun;
    expect(asked).toEqual([]);
  });

  it('joins a meeting as soon as it can, unless the page is gone by then', async () => {
    const { feed, asked } = notingFeed();
    const live = new LateFeed(() => Promise.resolve(feed));
    const joined = vi.fn();
    live.join(meeting, joined)();
    const leave = live.join(meeting, joined);
    await vi.waitFor(() => expect(joined).toHaveBeenCalledOnce());
    leave();
    expect(asked).toEqual(['join', 'leave']);
  });
});
