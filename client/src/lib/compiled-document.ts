import { Kind, type DefinitionNode, type DocumentNode } from 'graphql';

/**
 * What the build makes of a GraphQL template (see `precompile-documents.ts`): its own definitions, and those of the fragments that it
 * interpolates, each once.
 */
export function compiledDocument(own: readonly DefinitionNode[], fragments: readonly DocumentNode[]): DocumentNode {
  return {
    kind: Kind.DOCUMENT,
    definitions: [...new Set([...own, ...fragments.flatMap(({ definitions }) => definitions)])],
  };
}
