import type { SqlEntityManager } from '@mikro-orm/sql';
import type { MeetingState } from '@versnellingstafel/shared/meetings/agenda';
import { mayWithMeeting } from '@versnellingstafel/shared/meetings/permissions';
import { validate } from 'uuid';
import type { TextAccess } from '../../../platform/collab/text-kind.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import type { AgendaItemFace } from '../agenda.queries.ts';
import type { Meeting } from '../meeting.entity.ts';
import { meetingKind } from '../meeting-events.ts';
import { meetingFacts } from '../meeting.policy.ts';
import { minutesTextKind } from './minutes-text.ts';

/** The text of an item is for who may see the item, and written by who takes part, from the start until its minutes are adopted. */
export function registerMinutesText(platform: AppPlatform): void {
  platform.collab.register(minutesTextKind, { access: accessToMinutesText, closed: whyClosed });
}

interface Place {
  readonly meetingId: string;
  readonly itemId: string;
}

function placeOf(name: string): Place | null {
  const [, meetingId = '', itemId = '', ...more] = name.split(':');
  return more.length === 0 && validate(meetingId) && validate(itemId) ? { meetingId, itemId } : null;
}

async function accessToMinutesText(context: AppContext, name: string): Promise<TextAccess | null> {
  const place = placeOf(name);
  if (!place) return null;
  const item = (await context.node('AgendaItem', place.itemId)) as AgendaItemFace | null;
  if (!item || item.masked || item.meetingId !== place.meetingId) return null;
  const meeting = (await context.node('Meeting', place.meetingId)) as Meeting | null;
  const facts = await meetingFacts(context, place.meetingId);
  if (!meeting || !facts) return null;
  const decision = mayWithMeeting('WRITE_MINUTES', { role: facts.role, state: meeting.state, isGuest: facts.isGuest });
  return {
    may: decision.allowed ? 'write' : 'read',
    because: decision.allowed ? null : decision.reason,
    shownAs: await nameOf(context),
    streams: [
      { kind: meetingKind, id: meeting.id },
      { kind: 'table', id: meeting.tableId },
    ],
  };
}

async function nameOf(context: AppContext): Promise<string> {
  const rows = await context.em.execute<{ name: string }[]>('select name from person where id = ?', [
    context.requireViewer().personId,
  ]);
  return rows[0]?.name ?? '';
}

/** The row stays locked until the change is kept: whoever adopts the minutes waits for it, and reads it. */
async function whyClosed(em: SqlEntityManager, name: string): Promise<string | null> {
  const rows = await em.execute<{ state: MeetingState }[]>('select state from meeting where id = ? for share', [
    placeOf(name)?.meetingId ?? null,
  ]);
  // Who somebody is was asked before; here only the meeting may have moved on.
  const decision = mayWithMeeting('WRITE_MINUTES', { role: 'PARTICIPANT', state: rows[0]?.state ?? 'CANCELLED' });
  return decision.allowed ? null : decision.reason;
}
