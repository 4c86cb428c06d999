import { type GraphQLField, type GraphQLSchema, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { Ability } from './ability.type.ts';
import { enforcePolicies } from './enforce-policies.ts';
import { EventResolver } from './event.resolver.ts';
import { EventType } from './event.types.ts';
import { globalId } from './global-id.ts';
import { ConflictProblemResolver, NodeResolver } from './node.resolver.ts';
import { ConflictProblem, FieldProblem, NotFoundProblem } from './problem.type.ts';
import { DateTimeScalar } from './scalars.ts';
import type { GraphContext, GraphViewer } from './graph-context.ts';
import type { ServerModule } from './server-module.ts';

/** type-graphql insists on one although every subscription here brings its own source. */
const noPubSub = {
  publish: () => {
    throw new Error('Record an event instead: subscriptions follow streams.');
  },
  subscribe: () => {
    throw new Error('Declare `subscribe` on the subscription.');
  },
};

/**
 * The schema of these rooms, with global ids and with a policy in front of every field.
 * @throws Error when a field or type has no policy, or a node is not registered.
 */
export function buildGraphSchema<V extends GraphViewer>(modules: readonly ServerModule<V>[]): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver,
      ConflictProblemResolver,
      EventResolver,
      ...modules.flatMap((module) => module.resolvers),
    ] as unknown as [() => void],
    orphanedTypes: [
      Ability,
      FieldProblem,
      NotFoundProblem,
      ConflictProblem,
      EventType,
      ...modules.flatMap((module) => module.types ?? []),
    ],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    pubSub: noPubSub,
    validate: false,
    disableInferringDefaultValues: true,
  });
  const registered = new Set(['Event', ...modules.flatMap((module) => module.nodes ?? []).map((node) => node.type)]);
  giveGlobalIds(schema, registered);
  enforcePolicies(schema);
  return schema;
}

function giveGlobalIds(schema: GraphQLSchema, registered: ReadonlySet<string>): void {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('The schema has no Node.');
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type) || !type.getInterfaces().includes(node)) continue;
    if (!registered.has(type.name))
      throw new Error(`${type.name} implements Node but no module lists it in \`nodes\`.`);
    const id = type.getFields()['id'] as GraphQLField<{ id: string }, GraphContext> | undefined;
    if (id) id.resolve = (source) => globalId(type.name, source.id);
  }
}
