const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id a client holds: `Bottleneck_0190…`. Type first, so that a person reading a log knows what it is. */
export function globalId(type: string, id: string): string {
  return `${type}_${id}`;
}

/** Takes a global id apart; null when it has not the form `Type_<uuid>`. */
export function parseGlobalId(value: string): { type: string; id: string } | null {
  const at = value.indexOf('_');
  if (at < 1) return null;
  const id = value.slice(at + 1);
  return uuid.test(id) ? { type: value.slice(0, at), id } : null;
}

/**
 * The UUID inside a global id of this type; null for another type, a wrong form or nothing at all.
 * A caller treats null as "not there", so that a guess learns nothing.
 */
export function uuidOf(type: string, value: string | null | undefined): string | null {
  const parsed = value ? parseGlobalId(value) : null;
  return parsed?.type === type ? parsed.id : null;
}
