import type { GraphClient } from '@versnellingstafel/server/testing/graph-client';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** One node as somebody was shown it: everything that is in it itself, with only the ids of what it leads to. */
export interface Shown {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** Nodes asked for in one request: well within what an operation may cost. */
const batch = 4;
/** Things without an id of their own nest at most this deep in the schema. */
const deepest = 6;

const isNode = (type: GraphQLNamedType): boolean =>
  isInterfaceType(type)
    ? type.name === 'Node'
    : isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');

const typeOf = (id: string): string => id.slice(0, id.lastIndexOf('_'));

/** Walks everything that a person can reach, field by field as the schema has them: what a new field shows is walked too. */
export class Crawler {
  constructor(private readonly schema: GraphQLSchema) {}

  /** The types that have an id. */
  nodeTypes(): string[] {
    return Object.values(this.schema.getTypeMap())
      .filter((type) => isObjectType(type) && isNode(type))
      .map(({ name }) => name)
      .toSorted();
  }

  /** Names of the fields of a root: what can be asked at all. */
  rootFields(root: 'Query' | 'Mutation' | 'Subscription'): string[] {
    return Object.keys((this.schema.getType(root) as GraphQLObjectType).getFields()).toSorted();
  }

  /** Selects all of what a root field gives, down to the ids of nodes. */
  selectionOf(root: 'Query' | 'Subscription', name: string): string {
    const field = (this.schema.getType(root) as GraphQLObjectType).getFields()[name];
    if (!field) throw new Error(`${root} has no field ${name}.`);
    return this.#below(field, 0);
  }

  /** Asks for nodes by id, and gives those that were shown. */
  async ask(client: GraphClient, ids: readonly string[]): Promise<Map<string, Shown>> {
    const shown = new Map<string, Shown>();
    for (let at = 0; at < ids.length; at += batch) {
      const some = ids.slice(at, at + batch);
      const fields = some.map((id, index) => `n${index}: node(id: "${id}") { __typename ${this.#ofNode(typeOf(id))} }`);
      const data = await client.run(`{ ${fields.join(' ')} }`);
      for (const [index, id] of some.entries()) {
        const node = data[`n${index}`];
        if (node) shown.set(id, { type: node.__typename, data: node });
      }
    }
    return shown;
  }

  /** Follows every way from these answers on, until nothing new comes up. @returns all nodes on the way, by id */
  async walk(client: GraphClient, answers: readonly unknown[]): Promise<Map<string, Shown>> {
    const found = new Map<string, Shown>();
    const types = new Set(this.nodeTypes());
    const nodesIn = (values: readonly unknown[]): Set<string> =>
      // An id that is no node's, as that of a guest, leads nowhere.
      new Set([...idsIn(values)].filter((id) => types.has(typeOf(id))));
    let next = nodesIn(answers);
    while (next.size > 0) {
      const shown = await this.ask(client, [...next]);
      for (const [id, node] of shown) found.set(id, node);
      // What was led to and then not shown by its own id counts as seen all the same.
      for (const id of next) if (!found.has(id)) found.set(id, { type: typeOf(id), data: {} });
      next = new Set([...nodesIn([...shown.values()])].filter((id) => !found.has(id)));
    }
    return found;
  }

  #ofNode(name: string): string {
    const type = this.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`There is no type ${name}.`);
    return `... on ${name} { ${this.#fields(type, 1)} }`;
  }

  #fields(type: GraphQLObjectType, depth: number): string {
    return Object.values(type.getFields())
      .map((field) => `${askable(field)} ${this.#below(field, depth)}`)
      .join(' ');
  }

  /** The braces after a field. A node ends the way with its id: it is asked for by itself. */
  #below(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (isLeafType(type)) return '';
    if (depth > deepest) throw new Error(`The way to ${field.name} is longer than ${deepest} things without an id.`);
    if (isNode(type)) return '{ __typename id }';
    if (!isAbstractType(type)) return `{ __typename ${this.#fields(type as GraphQLObjectType, depth + 1)} }`;
    const members = this.schema.getPossibleTypes(type);
    const parts = members.map((member) =>
      isNode(member) ? `... on ${member.name} { id }` : `... on ${member.name} { ${this.#fields(member, depth + 1)} }`,
    );
    return `{ __typename ${parts.join(' ')} }`;
  }
}

/** Everything by its default; a field that cannot do without is not known how to ask. */
function askable(field: GraphQLField<unknown, unknown>): string {
  const wanting = field.args.find((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
  if (wanting) throw new Error(`${field.name} needs ${wanting.name}: the walk does not know what to give.`);
  return field.name;
}

/** Every global id in an answer, however deep. */
export function idsIn(answer: unknown): Set<string> {
  return new Set(JSON.stringify(answer).match(/\b[A-Z][A-Za-z]+_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g));
}

/** Sentences in an answer, long enough to be recognised; not the pieces that a search marks, which say nothing by themselves. */
export function sentencesIn(answer: unknown): Set<string> {
  const sentences = new Set<string>();
  const look = (value: unknown, name = ''): void => {
    if (typeof value === 'string' && /\S \S+ \S/.test(value)) sentences.add(value);
    else if (value !== null && typeof value === 'object' && name !== 'similar')
      for (const [key, part] of Object.entries(value)) look(part, key);
  };
  look(answer);
  return sentences;
}
