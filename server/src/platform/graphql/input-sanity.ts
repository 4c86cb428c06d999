import { badInput } from './bad-variable.ts';

/** Deeper than any input of the schema; a form has four levels at most. */
const maxDepth = 12;
const maxValues = 5_000;
const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Does a text contain NUL (PostgreSQL cannot store it) or half a surrogate pair (no UTF-8 for it)? */
export function unstorableIn(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}

/**
 * Looks at variables before graphql-js does: no depth that blows the stack, no key that reaches a prototype, no text
 * that cannot be stored. Walks without recursion.
 * @throws GraphQLError BAD_USER_INPUT with the path of the field.
 */
export function checkVariables(variables: unknown): void {
  const waiting: { value: unknown; path: readonly string[] }[] = [{ value: variables, path: [] }];
  let next = waiting.pop();
  for (let seen = 0; next !== undefined; seen++, next = waiting.pop()) {
    const { value, path } = next;
    if (seen > maxValues || path.length > maxDepth) throw badInput('TOO_DEEP', path.slice(0, 1));
    if (typeof value === 'string') {
      if (unstorableIn(value)) throw badInput('CONTROL_CHARACTERS', path);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (!Array.isArray(value) && (forbiddenKeys.includes(key) || unstorableIn(key)))
          throw badInput('UNKNOWN_FIELD', path);
        waiting.push({ value: inner, path: [...path, key] });
      }
    }
  }
}
