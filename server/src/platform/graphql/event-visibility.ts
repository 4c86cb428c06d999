import type { StoredEvent } from '../streams/event.ts';
import { createGraphContext } from './create-graph-context.ts';
import type { GraphContext, GraphViewer, Platform, RequestFacts } from './graph-context.ts';

/**
 * What a room adds to the rights of a type of event: an extra condition, beside seeing every subject. What it has to read
 * it reads through a loader of the context, so that many events cost one statement.
 */
export type EventRule<V extends GraphViewer = GraphViewer> = (
  viewer: V,
  event: StoredEvent,
  context: GraphContext<V>,
) => boolean | Promise<boolean>;

const rules = new WeakMap<object, Map<string, unknown>>();

/**
 * Adds a condition for events of these types, where seeing their subjects is not enough: a change in a working version
 * of which an older version is published already.
 */
export function registerEventRule<V extends GraphViewer>(
  platform: Platform<V>,
  types: readonly string[],
  rule: EventRule<V>,
): void {
  const known = rules.get(platform) ?? new Map<string, unknown>();
  rules.set(platform, known);
  for (const type of types) {
    if (known.has(type)) throw new Error(`The event ${type} has a rule already.`);
    known.set(type, rule);
  }
}

async function ruleAllows<V extends GraphViewer>(context: GraphContext<V>, event: StoredEvent): Promise<boolean> {
  const rule = rules.get(context.platform)?.get(event.type) as EventRule<V> | undefined;
  return rule === undefined || (context.viewer !== null && (await rule(context.viewer, event, context)));
}

/** Of these ids of one kind, those that the viewer of the context may see. An unknown kind shows nothing. */
async function visibleIds<V extends GraphViewer>(
  context: GraphContext<V>,
  kind: string,
  ids: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const node = context.platform.nodes.ofKind(kind);
  if (!node || ids.size === 0) return new Set();
  return new Set((await node.load(context, [...ids])).keys());
}

/**
 * Of these events, the ids of those that the viewer may see: an event shows when **every** subject of it does (and the rule
 * of its type, if there is one, agrees). Each noun
 * decides that in one place, the `load` of its node. One statement for each kind, however many events.
 */
export async function visibleEvents<V extends GraphViewer>(
  context: GraphContext<V>,
  events: readonly StoredEvent[],
): Promise<ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { kind, id } of events.flatMap((event) => event.subjects)) {
    const ids = asked.get(kind) ?? new Set();
    asked.set(kind, ids.add(id));
  }
  const seen = new Map<string, ReadonlySet<string>>();
  for (const [kind, ids] of asked) seen.set(kind, await visibleIds(context, kind, ids));
  const shows = ({ subjects }: StoredEvent) =>
    subjects.length > 0 && subjects.every(({ kind, id }) => seen.get(kind)?.has(id));
  const allowed = await Promise.all(events.map(async (event) => shows(event) && (await ruleAllows(context, event))));
  return new Set(events.filter((_, index) => allowed[index]).map((event) => event.id));
}

const noRequest: RequestFacts = {
  requestId: 'delivery',
  acceptLanguage: undefined,
  address: '',
  forwarded: false,
  setCookie: () => {},
};

/** A context outside any request, with the rights that this person has now; for asking what they may see. */
export function contextOf<V extends GraphViewer>(platform: Platform<V>, personId: string): Promise<GraphContext<V>> {
  return createGraphContext(platform, noRequest, { idHash: '', personId });
}

/** `visibleEvents` for streams: the rights are read anew, since the viewer at hand may be hours old. */
export async function visibleNow<V extends GraphViewer>(
  platform: Platform<V>,
  viewer: V,
  events: readonly StoredEvent[],
): Promise<ReadonlySet<string>> {
  return visibleEvents(await contextOf(platform, viewer.personId), events);
}
