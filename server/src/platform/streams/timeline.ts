import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Cursors } from './cursor.ts';
import type { Reference, StoredEvent } from './event.ts';
import { type EventRow, eventColumns, toStoredEvent } from './read-events.ts';
import type { TimelinePage, TimelineRequest } from './stream.ts';

/** Pages that are read at most to fill one, when much is hidden. */
const mostRounds = 4;

/**
 * Reads the timeline of a subject, newest first, until the page is full of what is visible or a bounded
 * number of rows was looked at; `endCursor` then goes on from there.
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
  const limit = request.first + 1;
  const entries: TimelinePage['entries'][number][] = [];
  let more = true;
  for (let round = 0; more && entries.length < request.first && round < mostRounds; round += 1) {
    const rows = await readRows(em, subject, before, limit);
    more = rows.length === limit;
    const visible = await port.visible(rows.map(toStoredEvent));
    for (const row of rows) {
      if (entries.length === request.first) {
        more = true;
        break;
      }
      before = row.position;
      if (visible.has(row.id)) entries.push({ cursor: seal(row.position), event: toStoredEvent(row) });
    }
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
