import { afterEach, expect, test } from 'vitest';
import type { Backplane } from './backplane.ts';
import { Presence } from './presence.ts';

/** A line between processes of a test, which can be cut. */
class Bus {
  readonly #ears = new Map<Backplane, (message: string) => void>();

  backplane(): Backplane & { cut(): void } {
    const backplane = {
      start: async (heard: (message: string) => void) => void this.#ears.set(backplane, heard),
      say: (message: string) => {
        if (!this.#ears.has(backplane)) return;
        for (const [other, heard] of this.#ears) if (other !== backplane) heard(message);
      },
      stop: async () => void this.#ears.delete(backplane),
      cut: () => void this.#ears.delete(backplane),
    };
    return backplane;
  }
}

const now = new Date('2026-12-10T12:30:00Z');
const later = new Date('2026-12-10T12:31:00Z');
const times = { beat: 20, holds: 200, gather: 5 };
let running: Presence[] = [];
afterEach(async () => {
  for (const presence of running) await presence.stop();
  running = [];
});

async function processes<const N extends number>(count: N) {
  const bus = new Bus();
  const all = [];
  for (let at = 0; at < count; at += 1) {
    const line = bus.backplane();
    const presence = new Presence(line, times);
    await presence.start();
    running.push(presence);
    all.push({ presence, cut: line.cut });
  }
  return all;
}
const names = (presence: Presence, room = 'room') => presence.in(room).map(({ personId }) => personId);

test('a person is there once, on however many screens and processes, the first one first', async () => {
  const [one, two] = await processes(2);
  const leave = one!.presence.enter('room', 'ann', later);
  const away = two!.presence.enter('room', 'ann', now);
  one!.presence.enter('room', 'bob', now);
  expect(two!.presence.in('room')).toEqual([
    { personId: 'ann', since: now, handRaised: false, screens: 2 },
    { personId: 'bob', since: now, handRaised: false, screens: 1 },
  ]);
  expect(two!.presence.in('elsewhere')).toEqual([]);
  away();
  away();
  expect(one!.presence.in('room')).toMatchObject([{ personId: 'bob' }, { personId: 'ann', since: later, screens: 1 }]);
  leave();
  expect(names(two!.presence)).toEqual(['bob']);
});

test('a hand is raised and taken down on whichever process one looks', async () => {
  const [one, two, three] = await processes(3);
  one!.presence.enter('room', 'ann', now);
  expect(two!.presence.raise('room', 'ann', true)).toBe(true);
  for (const { presence } of [one!, two!, three!]) expect(presence.in('room')).toMatchObject([{ handRaised: true }]);
  // Another screen is the same person, and takes it down on both.
  three!.presence.enter('room', 'ann', later);
  expect(three!.presence.raise('room', 'ann', false)).toBe(true);
  for (const { presence } of [one!, two!, three!]) expect(presence.in('room')).toMatchObject([{ handRaised: false }]);
  expect(one!.presence.raise('room', 'bob', true)).toBe(false);
  expect(one!.presence.raise('elsewhere', 'ann', true)).toBe(false);
});

test('a process that dies is forgotten, one that stops says so', async () => {
  const [one, two, three] = await processes(3);
  one!.presence.enter('room', 'ann', now);
  two!.presence.enter('room', 'bob', later);
  await two!.presence.stop();
  expect(names(three!.presence)).toEqual(['ann']);
  let heard = 0;
  three!.presence.follow('room', () => (heard += 1));
  one!.cut();
  await expect.poll(() => names(three!.presence), { timeout: 10_000 }).toEqual([]);
  await expect.poll(() => heard, { timeout: 10_000 }).toBe(1);
});

test('who came while nobody listened is told again', async () => {
  const bus = new Bus();
  const early = new Presence(bus.backplane(), times);
  await early.start();
  running.push(early);
  for (let at = 0; at < 200; at += 1) early.enter('room', `person-${String(at).padStart(3, '0')}`, now);
  const late = new Presence(bus.backplane(), times);
  await late.start();
  running.push(late);
  await expect.poll(() => names(late).length, { timeout: 10_000 }).toBe(200);
});

test('no message is longer than the line takes, and what does not change wakes nobody', async () => {
  const said: string[] = [];
  const presence = new Presence(
    { start: async () => {}, say: (message) => void said.push(message), stop: async () => {} },
    times,
  );
  await presence.start();
  running.push(presence);
  let heard = 0;
  const deaf = presence.follow('room', () => (heard += 1));
  const uuid = (at: number) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
  for (let at = 0; at < 500; at += 1) presence.enter('room', uuid(at), now);
  await expect.poll(() => heard, { timeout: 10_000 }).toBe(1);
  await expect.poll(() => said.length, { timeout: 10_000 }).toBeGreaterThan(520);
  expect(Math.max(...said.map((message) => Buffer.byteLength(message)))).toBeLessThan(8_000);
  expect(heard).toBe(1);
  deaf();
});
