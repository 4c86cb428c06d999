import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { subjectsOf, workingAgenda } from '../agenda.ts';
import { placeForNewItem } from '../closing-item.ts';
import { meetingEvent } from '../meeting-events.ts';
import { itemForChange } from '../meeting-for-change.ts';
import { Meeting } from '../meeting.entity.ts';
import { placeItem } from '../place-item.ts';
import { casesOf } from '../remove-agenda-item.ts';

export interface CarryOver {
  itemId: string;
  expectedVersion: number;
  toMeetingId: string;
}

/**
 * Puts an item on a later agenda of the same table, as a new item that refers to this one: papers and texts are read through that
 * reference. Here it stands as carried over.
 * @throws Forbidden, Refusal.
 */
export async function carryOver(
  tx: Transaction,
  viewer: Viewer,
  input: CarryOver,
): Promise<{ meetingId: string; itemId: string }> {
  const { meeting, item } = await itemForChange(tx, viewer, input);
  const path = ['input', 'toMeetingId'];
  const [row] = await tx.em.execute<object[]>(
    `select * from meeting where id = ? and table_id = ? and starts_at > ? and state in ('DRAFT', 'PUBLISHED') for update`,
    [uuidOf('Meeting', input.toMeetingId), meeting.tableId, meeting.startsAt.toISOString()],
  );
  const later = row ? tx.em.map(Meeting, row) : refuse(fieldProblem('NOT_A_LATER_AGENDA', path));
  const [continued] = await tx.em.execute<object[]>(
    `select c.id from agenda_item c join meeting m on m.id = c.meeting_id where c.continues_id = ? and m.state <> 'CANCELLED'`,
    [item.id],
  );
  if (continued) refuse(fieldProblem('ALREADY_CARRIED_OVER', ['input', 'itemId']));
  const subjects = await subjectsOf(tx, item.id);
  const agenda = await workingAgenda(tx, later.id);
  const there = new Set(agenda.flatMap(casesOf));
  if (casesOf({ subjects }).some((id) => there.has(id))) refuse(fieldProblem('ALREADY_ON_AGENDA', path));
  if (agenda.length >= agendaLimits.itemsMax) refuse(fieldProblem('TOO_MANY', path, { max: agendaLimits.itemsMax }));

  const { title, purpose, minutes, presenterId, presenterText, proposedDecision, closedPart, annotation } = item;
  const carried = {
    text: { title, purpose, minutes, presenterId, presenterText, proposedDecision, closedPart },
    subjects,
    at: placeForNewItem(agenda, closedPart),
    why: [{ kind: 'CARRIED_OVER', meetingId: meeting.id, on: localDateOf(meeting.startsAt) }] as const,
    continuesId: item.id,
    annotation,
  };
  await placeItem(tx, later, agenda, carried, { by: viewer.personId, at: tx.now });
  const change = { field: 'carriedOver', before: null, after: localDateOf(later.startsAt) };
  tx.record(meetingEvent('AGENDA_ITEM_CARRIED_OVER', meeting, [change], { id: item.id, closedPart, subjects }));
  return { meetingId: meeting.id, itemId: item.id };
}
