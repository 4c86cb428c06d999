/**
 * Everything that must hold, in one run: `npm test`. All gates run, also after one that failed, so that one run tells all.
 * `npm test -- <pattern>` runs only the tests whose path matches.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install-stamp.mjs';
import { runNode, tool } from './tool.mjs';

const gates = [
  { name: 'format', args: () => [tool('.', 'oxfmt'), '--check', '.'] },
  { name: 'lint', args: () => [tool('.', 'oxlint'), '.'] },
  {
    name: 'operations',
    folder: 'client',
    args: () => [tool('client', '@graphql-codegen/cli', 'graphql-codegen'), '--config', 'codegen.ts'],
  },
  { name: 'types', args: () => [tool('.', 'typescript', 'tsc'), '-b'] },
  { name: 'arrows', args: () => ['scripts/arrows.mjs'] },
  { name: 'dead code', args: () => [tool('.', 'knip')] },
  { name: 'translations', args: () => ['scripts/translations.mjs'] },
  { name: 'build', args: () => ['scripts/build.mjs'] },
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one gate and shows what it said only when it failed. */
async function pass({ name, folder, args }) {
  const began = performance.now();
  const { code, output } = await runNode(args(), { folder, quiet: true });
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(began)})`);
  if (code !== 0) console.log(`\n${output.trim()}\n`);
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** Runs the tests. A run that breaks without a failed test (a file that does not load, a stray rejection) counts as one failure. */
async function vitest(patterns) {
  const report = join(root, '.cache', 'vitest.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // Nobody sits beside a machine that integrates: there a test gets a second chance, and the report marks it “retry x1” to be mended.
  const chances = process.env.CI ? ['--retry=1'] : [];
  const { code } = await runNode([tool('.', 'vitest'), 'run', ...reporters, ...chances, ...patterns]);
  let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.log('The tests ended without a report.');
  }
  const skipped = counts.numPendingTests + counts.numTodoTests;
  if (skipped > 0) console.log(`${skipped} tests did not run.`);
  const broken = code !== 0 || counts.numPassedTests === 0;
  return { name: 'tests', passed: counts.numPassedTests, failed: Math.max(counts.numFailedTests, broken ? 1 : 0) };
}

const patterns = process.argv.slice(2);
const began = performance.now();
const results = [];
if (patterns.length === 0) for (const gate of gates) results.push(await pass(gate));
results.push(await vitest(patterns));

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
const wrong = results.filter((result) => result.failed > 0).map(({ name, failed: count }) => `${name} (${count})`);
console.log(`\n${wrong.length === 0 ? 'Everything holds' : `Does not hold: ${wrong.join(', ')}`}, ${seconds(began)}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
