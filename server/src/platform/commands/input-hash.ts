import { createHash } from 'node:crypto';

/** The same for the same command with the same input, whatever the order of its fields. */
export function inputHash(command: string, input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([command, ordered(input)]))
    .digest('base64url');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  // Pairs and not an object: a field called `__proto__` must count as well.
  return { fields: entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, ordered(each)]) };
}
