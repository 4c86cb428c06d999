import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { Forbidden } from '../../../platform/commands/breach.ts';
import type { AbilityDecision } from '../../../platform/graphql/abilities.ts';
import type { Page } from '../../../platform/graphql/connection.ts';
import { pageOf, type SqlPart } from '../../../platform/graphql/keyset-page.ts';
import type { MailState } from '../../../platform/mail/mail-queue.ts';
import { visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import { type AppContext, hasRole, type Viewer } from '../../people/people.module.ts';
import { visibleMeetings } from '../meeting.policy.ts';

/** A mail as it stands in the outbox. */
export interface MailFace {
  readonly id: string;
  readonly meetingId: string;
  readonly state: MailState;
  readonly address: string;
  readonly receiver: string;
  readonly subject: string;
  readonly text: string;
  readonly calendar: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** Who looks into the outbox: in the demo, where nothing is sent, those who prepare meetings and who runs the place. */
export function maySeeOutbox(viewer: Viewer, demo: boolean): AbilityDecision {
  const seat = viewer.memberships.some(({ role }) => leadsTable(role));
  return demo && (seat || hasRole(viewer, 'FUNCTIONAL_ADMINISTRATOR'))
    ? { allowed: true }
    : { allowed: false, reason: 'OUTBOX_NOT_YOURS' };
}

/**
 * The mails that the viewer may read, as a condition on `m` (mail), `p` (publication) and `g` (meeting): their own, and of others those
 * about meetings of the tables they follow (not of one where they are a guest) that tell nothing which they may not hear. A mail that is not written yet tells nothing.
 */
function visibleMail(viewer: Viewer): SqlPart {
  const meetings = visibleMeetings(viewer, 'told');
  const cases = visibleBottlenecks(viewer, 'b');
  return {
    sql: `(m.person_id = ? or (?::boolean or (told.table_id = any(?::uuid[]) and ${meetings.sql})) and not exists (
      select from jsonb_array_elements(m.mentions) s where (s ->> 'closedPart')::boolean and told.table_id <> all(?::uuid[])
        or jsonb_array_length(s -> 'caseIds') > 0 and not exists (
          select from jsonb_array_elements_text(s -> 'caseIds') c (id) join bottleneck b on b.id = c.id::uuid where ${cases.sql})))`,
    params: [
      viewer.personId,
      hasRole(viewer, 'FUNCTIONAL_ADMINISTRATOR'),
      arrayLiteral(viewer.followedTableIds),
      ...meetings.params,
      arrayLiteral(viewer.publicBodyTableIds),
      ...cases.params,
    ],
  };
}

const moment = (column: string) => `extract(epoch from ${column})::float8 * 1000`;
const select = `select m.id, p.meeting_id as "meetingId", m.state, m.address, m.receiver, m.subject, m.text, m.calendar,
  ${moment('m.created_at')} as "createdAt", ${moment('m.due_at')} as "dueAt", ${moment('m.sent_at')} as "sentAt", m.attempts,
  m.last_error as "lastError"
  from mail_message m join publication p on p.id = m.about_id join meeting told on told.id = p.meeting_id`;

type Row = Omit<MailFace, 'createdAt' | 'dueAt' | 'sentAt'> & {
  createdAt: number;
  dueAt: number;
  sentAt: number | null;
};
const fromRow = (row: Row): MailFace => ({
  ...row,
  createdAt: new Date(row.createdAt),
  dueAt: new Date(row.dueAt),
  sentAt: row.sentAt === null ? null : new Date(row.sentAt),
});

/** The outbox, the latest first. @throws Forbidden (OUTBOX_NOT_YOURS). */
export function outboxOf(
  context: AppContext,
  { first, after }: { first: number; after: string | null },
): Promise<Page<MailFace>> {
  const viewer = context.requireViewer();
  const decision = maySeeOutbox(viewer, context.platform.settings.demo);
  if (!decision.allowed) throw new Forbidden(decision.reason);
  const visible = visibleMail(viewer);
  return pageOf<MailFace>(context.platform.cursors, {
    list: 'outbox',
    first,
    after,
    filter: [viewer.personId],
    keys: [{ sql: 'm.created_at', direction: 'desc', value: (mail) => mail.createdAt.toISOString() }],
    idSql: 'm.id',
    rows: async ({ where, orderBy, limit }) => {
      const rows = await context.em.execute<Row[]>(
        `${select} where ${visible.sql} and ${where.sql} order by ${orderBy} limit ${limit}`,
        [...visible.params, ...where.params],
      );
      return rows.map(fromRow);
    },
  });
}

/** The load of the node: mails that the viewer may read in the outbox. */
export async function loadMail(context: AppContext, ids: readonly string[]): Promise<Map<string, MailFace>> {
  const { viewer } = context;
  if (viewer === null || !maySeeOutbox(viewer, context.platform.settings.demo).allowed) return new Map();
  const visible = visibleMail(viewer);
  const rows = await context.em.execute<Row[]>(`${select} where m.id = any(?::uuid[]) and ${visible.sql}`, [
    arrayLiteral(ids),
    ...visible.params,
  ]);
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}
