import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeLine, happened } from './fake-line.fixture.ts';
import { LiveBus } from './live-bus.ts';
import type { LiveEvent } from './live-event.ts';
import { LiveFeed } from './live-feed.ts';

const following = { viewerId: 'me', streams: [{ kind: 'table' as const, tableId: 't1' }, { kind: 'inbox' as const }] };

describe('the live feed', () => {
  let line: FakeLine;
  let feed: LiveFeed;
  let heard: LiveEvent[];

  beforeEach(() => {
    vi.useFakeTimers();
    line = new FakeLine();
    const bus = new LiveBus();
    heard = [];
    bus.subscribe((event) => heard.push(event));
    feed = new LiveFeed(line.transport, bus);
  });

  afterEach(() => {
    feed.stop();
    vi.useRealTimers();
  });

  async function live(): Promise<void> {
    await feed.start(following);
    line.opens();
  }

  test('starts every stream from a cursor that it fetched before', async () => {
    await live();
    expect(line.running.map(({ stream, after }) => [stream, after])).toEqual([
      ['table', 'table-0'],
      ['inbox', 'inbox-0'],
    ]);
    expect(feed.connection.get()).toMatchObject({ status: 'connected', followed: new Set(['t1']) });
  });

  test('does not follow a table without a cursor, and says so', async () => {
    await feed.start({ viewerId: 'me', streams: [{ kind: 'table', tableId: 'forbidden' }, { kind: 'inbox' }] });
    expect(line.running.map(({ stream }) => stream)).toEqual(['inbox']);
    expect(feed.connection.get().followed.size).toBe(0);
  });

  test('asks again for a cursor that did not come, and then fetches what may have been missed', async () => {
    line.failing = 1;
    await live();
    expect(line.running.map(({ stream }) => stream)).toEqual(['inbox']);
    await vi.advanceTimersByTimeAsync(450);
    expect(line.running.map(({ stream }) => stream)).toEqual(['inbox', 'table']);
    expect(line.refetch).toHaveBeenCalledTimes(1);
  });

  test('lets go of a stream that is refused and keeps the others', async () => {
    await live();
    line.of('table').sink.refused();
    expect(feed.connection.get()).toMatchObject({ status: 'connected', followed: new Set() });
    line.breaks();
    await vi.advanceTimersByTimeAsync(400);
    expect(line.running.map(({ stream }) => stream)).toEqual(['inbox']);
  });

  test('after a cut takes each stream up behind the last cursor it saw', async () => {
    await live();
    line.of('table').sink.frame(happened('e1', 'table-1'));
    line.of('table').sink.frame(happened('e2', 'table-2'));
    line.breaks();
    expect(line.running).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(line.running.map(({ stream, after }) => [stream, after])).toEqual([
      ['table', 'table-2'],
      ['inbox', 'inbox-0'],
    ]);
    line.opens();
    expect(feed.connection.get()).toMatchObject({ status: 'connected', since: null });
  });

  test('tells nothing twice, also when the line repeats or an old line still speaks', async () => {
    await live();
    const old = line.of('table').sink;
    old.frame(happened('e1', 'table-1'));
    line.breaks();
    await vi.advanceTimersByTimeAsync(400);
    line.opens();
    old.frame(happened('e2', 'table-2'));
    line.of('table').sink.frame(happened('e1', 'table-1'));
    line.of('table').sink.frame(happened('e2', 'table-2'));
    expect(heard.map(({ id }) => id)).toEqual(['e1', 'e2']);
  });

  test('on a reset fetches once what is on the screen and goes on from the new cursor', async () => {
    await live();
    line.of('table').sink.frame({ kind: 'reset', cursor: 'table-9' });
    line.of('inbox').sink.frame({ kind: 'reset', cursor: 'inbox-9' });
    await vi.advanceTimersByTimeAsync(50);
    expect(line.refetch).toHaveBeenCalledTimes(1);
    line.breaks();
    await vi.advanceTimersByTimeAsync(400);
    expect(line.running.map(({ after }) => after)).toEqual(['table-9', 'inbox-9']);
  });

  test('takes a new cursor when the server no longer knows the old one', async () => {
    await live();
    line.of('table').sink.stale();
    await vi.advanceTimersByTimeAsync(50);
    expect(line.refetch).toHaveBeenCalledTimes(1);
    expect(line.running.map(({ stream }) => stream)).toEqual(['inbox', 'table']);
  });

  test('waits longer after each failure and says since when there is no connection', async () => {
    await live();
    line.breaks();
    expect(feed.connection.get()).toMatchObject({ status: 'connecting', since: '2026-11-23T13:32:00.000Z' });
    const opened: number[] = [];
    for (const pause of [400, 800, 1_600, 3_200]) {
      const before = line.subscriptions.length;
      await vi.advanceTimersByTimeAsync(pause - 1);
      expect(line.subscriptions.length).toBe(before);
      await vi.advanceTimersByTimeAsync(1);
      opened.push(line.subscriptions.length - before);
      line.breaks();
    }
    expect(opened).toEqual([2, 2, 2, 2]);
    expect(feed.connection.get().status).toBe('offline');
  });

  test('after being offline counts what others did, and puts it away', async () => {
    await live();
    line.network(false);
    expect(line.cut).toHaveBeenCalledTimes(1);
    expect(feed.connection.get().status).toBe('offline');
    line.network(true);
    line.opens();
    line.of('table').sink.frame(happened('e1', 'table-1'));
    line.of('inbox').sink.frame(happened('e1', 'inbox-1'));
    line.of('table').sink.frame(happened('e2', 'table-2', 'me'));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(feed.connection.get().back).toEqual({ updated: 1, sent: 0 });
    await vi.advanceTimersByTimeAsync(8_000);
    expect(feed.connection.get().back).toBeNull();
  });

  test('marks what the viewer did themselves', async () => {
    await live();
    line.of('table').sink.frame(happened('e1', 'table-1', 'me'));
    expect(heard[0]?.own).toBe(true);
  });

  test('stops for good when the person signs out', async () => {
    await live();
    line.breaks();
    feed.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(line.running).toEqual([]);
  });

  describe('a stream that one page adds', () => {
    const meeting = { kind: 'meeting' as const, meetingId: 'm1' };

    test('is followed from a cursor of its own, and the page hears from where', async () => {
      await live();
      const joined = vi.fn();
      feed.join(meeting, joined);
      await vi.advanceTimersByTimeAsync(0);
      expect(joined).toHaveBeenCalledTimes(1);
      expect(line.of('meeting').after).toBe('meeting-0');
      line.of('meeting').sink.frame(happened('e1', 'meeting-1'));
      expect(heard[0]?.stream).toEqual(meeting);
    });

    test('is taken up again with the others after a break, where it was', async () => {
      await live();
      feed.join(meeting, () => undefined);
      await vi.advanceTimersByTimeAsync(0);
      line.of('meeting').sink.frame(happened('e1', 'meeting-1'));
      line.breaks();
      await vi.advanceTimersByTimeAsync(60_000);
      line.opens();
      expect(line.of('meeting').after).toBe('meeting-1');
    });

    test('is asked for again when the server could not be reached', async () => {
      await live();
      line.failing = 1;
      const joined = vi.fn();
      feed.join(meeting, joined);
      await vi.advanceTimersByTimeAsync(0);
      expect(joined).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(joined).toHaveBeenCalledTimes(1);
    });

    test('is not followed by who may not, and ends with the page or the session', async () => {
      await live();
      const joined = vi.fn();
      feed.join({ kind: 'table', tableId: 'forbidden' }, joined);
      const leave = feed.join(meeting, joined);
      leave();
      await vi.advanceTimersByTimeAsync(0);
      expect(joined).not.toHaveBeenCalled();
      const leaveLater = feed.join(meeting, joined);
      await vi.advanceTimersByTimeAsync(0);
      leaveLater();
      feed.join(meeting, joined);
      feed.stop();
      await vi.advanceTimersByTimeAsync(0);
      expect(joined).toHaveBeenCalledTimes(1);
      expect(line.running).toEqual([]);
    });
  });
});
