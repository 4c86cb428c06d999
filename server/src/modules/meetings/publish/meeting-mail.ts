import {
  agendaChanges,
  changesFor,
  type ChangeSecrets,
  secretsOf,
} from '@versnellingstafel/shared/meetings/agenda-changes';
import { contextOf } from '../../../platform/graphql/event-visibility.ts';
import type { Json } from '../../../platform/database/json.ts';
import type { ComposedMail, MailToCompose } from '../../../platform/mail/mail-composers.ts';
import { hostOf } from '../../../platform/mail/mail-job.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import { closedPartTitle } from '../agenda-item.resolver.ts';
import { calendarFacts, meetingInvitation, meetingLink } from '../calendar/meeting-calendar.ts';
import { Meeting } from '../meeting.entity.ts';
import { itemViews, type ViewOf } from './item-views.ts';
import { meetingMailText } from './meeting-mail-text.ts';
import { type Publication, publicationWithBefore } from './publication.queries.ts';
import { publicationMail } from './record-publication.ts';
import { timesOf } from './snapshot.queries.ts';

/** Has mail about meetings written, for each receiver under the rights of the moment at which it leaves. */
export function registerMeetingMail(platform: AppPlatform): void {
  platform.mail.register(publicationMail, (mail) => composeMeetingMail(platform, mail));
}

/** A meeting with what its mails say of it. */
interface MeetingOfMail {
  readonly meeting: Meeting;
  readonly tableName: string;
  readonly by: string;
}

/** @returns null when there is nothing to tell any longer: the publication was taken back, the meeting is over, or not theirs to see. */
async function composeMeetingMail(platform: AppPlatform, mail: MailToCompose): Promise<ComposedMail | null> {
  const em = platform.database.fork();
  const told = await publicationWithBefore(em, mail.aboutId);
  const [row] = told
    ? await em.execute<(object & { tableName: string; by: string })[]>(
        `select m.*, t.name as "tableName", p.name as by from meeting m join acceleration_table t on t.id = m.table_id, person p
         where m.id = ? and p.id = ? and m.ends_at > ?`,
        [told.publication.meetingId, told.publication.publishedById, platform.now()],
      )
    : [];
  if (!told || !row) return null;
  const { tableName, by, ...columns } = row;
  const about = { meeting: em.map(Meeting, columns), tableName, by };
  const { publication, previous } = told;
  const changes = previous ? agendaChanges(previous.snapshot, publication.snapshot) : [];
  const context = mail.personId === null ? null : await contextOf(platform, mail.personId);
  const secrets = [...changes, ...publication.snapshot.items.map((item) => secretsOf(item))];
  const views = context
    ? await viewsOfPerson(context, publication, secrets)
    : await viewsOfGuest(platform, publication, mail.address);
  if (!views) return null;
  return composed(platform, mail, { about, publication, isFirst: previous === null, changes, secrets, views, context });
}

/** What somebody with an account may see of it; null when they may not see the meeting. */
async function viewsOfPerson(
  context: AppContext,
  { meetingId }: Publication,
  secrets: readonly ChangeSecrets[],
): Promise<ViewOf | null> {
  if (context.viewer === null || (await context.node('Meeting', meetingId)) === null) return null;
  return itemViews(context, meetingId, secrets);
}

/** A guest without an account hears of the items of the invitation; null when there are none left. */
async function viewsOfGuest(platform: AppPlatform, publication: Publication, address: string): Promise<ViewOf | null> {
  const rows = await platform.database
    .fork()
    .execute<{ id: string }[]>(
      'select agenda_item_id as id from agenda_guest where meeting_id = ? and person_id is null and email = ?',
      [publication.meetingId, address],
    );
  const own = new Set(rows.map(({ id }) => id));
  if (!publication.snapshot.items.some(({ id }) => own.has(id))) return null;
  return ({ itemId }) => (itemId === null || own.has(itemId) ? 'SHOWN' : 'ABSENT');
}

interface Pieces {
  readonly about: MeetingOfMail;
  readonly publication: Publication;
  readonly isFirst: boolean;
  readonly changes: ReturnType<typeof agendaChanges>;
  readonly secrets: readonly ChangeSecrets[];
  readonly views: ViewOf;
  readonly context: AppContext | null;
}

function composed(platform: AppPlatform, mail: MailToCompose, pieces: Pieces): ComposedMail | null {
  const { about, publication, views, context } = pieces;
  const { meeting, tableName, by } = about;
  const locale = context?.viewer?.chosenLocale ?? 'nl';
  const { origin } = platform.settings;
  const mask = closedPartTitle[locale];
  const changes = changesFor(pieces.changes, views, mask);
  // Everything that changed is about items which this receiver does not get.
  if (!pieces.isFirst && changes.length === 0) return null;
  const items = publication.snapshot.items.map((item) => {
    const view = views(secretsOf(item));
    const shown = view === 'SHOWN';
    return {
      title: shown ? item.title : mask,
      minutes: item.minutes,
      shown: view !== 'ABSENT',
      papers: shown ? item.papers.length : 0,
    };
  });
  const reader = { locale, origin, host: hostOf(platform) };
  return {
    ...meetingMailText({
      locale,
      receiver: mail.receiver,
      tableName,
      by,
      message: publication.message,
      isFirst: pieces.isFirst,
      changes,
      // As it is at this moment: whoever moved it since sends a mail of their own, and nobody reads a time that is over.
      snapshot: timesOf(meeting),
      items,
      link: meetingLink(meeting.id, origin),
      hasAccount: context !== null,
    }),
    calendar: meetingInvitation({ ...calendarFacts(meeting), tableName }, reader, {
      ...mail,
      from: platform.mail.from,
    }),
    mentions: mentionsOf(pieces.secrets, views),
  };
}

/** What is told to this receiver that others may not hear. */
function mentionsOf(secrets: readonly ChangeSecrets[], views: ViewOf): Json {
  return secrets
    .filter((one) => views(one) === 'SHOWN' && (one.closedPart || one.caseIds.length > 0))
    .map(({ closedPart, caseIds }) => ({ closedPart, caseIds: [...caseIds] }));
}
