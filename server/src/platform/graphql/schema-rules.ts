import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import type { GraphContext } from './graph-context.ts';
import { policyOf } from './enforce-policies.ts';

type Field = GraphQLField<unknown, GraphContext>;

function* fieldsOf(type: GraphQLNamedType): Generator<Field> {
  if (isObjectType(type) || isInterfaceType(type)) yield* Object.values(type.getFields());
}

function descriptions(type: GraphQLNamedType, isRoot: boolean): string[] {
  const missing: string[] = [];
  const need = (name: string, { description }: { description?: string | null | undefined }) => {
    if (!description?.trim()) missing.push(`${name} has no description`);
  };
  if (!isRoot) need(type.name, type);
  for (const field of fieldsOf(type)) {
    need(`${type.name}.${field.name}`, field);
    for (const argument of field.args) need(`${type.name}.${field.name}(${argument.name})`, argument);
  }
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) need(`${type.name}.${field.name}`, field);
  if (isEnumType(type)) {
    for (const value of type.getValues()) {
      need(`${type.name}.${value.name}`, value);
      if (!/^[A-Z][A-Z0-9_]*$/.test(value.name)) missing.push(`${type.name}.${value.name} is not in SCREAMING_CASE`);
    }
  }
  return missing;
}

const takes = (field: Field, name: string): GraphQLArgument | undefined =>
  field.args.find((argument) => argument.name === name);

function connections(type: GraphQLNamedType, field: Field): string[] {
  const name = `${type.name}.${field.name}`;
  const result = getNamedType(field.type);
  const bare = isNonNullType(field.type) ? field.type.ofType : field.type;
  const wrong: string[] = [];
  if (result.name.endsWith('Connection')) {
    if (!takes(field, 'first') || !takes(field, 'after')) wrong.push(`${name} is a connection without first and after`);
    if (isObjectType(result) && !result.getFields()['pageInfo']) wrong.push(`${result.name} has no pageInfo`);
  }
  // Whatever can grow without end is paged; a list that takes `after` claims to be a page and is not one.
  if (isListType(bare) && takes(field, 'after')) wrong.push(`${name} pages without being a connection`);
  return wrong;
}

/** What is wrong with a schema by the rules of the house, as sentences; empty when nothing is. */
export function schemaFaults(schema: GraphQLSchema): string[] {
  const faults: string[] = [];
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    const isRoot = roots.includes(type as never);
    faults.push(...descriptions(type, isRoot));
    for (const field of fieldsOf(type)) faults.push(...connections(type, field));
    if (!isObjectType(type)) continue;
    for (const field of fieldsOf(type))
      if (!policyOf(type, field, isRoot)) faults.push(`${type.name}.${field.name} has no policy`);
  }
  for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const payload = getNamedType(mutation.type);
    const problems = isObjectType(payload) ? payload.getFields()['problems'] : undefined;
    if (String(problems?.type) !== '[Problem!]!' || !payload.name.endsWith('Payload'))
      faults.push(`${mutation.name} does not answer with a payload with problems`);
  }
  return faults;
}
