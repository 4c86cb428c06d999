const shortest = 400;
const longest = 30_000;

/**
 * Milliseconds before the next try: doubling up to half a minute, and anywhere in the upper half of that, so that a thousand pages do not
 * come back in the same second. @param attempt 0 for the first retry @param random between 0 and 1
 */
export function backoff(attempt: number, random: number): number {
  return Math.round(Math.min(longest, shortest * 2 ** attempt) * (0.5 + random / 2));
}
