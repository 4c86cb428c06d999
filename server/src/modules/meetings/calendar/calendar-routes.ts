import { createHash } from 'node:crypto';
import { messageFor } from '@versnellingstafel/shared/errors/messages';
import { contextOf } from '../../../platform/graphql/event-visibility.ts';
import type { HttpCall } from '../../../platform/http/http-routes.ts';
import { originOf } from '../../../platform/http/request-facts.ts';
import { sendError } from '../../../platform/http/send.ts';
import { hostOf } from '../../../platform/mail/mail-job.ts';
import { contentDisposition } from '../../../platform/files/file-name.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import { personOfFeed } from './calendar-feed.ts';
import { calendarMeeting, feedOf } from './calendar.queries.ts';
import { type CalendarReader, meetingFeed, meetingFile } from './meeting-calendar.ts';
import { uuidPattern } from '../../../platform/ids/uuid-text.ts';

const oneMeeting = new RegExp(`^/calendar/meetings/(${uuidPattern})\\.ics$`);
const feed = /^\/calendar\/feed\/([\w-]+)\.ics$/;

/** Where one meeting is got for a calendar. */
export function calendarUrl(meetingId: string): string {
  return `/calendar/meetings/${meetingId}.ics`;
}

/** `/calendar/meetings/<id>.ics` for who is signed in, and `/calendar/feed/<secret>.ics` for who knows the secret. */
export function registerCalendarRoutes(platform: AppPlatform): void {
  platform.http.register('/calendar/', answerCalendar);
}

interface CalendarFile {
  readonly name: string;
  readonly content: string;
}

async function answerCalendar(call: HttpCall<AppContext>): Promise<void> {
  const { request, response, path } = call;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'Only GET works here.');
  }
  const context = await call.context();
  const meetingId = oneMeeting.exec(path)?.[1];
  const file =
    meetingId === undefined ? await fileOfFeed(call, context) : await fileOfMeeting(call, context, meetingId);
  if (!file) return sendError(request, response, 404, 'NOT_FOUND', messageFor('NOT_FOUND', context.locale));
  const etag = `"${createHash('sha256').update(file.content).digest('base64url').slice(0, 27)}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'private, no-cache');
  if (request.headers['if-none-match']?.includes(etag)) {
    response.writeHead(304).end();
    return undefined;
  }
  response.writeHead(200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': contentDisposition('attachment', file.name),
    'Content-Length': Buffer.byteLength(file.content),
  });
  response.end(request.method === 'HEAD' ? undefined : file.content);
}

function readerOf({ request }: HttpCall<AppContext>, context: AppContext): CalendarReader {
  const { platform, locale } = context;
  return { locale, origin: originOf(request, platform.settings.publicUrl), host: hostOf(platform) };
}

async function fileOfMeeting(
  call: HttpCall<AppContext>,
  context: AppContext,
  id: string,
): Promise<CalendarFile | null> {
  const meeting = await calendarMeeting(context, id);
  if (!meeting) return null;
  const day = meeting.startsAt.toISOString().slice(0, 10);
  return { name: `${meeting.tableName} ${day}.ics`, content: meetingFile(meeting, readerOf(call, context)) };
}

/** A calendar program has no session: the secret says who asks, and their rights of this moment decide. */
async function fileOfFeed(call: HttpCall<AppContext>, context: AppContext): Promise<CalendarFile | null> {
  const personId = await personOfFeed(context.em, feed.exec(call.path)?.[1] ?? '');
  if (personId === null) return null;
  const owner = await contextOf(context.platform, personId);
  if (owner.viewer === null) return null;
  return { name: 'vergaderingen.ics', content: meetingFeed(await feedOf(owner), readerOf(call, owner)) };
}
