import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install-stamp.mjs';

/**
 * The JavaScript file behind a command of an installed package, so that it runs without a shell on every system.
 * @param folder the package of ours that depends on it (`.`, `client` …)
 */
export function tool(folder, name, command = name) {
  const home = join(root, folder, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof bin === 'string' ? bin : bin[command]);
}

const running = new Set();
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    interrupted = true;
    // Ctrl-C in a terminal has reached them already, and a second one means: at once.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) for (const child of running) child.kill(signal);
    if (running.size === 0) process.exitCode = 130;
  });

/**
 * Runs a Node program to its end. What it prints is shown at once, or kept (`quiet`) for who wants to show it after a failure.
 * @returns `{ code, output }`; a signal counts as code 1. Interrupted, it waits for the program and ends this process
 */
export function runNode(args, { folder = '.', quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: join(root, folder),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    running.add(child);
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.on('close', (code) => {
      running.delete(child);
      if (interrupted) process.exit(130);
      resolve({ code: code ?? 1, output });
    });
  });
}
