/** The full counts, one after the other, each in a process of its own: `npm run prove`. Ends with 1 when one of them does not hold. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../../server/', import.meta.url));

const proofs = [
  { run: ['tsx', '--conditions=source', 'load/streams.ts'] },
  { run: ['vitest', 'run', 'src/modules/bottlenecks/ten-thousand.test.ts'], cwd: server },
  {
    run: ['vitest', 'run', 'contract/meeting-fan-out.test.ts', 'journeys/cut-off.test.ts', 'journeys/main-job.test.ts'],
  },
];
for (const { run, cwd } of proofs) {
  const [command, ...args] = run;
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    ...(cwd && { cwd }),
    shell: process.platform === 'win32',
    env: { ...process.env, PROVE: '1' },
  });
  if (status !== 0) process.exitCode = 1;
}
