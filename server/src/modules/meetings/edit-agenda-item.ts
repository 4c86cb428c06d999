import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { subjectsOf } from './agenda.ts';
import type { AgendaItem, AgendaItemText } from './agenda-item.entity.ts';
import { checkItemText, type ItemTextInput } from './item-text.ts';
import { type MeetingChange, meetingEvent } from './meeting-events.ts';
import { itemForChange } from './meeting-for-change.ts';

export interface EditAgendaItem extends ItemTextInput {
  itemId: string;
  expectedVersion: number;
}

const told = [
  'title',
  'purpose',
  'minutes',
  'presenterText',
  'proposedDecision',
  'closedPart',
] as const satisfies readonly (keyof AgendaItemText)[];

/** Changes what was sent of an item of the working version; nothing happens when nothing differs. @throws Refusal, Forbidden. */
export async function editAgendaItem(
  tx: Transaction,
  viewer: Viewer,
  input: EditAgendaItem,
): Promise<{ meetingId: string; itemId: string }> {
  const { meeting, item } = await itemForChange(tx, viewer, input);

  const check = new InputCheck();
  const text = await checkItemText(tx, check, input);
  check.done();

  const changes = await itemChanges(tx, item, text);
  if (changes.length === 0) return { meetingId: meeting.id, itemId: item.id };
  const subjects = await subjectsOf(tx, item.id);
  const closedPart = item.closedPart || text.closedPart === true;
  item.edit(text);
  meeting.changeAgenda({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(meetingEvent('AGENDA_ITEM_EDITED', meeting, changes, { id: item.id, closedPart, subjects }));
  return { meetingId: meeting.id, itemId: item.id };
}

async function itemChanges(tx: Transaction, item: AgendaItem, text: Partial<AgendaItemText>): Promise<MeetingChange[]> {
  const inWords = (value: string | number | boolean | null) => (value === null ? null : String(value));
  const changes: MeetingChange[] = told.flatMap((field) => {
    const after = text[field];
    return after === undefined || after === item[field]
      ? []
      : [{ field, before: inWords(item[field]), after: inWords(after) }];
  });
  if (text.presenterId !== undefined && text.presenterId !== item.presenterId) {
    const people = [item.presenterId, text.presenterId].filter((id) => id !== null);
    const rows = await tx.em.execute<{ id: string; name: string }[]>('select id, name from person where id in (?)', [
      people,
    ]);
    const nameOf = (id: string | null) => rows.find((row) => row.id === id)?.name ?? null;
    changes.push({ field: 'presenterId', before: nameOf(item.presenterId), after: nameOf(text.presenterId) });
  }
  return changes;
}
