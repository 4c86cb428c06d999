import { defineConfig } from 'vitest/config';
import client from './client/vitest.config.ts';

/** Our packages lead to each other's TypeScript through the `source` condition, so that no test needs a build. */
const conditions = ['source', 'node', 'development|production'];
export const fromSource = { resolve: { conditions }, ssr: { resolve: { conditions } } };

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      { ...fromSource, test: { name: 'shared', root: './shared', include: ['src/**/*.test.ts'] } },
      './server/vitest.config.ts',
      // A project cannot hold projects: the two of the client (in Node, in a browser) are lifted out.
      ...client.test.projects.map((project) => ({
        ...project,
        extends: './client/vitest.config.ts',
        root: './client',
      })),
      './test/vitest.config.ts',
      { ...fromSource, test: { name: 'house', root: './test', include: ['house/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
