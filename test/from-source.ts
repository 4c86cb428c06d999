import { createRequire } from 'node:module';

/** Our packages lead to each other's TypeScript through the `source` condition, so that no test needs a build. */
const conditions = ['source', 'node', 'development|production'];

/**
 * The file of graphql that Node takes. Vite would take its other one for us and leave libraries theirs: two copies whose
 * classes do not know each other.
 */
const graphql = createRequire(new URL('../server/package.json', import.meta.url)).resolve('graphql');

export const fromSource = {
  resolve: { conditions, alias: [{ find: /^graphql$/, replacement: graphql }] },
  ssr: { resolve: { conditions } },
};
