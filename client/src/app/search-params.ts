/** What stands in the address after the question mark: one string for a key, several when the key is repeated. */
export type RawSearch = Record<string, unknown>;

/** `?staat=ON_HOLD&staat=TRIAGE` and not JSON: addresses are read, mailed and typed by people. */
export function parseSearch(search: string): RawSearch {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((key) => {
      const values = parameters.getAll(key);
      return [key, values.length > 1 ? values : values[0]];
    }),
  );
}

/** The reverse of {@link parseSearch}; leaves out what is empty. */
export function stringifySearch(search: RawSearch): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '' && one !== false) parameters.append(key, String(one));
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** A text, trimmed; undefined when absent or empty. */
export function textParam(value: unknown): string | undefined {
  const one = first(value);
  return typeof one === 'string' || typeof one === 'number' ? String(one).trim() || undefined : undefined;
}

/** One of a few words; undefined for any other. */
export function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  const one = textParam(value);
  return allowed.find((word) => word === one);
}

/** Several of a few words, each once; unknown ones fall away; undefined when none is left. */
export function someOf<T extends string>(allowed: readonly T[], value: unknown): T[] | undefined {
  const given = new Set((Array.isArray(value) ? value : [value]).map(String));
  const kept = allowed.filter((word) => given.has(word));
  return kept.length > 0 ? kept : undefined;
}

/** Several texts, each once; undefined when none. */
export function textsParam(value: unknown): string[] | undefined {
  const texts = [...new Set((Array.isArray(value) ? value : [value]).map(textParam))].filter(
    (text) => text !== undefined,
  );
  return texts.length > 0 ? texts : undefined;
}

/** Present and true, or absent. */
export function flagParam(value: unknown): true | undefined {
  return value === true || first(value) === 'true' ? true : undefined;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/**
 * What a route's `validateSearch` returns. A key without a value stays, as undefined: the router lays these keys over the raw address, so one
 * that is left out would let the unchecked value through. Such keys do not come back into the address.
 */
export function present<T extends object>(search: T): Defined<T> {
  return search as Defined<T>;
}
