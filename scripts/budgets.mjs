/** What the client may weigh and what its longest list may cost: `npm run budgets`. Ends with 1 when something is over. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { bundleWeights } from './bundle-weights.mjs';
import { root } from './install-stamp.mjs';
import { listPageCost } from './list-page-cost.mjs';

if (!(await build())) process.exit(1);

const lines = [...bundleWeights(join(root, 'client/dist')), ...(await listPageCost())];
const widest = Math.max(...lines.map(({ name }) => name.length));
const shown = (value, unit) => `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ${unit}`.trim();

for (const { name, value, budget, unit } of lines) {
  const mark = value <= budget ? '✓' : '✗';
  console.log(`${mark} ${name.padEnd(widest)}  ${shown(value, unit).padStart(9)}  of ${shown(budget, unit)}`);
}
const over = lines.filter(({ value, budget }) => value > budget);
console.log(
  over.length === 0 ? '\nEverything is within its budget.' : `\nOver: ${over.map(({ name }) => name).join(', ')}`,
);
process.exitCode = over.length === 0 ? 0 : 1;
