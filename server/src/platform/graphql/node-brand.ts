const brands = new WeakMap<object, string>();

/** Notes of which GraphQL type a source object is, so that interfaces and unions can tell. Gives the object back. */
export function brand<T extends object>(type: string, source: T): T {
  brands.set(source, type);
  return source;
}

/**
 * The GraphQL type of a source object behind an interface or a union: its `__typename`, or what `brand` noted.
 * Everything that comes from `ctx.node(…)` or `ctx.nodes(…)` is branded.
 */
export function typeOf(source: object): string | undefined {
  const named = (source as { __typename?: unknown }).__typename;
  return typeof named === 'string' ? named : brands.get(source);
}
