import { defineConfig } from 'vitest/config';
import own from './vitest.config.ts';

/**
 * Benchmarks: never part of the tests.
 * @public Vitest reads it.
 */
export default defineConfig({ ...own, test: { ...own.test, name: 'bench', include: ['bench/**/*.ts'] } });
