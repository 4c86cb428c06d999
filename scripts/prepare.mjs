/** Installs the packages. Runs below npx, which has put pnpm and a new enough Node on the PATH. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installStamp, root } from './install-stamp.mjs';

const began = performance.now();
console.log('Installing packages …');
// CI=true: pnpm never stops to ask.
const { status, stdout, stderr, error } = spawnSync('pnpm', ['install', '--frozen-lockfile'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, CI: 'true' },
  shell: process.platform === 'win32',
});
if (status === 0) {
  const node = process.execPath;
  writeFileSync(join(root, 'node_modules', '.prepared.json'), JSON.stringify({ stamp: installStamp(), node }));
  console.log(`Installed in ${((performance.now() - began) / 1000).toFixed(1)} s`);
} else {
  console.error(stdout, stderr, error ?? '');
  process.exitCode = 1;
}
