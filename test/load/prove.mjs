/** The full counts, one after the other, each in a process of its own: `npm run prove`. Ends with 1 when one of them does not hold. */
import { spawnSync } from 'node:child_process';

const proofs = [
  ['tsx', '--conditions=source', 'load/streams.ts'],
  ['vitest', 'run', 'contract/meeting-fan-out.test.ts', 'journeys/cut-off.test.ts', 'journeys/main-job.test.ts'],
];
for (const [command, ...args] of proofs) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PROVE: '1' },
  });
  if (status !== 0) process.exitCode = 1;
}
