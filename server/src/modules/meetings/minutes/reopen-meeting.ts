import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { putInOrder, workingAgenda } from '../agenda.ts';
import { meetingEvent } from '../meeting-events.ts';
import { meetingForChange } from '../meeting-for-change.ts';
import { type Change, Meeting, type PublishedItem } from '../meeting.entity.ts';
import { canonicalJson } from './frozen-minutes.ts';
import { closingEvents } from './minutes-events.ts';
import { type CarriedItem, Minutes } from './minutes.entity.ts';
import { goOn } from './stop-clock.ts';

/**
 * Takes closing back, as long as nobody built on it: the minutes are the draft that was drawn up, no municipality was told, and what went
 * to the next agenda is there as it went. No item is current afterwards.
 * @throws Forbidden, Refusal (MEETING_NOT_CLOSED, MINUTES_ADOPTED, MINUTES_BUILT_ON).
 */
export async function reopenMeeting(
  tx: Transaction,
  viewer: Viewer,
  input: { meetingId: string },
): Promise<{ meetingId: string }> {
  const meeting = await meetingForChange(tx, viewer, uuidOf('Meeting', input.meetingId), 'meetingId', null, 'REOPEN');
  const minutes = await untouchedMinutes(tx, meeting);
  const change = { by: viewer.personId, at: tx.now };

  await bringBack(tx, meeting.publishedAgenda ?? [], minutes.undo.carried, change);
  await tx.em.execute('delete from case_feedback where meeting_id = ?', [meeting.id]);
  await tx.em.execute('delete from minutes where id = ?', [minutes.id]);
  await goOn(tx, meeting.id);
  const before = meeting.state;
  meeting.reopen(minutes.undo.publishedAgenda, change);
  await tx.em.flush();
  for (const event of closingEvents('MEETING_REOPENED', meeting, { before, carriedOver: 0 })) tx.record(event);
  return { meetingId: meeting.id };
}

async function untouchedMinutes(tx: Transaction, meeting: Meeting): Promise<Minutes> {
  const [row] = await tx.em.execute<object[]>(
    `select n.* from minutes n where n.meeting_id = ? and n.state = 'DRAFT' and n.version = 1
       and not exists (select from case_feedback f where f.meeting_id = n.meeting_id and f.done_at is not null) for update`,
    [meeting.id],
  );
  if (!row) return refuse(fieldProblem('MINUTES_BUILT_ON', ['input', 'meetingId']));
  return tx.em.map(Minutes, row);
}

/** Takes what was carried over off the next agenda again. @throws Refusal when it was changed or published there. */
async function bringBack(
  tx: Transaction,
  agenda: readonly PublishedItem[],
  carried: readonly CarriedItem[],
  change: Change,
): Promise<void> {
  if (carried.length === 0) return;
  const ids = carried.map(({ continuedById }) => continuedById);
  const [row] = await tx.em.execute<object[]>('select * from meeting where id = ? for update', [carried[0]?.meetingId]);
  const next = row && tx.em.map(Meeting, row);
  const items = next ? await workingAgenda(tx, next.id) : [];
  if (
    !next ||
    (next.state !== 'DRAFT' && next.state !== 'PUBLISHED') ||
    carried.some((one) => isBuiltOn(next, items, agenda, one))
  )
    return refuse(fieldProblem('MINUTES_BUILT_ON', ['input', 'meetingId']));
  await tx.em.execute('delete from agenda_item where id = any(?::uuid[])', [arrayLiteral(ids)]);
  const left = items.filter(({ id }) => !ids.includes(id));
  await putInOrder(
    tx,
    next.id,
    left.map(({ id }) => id),
  );
  for (const { id, title, closedPart, subjects } of items.filter((item) => ids.includes(item.id))) {
    next.changeAgenda(change);
    const told = [{ field: 'title', before: title, after: null }];
    tx.record(meetingEvent('AGENDA_ITEM_REMOVED', next, told, { id, closedPart, subjects }));
  }
  await tx.em.flush();
}

function isBuiltOn(
  next: Meeting,
  items: readonly PublishedItem[],
  agenda: readonly PublishedItem[],
  { itemId, continuedById }: CarriedItem,
): boolean {
  const now = items.find(({ id }) => id === continuedById);
  const was = agenda.find(({ id }) => id === itemId);
  if (!now || !was || next.publishedAgenda?.some(({ id }) => id === continuedById)) return true;
  const same = ({ id: _id, position: _position, ...text }: PublishedItem) => canonicalJson(text);
  return same(now) !== same(was);
}
