import type { Reference, StoredEvent } from '../streams/event.ts';
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

/** What a room says of an event about many things at once, such as a list that was brought in. */
export interface EventOfMany<V extends GraphViewer = GraphViewer> {
  /** What it changed on one of its subjects, which the viewer may see. */
  changes(context: GraphContext<V>, event: StoredEvent, subject: Reference): Promise<readonly EventChange[]>;
}

/** One field before and after, in words. */
export interface EventChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

const ofMany = new WeakMap<object, Map<string, unknown>>();

/**
 * Events of this type are about many things, each of which shows for itself: the event shows with those of its subjects that the viewer
 * may see, and says on the timeline of each what changed there. One that is hidden neither hides the event nor shows in it.
 */
export function registerEventOfMany<V extends GraphViewer>(
  platform: Platform<V>,
  type: string,
  rule: EventOfMany<V>,
): void {
  const known = ofMany.get(platform) ?? new Map<string, unknown>();
  ofMany.set(platform, known);
  if (known.has(type)) throw new Error(`The event ${type} is told already.`);
  known.set(type, rule);
}

/** What is said of events of this type; undefined for one whose subjects belong together. */
export function eventOfMany<V extends GraphViewer>(platform: Platform<V>, type: string): EventOfMany<V> | undefined {
  return ofMany.get(platform)?.get(type) as EventOfMany<V> | undefined;
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
 * Of these events, the ids of those that the viewer may see: an event shows when **every** subject of it does (or some of those of
 * an event about many), and the rule of its type, if there is one, agrees. Each noun
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
  const sees = ({ kind, id }: Reference) => seen.get(kind)?.has(id) === true;
  const shows = ({ type, subjects }: StoredEvent) =>
    eventOfMany(context.platform, type) ? subjects.some(sees) : subjects.length > 0 && subjects.every(sees);
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
