import { defineConfig } from 'vitest/config';
import client from './client/vitest.config.ts';
import { fromSource } from './test/from-source.ts';

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
