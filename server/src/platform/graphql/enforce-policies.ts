import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  defaultFieldResolver,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { Unauthenticated } from '../commands/breach.ts';
import type { GraphContext } from './graph-context.ts';
import { type PolicyRule, policyKey, policyRules } from './policy.ts';

/** The rule that holds for a field: its own, or else that of its type. Undefined when there is none. */
export function policyOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, GraphContext>,
  isRoot: boolean,
): PolicyRule | undefined {
  const rule = field.extensions[policyKey] ?? (isRoot ? undefined : type.extensions[policyKey]);
  return policyRules.find((known) => known === rule);
}

function allows(rule: PolicyRule, source: unknown, context: GraphContext): boolean {
  if (rule === 'public' || rule === 'withParent') return true;
  if (context.viewer === null) throw new Unauthenticated();
  if (rule === 'signedIn') return true;
  return (source as { personId?: unknown } | null)?.personId === context.viewer.personId;
}

/**
 * Puts the rule in front of every resolver, deny by default.
 * @throws Error with the names of all fields and types that have no rule.
 */
export function enforcePolicies(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const isRoot = roots.includes(type);
    for (const field of Object.values(type.getFields())) {
      const rule = policyOf(type, field, isRoot);
      if (rule === undefined || (isRoot && (rule === 'own' || rule === 'withParent')))
        missing.push(`${type.name}.${field.name}`);
      else if (rule !== 'public' && rule !== 'withParent') guard(field, rule);
    }
  }
  if (missing.length > 0) throw new Error(`These fields have no policy: ${missing.join(', ')}. Add @Policy(…).`);
}

function guard(field: GraphQLField<unknown, GraphContext>, rule: PolicyRule): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  field.resolve = (source, args, context, info) =>
    allows(rule, source, context) ? resolve(source, args, context, info) : null;
  if (subscribe) {
    field.subscribe = (source, args, context, info) => {
      if (!allows(rule, source, context)) throw new Unauthenticated();
      return subscribe(source, args, context, info);
    };
  }
}
