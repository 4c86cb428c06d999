/** Runs a script of one package as pnpm would: in its folder, its own commands first on the PATH. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './install-stamp.mjs';

const [folder, name, ...args] = process.argv.slice(2);
const { scripts } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
const commands = [join(root, folder, 'node_modules', '.bin'), join(root, 'node_modules', '.bin')];
const child = spawn([scripts[name], ...args].join(' '), {
  cwd: join(root, folder),
  stdio: 'inherit',
  shell: true,
  env: { ...process.env, PATH: [...commands, process.env.PATH].join(delimiter) },
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => undefined);
child.on('exit', (code) => (process.exitCode = code ?? 1));
