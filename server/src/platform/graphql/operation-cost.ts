import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { badInput } from './bad-variable.ts';
import { maxFirst } from './connection.ts';

/** Fields times rows that one operation may ask for. */
const maxCost = 60_000;
/** A list without `first` is short by nature: themes, members, agenda items. */
const plainListRows = 5;

interface Costing {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operation: OperationDefinitionNode;
  readonly known: Map<string, number>;
}

/** How many rows are asked for; undefined when the field takes no `first`. */
function rowsAsked(node: FieldNode, field: GraphQLField<unknown, unknown>, costing: Costing): number | undefined {
  const argument = field.args.find((candidate) => candidate.name === 'first');
  if (!argument) return undefined;
  const given = node.arguments?.find((candidate) => candidate.name.value === 'first')?.value;
  let rows: unknown = argument.defaultValue;
  if (given?.kind === Kind.INT) rows = Number(given.value);
  if (given?.kind === Kind.VARIABLE) {
    const definition = costing.operation.variableDefinitions?.find(
      (candidate) => candidate.variable.name.value === given.name.value,
    );
    const fallback = definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : rows;
    rows = costing.variables[given.name.value] ?? fallback;
  }
  if (typeof rows !== 'number' || !Number.isInteger(rows) || rows < 1 || rows > maxFirst)
    throw badInput('BAD_PAGE_SIZE', ['first'], { max: maxFirst });
  return rows;
}

function costOfField(node: FieldNode, parent: GraphQLNamedType | undefined, costing: Costing): number {
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  if (!field || !node.selectionSet) return 1;
  const nullable = isNonNullType(field.type) ? field.type.ofType : field.type;
  const rows =
    rowsAsked(node, field, costing) ?? (isListType(nullable) && node.name.value !== 'edges' ? plainListRows : 1);
  return 1 + rows * costOf(node.selectionSet, getNamedType(field.type), costing);
}

function costOf(set: SelectionSetNode, parent: GraphQLNamedType | undefined, costing: Costing): number {
  let cost = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) cost += costOfField(selection, parent, costing);
    else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += costOfFragment(selection.name.value, costing);
    else {
      const narrowed = selection.typeCondition ? costing.schema.getType(selection.typeCondition.name.value) : parent;
      cost += costOf(selection.selectionSet, narrowed, costing);
    }
  }
  return cost;
}

function costOfFragment(name: string, costing: Costing): number {
  const known = costing.known.get(name);
  if (known !== undefined) return known;
  const fragment = costing.fragments.get(name);
  if (!fragment) return 0;
  const cost = costOf(fragment.selectionSet, costing.schema.getType(fragment.typeCondition.name.value), costing);
  costing.known.set(name, cost);
  return cost;
}

/**
 * Refuses what is small to write and huge to answer: pages inside pages inside pages. The document has been validated,
 * so it has no cycles.
 * @throws GraphQLError BAD_USER_INPUT (`first`), OPERATION_TOO_LARGE.
 */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const costing: Costing = {
    schema,
    operation,
    variables,
    known: new Map(),
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
  const cost = costOf(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, costing);
  if (cost > maxCost) {
    throw new GraphQLError(
      `This operation asks for too much: ${cost} values, at most ${maxCost}. Ask for smaller pages.`,
      { extensions: { code: 'OPERATION_TOO_LARGE' } },
    );
  }
}
