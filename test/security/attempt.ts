import {
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** A mutation as text, with the ids that were put in. */
export interface Attempt {
  readonly text: string;
  readonly ids: readonly string[];
}

/** Which type of node an argument names. */
const named: Readonly<Record<string, string>> = {
  itemId: 'AgendaItem',
  leadId: 'Person',
  ownerId: 'Person',
  civilOwnerId: 'Person',
  politicalOwnerId: 'Person',
  presenterId: 'Person',
  noteId: 'KnowledgeNote',
  tableId: 'AccelerationTable',
};

const absent = '00000000-0000-7000-8000-000000000000';
const typeNamed = (name: string): string => named[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1, -2)}`;

const values: Readonly<Record<string, string>> = {
  String: '"Een tekst die lang genoeg is om aan te nemen."',
  Int: '1',
  Boolean: 'false',
  LocalDate: '"2099-03-05"',
  DateTime: '"2099-03-05T12:30:00Z"',
};

/**
 * Calls a mutation with everything it requires, well-formed, so that nothing but a right is in the way.
 * @param idOf an id of that type; undefined for one that does not exist
 */
export function attemptOf(
  schema: GraphQLSchema,
  mutation: string,
  idOf: (type: string) => string | undefined,
): Attempt {
  const ids: string[] = [];
  const literal = (type: GraphQLInputType, name: string): string => {
    if (isNonNullType(type)) return literal(type.ofType, name);
    if (isListType(type)) return `[${literal(type.ofType, name.replace(/s$/, ''))}]`;
    if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) && field.defaultValue === undefined,
      );
      return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, field.name)}`).join(', ')} }`;
    }
    if (type.name === 'ID') {
      const id = idOf(typeNamed(name)) ?? `${typeNamed(name)}_${absent}`;
      ids.push(id);
      return `"${id}"`;
    }
    if (name === 'themeCode') return '"GROND"';
    const value = values[type.name];
    if (value === undefined) throw new Error(`Nothing to give for ${name}: ${type.name}.`);
    return value;
  };
  const field = (schema.getType('Mutation') as GraphQLObjectType).getFields()[mutation];
  const args = (field?.args ?? [])
    .filter((argument) => isNonNullType(argument.type))
    .map((argument) => `${argument.name}: ${literal(argument.type, argument.name)}`);
  const text = `mutation { ${mutation}${args.length > 0 ? `(${args.join(', ')})` : ''} { problems { code message path } } }`;
  return { text, ids };
}
