import type { TestProject } from 'vitest/node';
import { build } from '../scripts/build.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    isBuilt: boolean;
  }
}

/**
 * What is tested from outside is what was built; a build that is up to date costs nothing. A build that fails must not take the tests of
 * other projects with it: `needs-build.ts` fails those that need it.
 */
export async function setup(project: TestProject): Promise<void> {
  project.provide('isBuilt', await build());
}
