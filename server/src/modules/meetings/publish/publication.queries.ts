import type { SqlEntityManager } from '@mikro-orm/sql';
import type { AgendaSnapshot } from '@versnellingstafel/shared/meetings/agenda-changes';
import type { MeetingState } from '@versnellingstafel/shared/meetings/agenda';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { PublishedItem } from '../meeting.entity.ts';

/** What a meeting was before it was published, to go back to. */
export interface BeforePublication {
  readonly state: MeetingState;
  readonly publishedAt: string | null;
  readonly publishedVersion: number | null;
  readonly publishedAgenda: PublishedItem[] | null;
  readonly unpublishedChanges: number;
}

/** Something that was told of a meeting: its agenda, or that it was moved, cancelled or restored. */
export interface Publication {
  readonly id: string;
  readonly meetingId: string;
  readonly number: number;
  readonly kind: 'AGENDA' | 'NOTICE';
  readonly publishedAt: Date;
  readonly publishedById: string;
  readonly message: string;
  readonly snapshot: AgendaSnapshot;
  readonly before: BeforePublication | null;
  /** Has its mail begun to leave? */
  readonly mailLeft: boolean;
}

const columns = `p.id, p.meeting_id as "meetingId", p.number, p.kind, extract(epoch from p.published_at)::float8 * 1000 as "publishedAt",
  p.published_by_id as "publishedById", p.message, p.snapshot, p.before, exists (select from mail_message m where m.about_id = p.id
    and (m.state <> 'WAITING' or m.claimed_until is not null or m.attempts > 0)) as "mailLeft"`;

type Row = Omit<Publication, 'publishedAt'> & { publishedAt: number };
const fromRow = (row: Row): Publication => ({ ...row, publishedAt: new Date(row.publishedAt) });

/** All that was told of these meetings, the earliest first; one statement. */
export async function publicationsOf(em: SqlEntityManager, meetingIds: readonly string[]): Promise<Publication[]> {
  const rows = await em.execute<Row[]>(
    `select ${columns} from publication p where p.meeting_id = any(?::uuid[]) order by p.meeting_id, p.number`,
    [arrayLiteral(meetingIds)],
  );
  return rows.map(fromRow);
}

/** One of them with the one before it; null when it is gone. */
export async function publicationWithBefore(
  em: SqlEntityManager,
  id: string,
): Promise<{ publication: Publication; previous: Publication | null } | null> {
  const rows = await em.execute<Row[]>(
    `select ${columns} from publication p join publication asked on asked.id = ? and asked.meeting_id = p.meeting_id
     where p.number <= asked.number order by p.number desc limit 2`,
    [id],
  );
  const [publication, previous] = rows.map(fromRow);
  return publication?.id === id ? { publication, previous: previous ?? null } : null;
}
