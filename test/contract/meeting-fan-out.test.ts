import { expect, test } from 'vitest';
import { atOnce, proving } from '../journeys/patience.ts';
import { measureFanOut } from '../load/meeting-fan-out.ts';

test('the next item stands on fifty screens at once', async () => {
  const { screens, turns, p50, p95, worst } = await measureFanOut({ screens: 50, turns: proving ? 40 : 5 });
  const rounded = [p50, p95, worst].map(Math.round);
  process.stdout.write(
    `Next item on ${screens} screens, ${turns} times: p50 ${rounded[0]} ms, p95 ${rounded[1]} ms, worst ${rounded[2]} ms\n`,
  );
  expect(p95).toBeLessThan(atOnce);
});
