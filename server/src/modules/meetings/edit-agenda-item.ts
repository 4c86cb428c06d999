import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Reference } from '../../platform/streams/event.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { putSubjects, subjectsOf, workingAgenda } from './agenda.ts';
import type { AgendaItem, AgendaItemText } from './agenda-item.entity.ts';
import { checkAnnotation } from './item-annotation.ts';
import { checkSubjectIds, seenSubjects } from './item-subjects.ts';
import { checkItemText, type ItemTextInput } from './item-text.ts';
import { type MeetingChange, meetingEvent } from './meeting-events.ts';
import { itemForChange } from './meeting-for-change.ts';

export interface EditAgendaItem extends ItemTextInput {
  itemId: string;
  expectedVersion: number;
  /** For the chair alone. */
  annotation?: string | null | undefined;
  /** All it is about; what the viewer may not see of it stays. */
  subjectIds?: readonly string[] | null | undefined;
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
  const text = await checkItemText(tx, check, input, { tableId: meeting.tableId, item });
  const annotation = await checkAnnotation(tx, viewer, check, meeting, input.annotation);
  const before = await subjectsOf(tx, item.id);
  const subjects = await subjectsAfter(tx, viewer, check, meeting.id, item.id, before, input.subjectIds);
  check.done();

  // What the chair notes is no change of the agenda: nobody is told, and nobody has to look again.
  if (annotation !== undefined) item.annotate(annotation);
  const changes = await itemChanges(tx, item, text);
  const otherSubjects = keysOf(before) !== keysOf(subjects);
  if (otherSubjects) changes.push({ field: 'subjectIds', before: null, after: null });
  if (changes.length === 0) {
    await tx.em.flush();
    return { meetingId: meeting.id, itemId: item.id };
  }
  const closedPart = item.closedPart || text.closedPart === true;
  item.edit(text);
  meeting.changeAgenda({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  if (otherSubjects) {
    await tx.em.execute('delete from agenda_item_subject where agenda_item_id = ?', [item.id]);
    await putSubjects(tx, item, subjects);
  }
  tx.record(meetingEvent('AGENDA_ITEM_EDITED', meeting, changes, { id: item.id, closedPart, subjects }));
  return { meetingId: meeting.id, itemId: item.id };
}

const keysOf = (subjects: readonly Reference[]) => subjects.map(({ kind, id }) => `${kind}:${id}`).join(' ');

/** What the item is about afterwards: what was sent, and behind it what is there and not shown to the viewer. */
async function subjectsAfter(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  meetingId: string,
  itemId: string,
  before: readonly Reference[],
  subjectIds: readonly string[] | null | undefined,
): Promise<readonly Reference[]> {
  if (subjectIds == null) return before;
  const others = (await workingAgenda(tx, meetingId)).filter(({ id }) => id !== itemId);
  const sent = await checkSubjectIds(tx, viewer, check, subjectIds, others);
  const seen = new Set((await seenSubjects(tx, viewer, before)).map(({ id }) => id));
  return [...sent, ...before.filter(({ id }) => !seen.has(id) && !sent.some((one) => one.id === id))];
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
