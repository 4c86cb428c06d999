import { parse, visit, type DefinitionNode } from 'graphql';
import type { Plugin } from 'vite';

const template = /\bgql`([^`]*)`/g;
const interpolation = /\$\{\s*([A-Za-z_$][\w$]*)\s*\}/g;

/** A definition as a JavaScript literal, without what nobody reads: positions, and lists that are empty. */
function literalOf(definition: DefinitionNode): string {
  const slim = visit(definition, {
    enter: (node) =>
      Object.fromEntries(
        Object.entries(node).filter(
          ([, value]) => !(Array.isArray(value) && value.length === 0) && value !== undefined,
        ),
      ),
  }) as DefinitionNode;
  return JSON.stringify(slim);
}

/**
 * Reads every `gql` template at build time, so that no browser downloads a GraphQL parser to read what never changes. Fragments
 * that a template interpolates stay references: each definition stands in the bundle once. A mistake in a document breaks the build.
 */
export function precompileDocuments(): Plugin {
  return {
    name: 'precompile-documents',
    enforce: 'pre',
    transform: {
      filter: { id: /\/client\/src\/.*\.tsx?$/, code: 'gql`' },
      handler(code, id) {
        if (/\.test\.tsx?$/.test(id)) return undefined;
        const compiled = code.replaceAll(template, (whole, source: string) => {
          const fragments = [...source.matchAll(interpolation)].map((match) => match[1]);
          const { definitions } = parse(source.replaceAll(interpolation, ''), { noLocation: true });
          // As many lines as before, so that every line behind it keeps its number.
          const lines = '\n'.repeat(whole.split('\n').length - 1);
          return `compiledDocument([${definitions.map(literalOf).join(', ')}], [${fragments.join(', ')}]${lines})`;
        });
        if (compiled === code) return undefined;
        const helper = new URL('src/lib/compiled-document.ts', import.meta.url).pathname;
        return { code: `import { compiledDocument } from '${helper}'; ${compiled}`, map: null };
      },
    },
  };
}
