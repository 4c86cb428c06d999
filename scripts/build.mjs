import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installStamp, root } from './install-stamp.mjs';
import { filesBelow } from './sources.mjs';
import { runNode, tool } from './tool.mjs';

/** What is built, from which files, and how. A step whose inputs did not change since it last succeeded is skipped. */
const steps = [
  {
    name: 'server',
    inputs: ['shared', 'server', 'tsconfig.base.json'],
    output: 'server/dist/src/main.js',
    commands: () => [{ args: [tool('.', 'typescript', 'tsc'), '-b', 'server'] }],
  },
  {
    name: 'client',
    inputs: ['shared/src', 'schema', 'client'],
    output: 'client/dist/index.html',
    commands: () => [
      { folder: 'client', args: [tool('client', '@graphql-codegen/cli', 'graphql-codegen'), '--config', 'codegen.ts'] },
      { folder: 'client', args: [tool('client', 'vite'), 'build'], before: dropOldAssets },
    ],
  },
];

/** Vite leaves dist/ alone, since types lie there too; the assets of earlier builds are nobody's. */
function dropOldAssets() {
  rmSync(join(root, 'client/dist/assets'), { recursive: true, force: true });
}

function digest(inputs) {
  const hash = createHash('sha256').update(installStamp());
  for (const input of inputs) {
    const files = /\.\w+$/.test(input) ? [input] : filesBelow(root, input);
    for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

async function runStep({ name, inputs, output, commands }) {
  const stampFile = join(root, '.cache', 'built', name);
  const stamp = digest(inputs);
  if (existsSync(join(root, output)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  const began = performance.now();
  rmSync(stampFile, { force: true });
  for (const { folder, args, before } of commands()) {
    before?.();
    const { code, output: printed } = await runNode(args, { folder, quiet: true });
    if (code !== 0) {
      console.error(`${printed}\nThe ${name} could not be built.`);
      return false;
    }
  }
  mkdirSync(join(root, '.cache', 'built'), { recursive: true });
  writeFileSync(stampFile, stamp);
  console.log(`Built the ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return true;
}

/** Brings server and client up to date, side by side. Prints what it did; true when all went well. */
export async function build() {
  const results = await Promise.all(steps.map(runStep));
  return results.every(Boolean);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = (await build()) ? 0 : 1;
