import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import client from './client/vitest.config.ts';

/** Our packages lead to each other's TypeScript through the `source` condition, so that no test needs a build. */
const conditions = ['source', 'node', 'development|production'];

/**
 * The file of graphql that Node takes. Vite would take its other one for us and leave libraries theirs: two copies whose
 * classes do not know each other.
 */
const graphql = createRequire(new URL('server/package.json', import.meta.url)).resolve('graphql');

export const fromSource = {
  resolve: { conditions, alias: [{ find: /^graphql$/, replacement: graphql }] },
  ssr: { resolve: { conditions } },
};

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
