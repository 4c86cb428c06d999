import { moveTo } from '@versnellingstafel/shared/meetings/agenda';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { putInOrder, workingAgenda } from './agenda.ts';
import { meetingEvent } from './meeting-events.ts';
import { itemForChange } from './meeting-for-change.ts';
import { refuseCurrent } from './run/refuse-dealt-with.ts';

export interface MoveAgendaItem {
  itemId: string;
  expectedVersion: number;
  /** 1 is first. */
  position: number;
}

/** Gives an item another place; the others keep their order. @throws Refusal, Forbidden. */
export async function moveAgendaItem(
  tx: Transaction,
  viewer: Viewer,
  input: MoveAgendaItem,
): Promise<{ meetingId: string; itemId: string }> {
  const { meeting, item } = await itemForChange(tx, viewer, input);
  await refuseCurrent(tx, item.id, 'itemId');
  const agenda = await workingAgenda(tx, meeting.id);

  const check = new InputCheck();
  check.whole('position', input.position, { min: 1, max: agenda.length });
  check.done();

  const from = agenda.findIndex((other) => other.id === item.id);
  if (from === input.position - 1) return { meetingId: meeting.id, itemId: item.id };
  const order = moveTo(agenda, from, input.position - 1);
  meeting.changeAgenda({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  await putInOrder(
    tx,
    meeting.id,
    order.map((other) => other.id),
  );
  const subjects = agenda[from]?.subjects ?? [];
  const change = { field: 'position', before: String(from + 1), after: String(input.position) };
  tx.record(
    meetingEvent('AGENDA_ITEM_MOVED', meeting, [change], { id: item.id, closedPart: item.closedPart, subjects }),
  );
  return { meetingId: meeting.id, itemId: item.id };
}
