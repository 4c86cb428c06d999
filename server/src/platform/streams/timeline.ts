import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Cursors } from './cursor.ts';
import type { Reference, StoredEvent } from './event.ts';
import { type EventRow, eventColumns, toStoredEvent } from './read-events.ts';
import type { TimelinePage, TimelineRequest } from './stream.ts';

/** How often more is read to fill one page, each time more of it: much can be hidden. */
const mostRounds = 8;
const mostRows = 1_000;

/**
 * Reads the timeline of a subject, newest first, until the page is full and one more that is visible is known of: that there
 * is a next page must not tell of what is hidden. A bounded number of rows is looked at; `endCursor` goes on from there.
 */
export async function readTimeline(
  em: SqlEntityManager,
  subject: Reference,
  request: TimelineRequest,
  port: { cursors: Cursors; epoch: string; visible(events: readonly StoredEvent[]): Promise<ReadonlySet<string>> },
): Promise<TimelinePage> {
  const seal = (number: number) => port.cursors.seal('timeline', subject, { epoch: port.epoch, number });
  // A timeline outlives an epoch: rows keep their positions when a backup is restored.
  let before =
    request.before === undefined
      ? Number.MAX_SAFE_INTEGER
      : port.cursors.open('timeline', subject, request.before).number;
  const entries: TimelinePage['entries'][number][] = [];
  let limit = request.first + 1;
  let more = true;
  for (let round = 0; more && round < mostRounds; round += 1) {
    const rows = await readRows(em, subject, before, limit);
    more = rows.length === limit;
    const visible = await port.visible(rows.map(toStoredEvent));
    for (const row of rows) {
      const shows = visible.has(row.id);
      if (shows && entries.length === request.first)
        return { entries, hasMore: true, endCursor: entries.at(-1)?.cursor ?? null };
      before = row.position;
      if (shows) entries.push({ cursor: seal(row.position), event: toStoredEvent(row) });
    }
    limit = Math.min(limit * 4, mostRows);
  }
  return { entries, hasMore: more, endCursor: before === Number.MAX_SAFE_INTEGER ? null : seal(before) };
}

function readRows(em: SqlEntityManager, subject: Reference, before: number, limit: number): Promise<EventRow[]> {
  return em.execute<EventRow[]>(
    `select ${eventColumns} from event_subject join event on event.position = event_subject.position
     where event_subject.kind = ? and event_subject.id = ? and event_subject.position < ?
     order by event_subject.position desc limit ?`,
    [subject.kind, subject.id, before, limit],
  );
}
