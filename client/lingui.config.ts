import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** Dutch is the source language: a message is its own key, and the English catalogue must be complete (`lingui compile --strict`). */
export default defineConfig({
  sourceLocale: 'nl',
  // Compiling is only a check: the build reads the .po files, and what this writes is ignored by git.
  compileNamespace: 'ts',
  locales: ['nl', 'en'],
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}',
      include: ['src'],
      exclude: ['**/*.test.*', '**/testing/**', 'src/generated/**'],
    },
  ],
  format: formatter({ lineNumbers: false }),
});
