import { GraphQLError } from 'graphql';

/** Deeper than any input of the schema; a form has four levels at most. */
const maxDepth = 12;
const maxValues = 5_000;
const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Does a text contain NUL (PostgreSQL cannot store it) or half a surrogate pair (no UTF-8 for it)? */
export function unstorableIn(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}

function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/**
 * Looks at variables before graphql-js does: no depth that blows the stack, no key that reaches a prototype, no text
 * that cannot be stored. Walks without recursion.
 * @throws GraphQLError BAD_USER_INPUT that names the variable.
 */
export function checkVariables(variables: unknown): void {
  const waiting: { value: unknown; depth: number; name: string }[] = [{ value: variables, depth: 0, name: '' }];
  let next = waiting.pop();
  for (let seen = 0; next !== undefined; seen++, next = waiting.pop()) {
    const { value, depth, name } = next;
    if (seen > maxValues) refuse(`The variables hold more than ${maxValues} values. Send less at once.`);
    if (depth > maxDepth) refuse(`The variable $${name} is nested deeper than ${maxDepth} levels.`);
    if (typeof value === 'string') {
      if (unstorableIn(value))
        refuse(
          `The variable $${name} contains characters that cannot be stored (NUL or half a surrogate pair). Retype the text.`,
        );
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (!Array.isArray(value) && (forbiddenKeys.includes(key) || unstorableIn(key)))
          refuse(`The variable $${name || '…'} has a key that is not allowed.`);
        waiting.push({ value: inner, depth: depth + 1, name: name || (unstorableIn(key) ? '…' : key) });
      }
    }
  }
}
