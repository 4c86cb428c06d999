import type { EntityClass, FilterQuery } from '@mikro-orm/core';
import type { GraphContext } from './graph-context.ts';

/** Rows that every signed-in person may see, by id, in one statement: the `load` of a public node. */
export async function loadRows<T extends { id: string }>(
  context: Pick<GraphContext, 'em' | 'viewer'>,
  entity: EntityClass<T>,
  ids: readonly string[],
): Promise<Map<string, T>> {
  if (context.viewer === null) return new Map();
  const rows = await context.em.find(entity, { id: { $in: ids } } as unknown as FilterQuery<T>);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is found in bulk under a key, as lists: `grouped(rows, (row) => row.regionId)`. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
