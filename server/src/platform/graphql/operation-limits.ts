import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  parse,
} from 'graphql';
import { badInput } from './bad-variable.ts';
import { unstorableIn } from './input-sanity.ts';

/** How much one request may ask for; measured before anything is validated or executed. */
export interface OperationLimits {
  readonly tokens: number;
  readonly depth: number;
  /** Fields after fragments are filled in. */
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  readonly fragments: number;
}

/** Well above what the pages of the client ask (the largest has some 300 fields), well below what hurts. */
const defaultLimits: OperationLimits = {
  tokens: 6_000,
  depth: 16,
  fields: 2_000,
  aliases: 60,
  directives: 60,
  rootFields: 30,
  fragments: 150,
};

/** Introspection nests deeper than people do. */
const introspectionDepth = 20;

interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
}

const nothing: Size = { depth: 0, fields: 0, aliases: 0, directives: 0 };

function tooLarge(what: string, limit: number): GraphQLError {
  return new GraphQLError(`This operation is too large: more than ${limit} ${what}. Ask for less at once.`, {
    extensions: { code: 'OPERATION_TOO_LARGE' },
  });
}

/** Measures selections with every fragment counted once and reused: a fragment bomb costs as much to measure as to write. */
class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, Size>();
  readonly #open = new Set<string>();

  constructor(document: DocumentNode) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  of(set: SelectionSetNode | undefined): Size {
    let { depth, fields, aliases, directives } = nothing;
    for (const selection of set?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.#fragment(selection.name.value)
          : this.of(selection.selectionSet);
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
      fields += inner.fields + (isField ? 1 : 0);
      aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      directives += inner.directives + (selection.directives?.length ?? 0);
    }
    return { depth, fields, aliases, directives };
  }

  #fragment(name: string): Size {
    const known = this.#known.get(name);
    if (known) return known;
    if (this.#open.has(name)) {
      throw new GraphQLError(`The fragment ${name} contains itself.`, {
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
    }
    this.#open.add(name);
    const size = this.of(this.#fragments.get(name)?.selectionSet);
    this.#open.delete(name);
    this.#known.set(name, size);
    return size;
  }
}

function checkOperation(operation: OperationDefinitionNode, measure: Measure, limits: OperationLimits): void {
  const size = measure.of(operation.selectionSet);
  const introspects = operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
  const depth = introspects ? introspectionDepth : limits.depth;
  if (size.depth > depth) throw tooLarge('levels', depth);
  if (size.fields > limits.fields) throw tooLarge('fields', limits.fields);
  if (size.aliases > limits.aliases) throw tooLarge('aliases', limits.aliases);
  if (size.directives > limits.directives) throw tooLarge('directives', limits.directives);
  if (operation.selectionSet.selections.length > limits.rootFields) throw tooLarge('root fields', limits.rootFields);
}

/** Literals in the text are looked at like variables; the parser itself refuses half surrogate pairs. */
function checkLiterals(query: string): void {
  if (!unstorableIn(query) && !/\\u(0000|\{0+\})/.test(query)) return;
  throw badInput('CONTROL_CHARACTERS');
}

/**
 * Parses an operation and refuses one that is too large. It runs before validation, because the rules of GraphQL
 * themselves take quadratic time on 10,000 overlapping fields.
 * @throws GraphQLError GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, OPERATION_TOO_LARGE or BAD_USER_INPUT.
 */
function parseWithinLimits(query: string, limits: OperationLimits = defaultLimits): DocumentNode {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge('levels', limits.depth);
    if (!(error instanceof GraphQLError)) throw error;
    if (/more tha[nt] \d+ tokens/.test(error.message)) throw tooLarge('tokens', limits.tokens);
    throw new GraphQLError(error.message, {
      source: error.source,
      positions: error.positions,
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    });
  }
  checkLiterals(query);
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  if (fragments.length > limits.fragments) throw tooLarge('fragments', limits.fragments);
  const measure = new Measure(document);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) checkOperation(definition, measure, limits);
  }
  for (const fragment of fragments) measure.of(fragment.selectionSet);
  return document;
}

/** Remembers operations that passed, since clients send the same few again and again. Refused ones are not kept. */
export class OperationGate {
  readonly #passed = new Map<string, DocumentNode>();

  constructor(
    private readonly limits: OperationLimits = defaultLimits,
    private readonly size = 500,
  ) {}

  /** The parsed operation. @throws GraphQLError, see `parseWithinLimits`. */
  pass(query: string): DocumentNode {
    const known = this.#passed.get(query);
    if (known) return known;
    const document = parseWithinLimits(query, this.limits);
    const oldest = this.#passed.keys().next();
    if (this.#passed.size >= this.size && !oldest.done) this.#passed.delete(oldest.value);
    this.#passed.set(query, document);
    return document;
  }
}
