/** The server and the client, both rebuilt at each change. When one ends, so does the other. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './install-stamp.mjs';
import { runNode, tool } from './tool.mjs';

const codegen = tool('client', '@graphql-codegen/cli', 'graphql-codegen');
const { code, output } = await runNode([codegen, '--config', 'codegen.ts'], { folder: 'client', quiet: true });
if (code !== 0) console.error(output);

/** Without a keyboard: tsx and Vite would share one, and neither is asked for anything. */
function start(folder, args, env = {}) {
  const stdio = ['ignore', 'inherit', 'inherit'];
  return spawn(process.execPath, args, { cwd: join(root, folder), stdio, env: { ...process.env, ...env } });
}

const settings = ['--conditions=source', '--clear-screen=false', '--tsconfig=server/tsconfig.json'];
const children = [
  start('.', [tool('.', 'tsx'), 'watch', ...settings, 'server/src/main.ts'], {
    DEMO: process.env.DEMO ?? '1',
    VT_PARENT_WATCH: '1',
  }),
  start('client', [tool('client', 'vite'), '--clearScreen=false'], {
    VITE_API: process.env.VITE_API ?? `http://127.0.0.1:${process.env.PORT ?? 4000}`,
  }),
];

let stopping = false;
function stop(signal) {
  if (stopping) return;
  stopping = true;
  // Ctrl-C in a terminal has reached them already, and tsx takes a second one for: at once.
  if (signal !== 'SIGINT' || !process.stdin.isTTY) for (const child of children) child.kill(signal);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
for (const child of children) child.on('exit', () => stop('SIGTERM'));
