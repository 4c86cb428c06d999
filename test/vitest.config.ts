import { defineConfig } from 'vitest/config';
import { fromSource } from './from-source.ts';

/**
 * Tests from outside: a built server, real browsers, real PostgreSQL. Two files at a time, each in a process of its own: they start
 * servers, and a small machine has to stay honest about time. `house/` needs none of that and is a project of its own.
 */
export default defineConfig({
  ...fromSource,
  test: {
    name: 'test',
    root: import.meta.dirname,
    environment: 'node',
    include: ['{contract,faults,journeys,security}/**/*.test.ts'],
    setupFiles: ['./needs-build.ts'],
    globalSetup: ['./build-first.ts', '../server/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
