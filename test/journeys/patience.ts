import { expect } from 'vitest';
import type { Locator } from 'playwright-core';

/** The full proof judges times; a test on a busy machine gives them room. */
export const proving = process.env['PROVE'] === '1';

/** Milliseconds within which what one person does stands before the other. */
export const atOnce = proving ? 1_000 : 5_000;

const measured: { what: string; milliseconds: number }[] = [];

/**
 * Does something and waits until it shows at somebody else.
 * @param sight what the other sees of it, on a page that nobody touches or loads again
 * @returns the milliseconds between
 */
export async function timeToShow(what: string, sight: Locator, act: () => Promise<unknown>): Promise<number> {
  expect(await sight.count(), `${what}: stands there before it happened`).toBe(0);
  const began = performance.now();
  await act();
  // Looked at often: a locator's own waiting looks twice a second. And for long, so that late is told apart from never.
  await expect.poll(() => sight.first().isVisible(), { interval: 20, timeout: 15_000, message: what }).toBe(true);
  const milliseconds = performance.now() - began;
  note(what, milliseconds);
  return milliseconds;
}

/** Remembers a time that is judged elsewhere, for the list at the end. */
export function note(what: string, milliseconds: number): void {
  measured.push({ what, milliseconds: Math.round(milliseconds) });
}

/** Prints what was measured; for `afterAll`. */
export function printTimes(): void {
  const widest = Math.max(0, ...measured.map(({ what }) => what.length));
  const lines = measured.map(
    ({ what, milliseconds }) => `${what.padEnd(widest)} ${String(milliseconds).padStart(6)} ms\n`,
  );
  process.stdout.write(lines.join(''));
}
