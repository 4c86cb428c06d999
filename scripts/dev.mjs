/** The server and the client, both rebuilt at each change. When one ends, so does the other. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './install-stamp.mjs';
import { runNode, tool } from './tool.mjs';

const codegen = tool('client', '@graphql-codegen/cli', 'graphql-codegen');
const { code, output } = await runNode([codegen, '--config', 'codegen.ts'], { folder: 'client', quiet: true });
if (code !== 0) console.error(output);

function start(folder, args, env = {}) {
  return spawn(process.execPath, args, { cwd: join(root, folder), stdio: 'inherit', env: { ...process.env, ...env } });
}

const children = [
  start('server', [tool('.', 'tsx'), 'watch', '--conditions=source', '--clear-screen=false', 'src/main.ts'], {
    DEMO: process.env.DEMO ?? '1',
    VT_PARENT_WATCH: '1',
  }),
  start('client', [tool('client', 'vite'), '--clearScreen=false']),
];

function stop(signal) {
  for (const child of children) child.kill(signal);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
for (const child of children) child.on('exit', () => stop('SIGTERM'));
