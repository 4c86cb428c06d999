import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types for every operation and fragment in the client, masked so that a component sees only what its own fragment asks for. */
const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/**/*.test.{ts,tsx}', '!src/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    './src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        inlineFragmentTypes: 'mask',
        customDirectives: { apolloUnmask: true },
        useTypeImports: true,
        enumsAsTypes: true,
        defaultScalarType: 'unknown',
        scalars: { DateTime: 'string', LocalDate: 'string' },
        skipTypename: false,
        nonOptionalTypename: true,
        importExtension: '.ts',
      },
    },
    // Which types stand behind an interface or union, for the cache.
    './src/generated/possible-types.ts': { plugins: ['fragment-matcher'], config: { useExplicitTyping: true } },
  },
};

export default config;
