import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { type Page, checkFirst } from '../../platform/graphql/connection.ts';
import { loadEvents } from '../../platform/graphql/event.queries.ts';
import type { StoredEvent } from '../../platform/streams/event.ts';
import type { AppContext } from '../people/people.module.ts';

/** Something that reached a person. */
export interface InboxItem {
  readonly id: string;
  readonly eventId: string;
  readonly personId: string;
  readonly reason: string;
  readonly readAt: Date | null;
  readonly event: StoredEvent;
}

interface ItemRow {
  id: string;
  eventId: string;
  personId: string;
  reason: string;
  readAt: string | Date | null;
  /** As text, to the microsecond, so that a cursor finds the very place again. */
  happenedAt: string;
}

export interface InboxPage extends Page<InboxItem> {
  unreadCount(): Promise<number>;
}

/** Unread items that are looked at for the count; who has more reads «500». */
const mostCounted = 500;
/** Rows read for one page: rights can hide some of them, and then more are read, each time more of it. */
const spare = 4;
const mostRounds = 5;
const mostRows = 2_000;

const columns = `i.id, i.event_id as "eventId", i.person_id as "personId", i.reason, i.read_at as "readAt", i.happened_at::text as "happenedAt"`;

/**
 * What reached the viewer, newest first. An item shows only while everything it is about is visible to them: a right that is
 * taken away takes the item away.
 * @throws BadCursor, Breach BAD_USER_INPUT.
 */
export async function listInbox(
  context: AppContext,
  request: { first: number; after: string | null },
): Promise<InboxPage> {
  const { personId } = context.requireViewer();
  const first = checkFirst(request.first);
  const list = `inbox:${personId}`;
  const start = request.after === null ? null : context.platform.cursors.read(list, request.after);
  let place: { at: string; id: string } | null = start && { at: String(start.values[0]), id: start.id };
  const shown: { item: InboxItem; at: string }[] = [];
  let hasMore = true;
  for (let round = 0; round < mostRounds && shown.length <= first && hasMore; round += 1) {
    const limit = Math.min((first + 1) * spare ** (round + 1), mostRows);
    const rows: ItemRow[] = await context.em.execute<ItemRow[]>(
      `select ${columns} from inbox_item i
       where i.person_id = ? and (?::timestamptz is null or (i.happened_at, i.id) < (?::timestamptz, ?::uuid))
       order by i.happened_at desc, i.id desc limit ${limit}`,
      [personId, place?.at ?? null, place?.at ?? null, place?.id ?? null],
    );
    shown.push(...(await visibleItems(context, rows)));
    hasMore = rows.length === limit;
    const last = rows.at(-1);
    if (last) place = { at: last.happenedAt, id: last.id };
  }
  const edges = shown.slice(0, first).map(({ item, at }) => ({
    cursor: context.platform.cursors.sign(list, { values: [at], id: item.id }),
    node: item,
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: shown.length > first,
      hasPreviousPage: start !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    unreadCount: () => countUnread(context),
  };
}

async function visibleItems(context: AppContext, rows: readonly ItemRow[]): Promise<{ item: InboxItem; at: string }[]> {
  if (rows.length === 0) return [];
  const events = await loadEvents(
    context,
    rows.map((row) => row.eventId),
  );
  return rows.flatMap(({ happenedAt, readAt, ...row }) => {
    const event = events.get(row.eventId);
    return event
      ? [{ item: { ...row, readAt: readAt === null ? null : new Date(readAt), event }, at: happenedAt }]
      : [];
  });
}

/** How many items the viewer may see and has not read. */
export async function countUnread(context: AppContext): Promise<number> {
  const { personId } = context.requireViewer();
  const rows = await context.em.execute<{ eventId: string }[]>(
    `select event_id as "eventId" from inbox_item where person_id = ? and read_at is null order by happened_at desc limit ${mostCounted}`,
    [personId],
  );
  if (rows.length === 0) return 0;
  return (
    await loadEvents(
      context,
      rows.map((row) => row.eventId),
    )
  ).size;
}

/** The load of the node: the viewer's own items, while they may see what these are about. */
export async function loadInboxItems(context: AppContext, ids: readonly string[]): Promise<Map<string, InboxItem>> {
  if (context.viewer === null) return new Map();
  const rows = await context.em.execute<ItemRow[]>(
    `select ${columns} from inbox_item i where i.id = any(?::uuid[]) and i.person_id = ?`,
    [arrayLiteral(ids), context.viewer.personId],
  );
  return new Map((await visibleItems(context, rows)).map(({ item }) => [item.id, item]));
}
