import 'reflect-metadata';
import { Extensions } from 'type-graphql';

/**
 * Who may read a field:
 * - `public`: everybody, also without a session;
 * - `signedIn`: every person with a session;
 * - `own`: only the person whose `personId` the source object carries;
 * - `withParent`: whoever was given the object may read it (its own field was guarded where it was reached).
 */
export const policyRules = ['public', 'signedIn', 'own', 'withParent'] as const;
export type PolicyRule = (typeof policyRules)[number];

/** Where the rule travels inside a GraphQL schema. */
export const policyKey = 'policy';

/**
 * Declares who may read a type or call a field. Every field of `Query`, `Mutation` and `Subscription` needs one, and
 * every object type; a field without one takes that of its type. The schema refuses to build when one is missing.
 */
export function Policy(rule: PolicyRule): MethodDecorator & PropertyDecorator & ClassDecorator {
  return Extensions({ [policyKey]: rule }) as MethodDecorator & PropertyDecorator & ClassDecorator;
}
