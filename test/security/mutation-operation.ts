import { type GraphQLField, type GraphQLSchema, getNamedType, isLeafType } from 'graphql';

const problems = `problems { __typename code message path ... on ConflictProblem { currentVersion } ... on InvalidTransitionProblem { from allowed } }`;

/** Every mutation of a schema, so that none is forgotten. */
export function mutationsOf(schema: GraphQLSchema): readonly GraphQLField<unknown, unknown>[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {});
}

/**
 * A mutation as a client writes it, with all of its arguments as variables of the same names.
 * @param shown what is asked of the payload beside its problems; by default only whether it is there.
 */
export function operationOf(mutation: GraphQLField<unknown, unknown>, shown?: string): string {
  const variables = mutation.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const args = mutation.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const payload = getNamedType(mutation.type);
  const fields = 'getFields' in payload ? Object.values(payload.getFields()) : [];
  const rest = fields
    .filter((field) => field.name !== 'problems')
    .map((field) =>
      isLeafType(getNamedType(field.type))
        ? field.name
        : `${field.name} { ${field.name === 'refused' ? 'code reason' : '__typename'} }`,
    );
  const call = `${mutation.name}${args && `(${args})`} { ${shown ?? rest.join(' ')} ${problems} }`;
  return `mutation${variables && ` (${variables})`} { ${call} }`;
}
