import { build } from '../scripts/build.mjs';

/** What is tested from outside is what was built; a build that is up to date costs nothing. */
export async function setup(): Promise<void> {
  if (!(await build())) throw new Error('There is nothing to test: the build failed.');
}
