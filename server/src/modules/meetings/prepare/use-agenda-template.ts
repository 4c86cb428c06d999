import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { workingAgenda } from '../agenda.ts';
import { closesMeeting, opensMeeting, placeForNewItem } from '../closing-item.ts';
import { meetingForChange } from '../meeting-for-change.ts';
import { leads, seesClosedPart } from '../meeting.policy.ts';
import { placeItem } from '../place-item.ts';
import { AgendaTemplate, type TemplateItem } from './agenda-template.entity.ts';

export interface UseAgendaTemplate {
  meetingId: string;
  expectedVersion: number;
  templateId: string;
}

/**
 * Puts the items of a template on an agenda: one that opens the meeting first, one that closes it last, the others between. What is there
 * already, by its title, is not put on it twice.
 * @throws Forbidden, Refusal.
 */
export async function useAgendaTemplate(
  tx: Transaction,
  viewer: Viewer,
  input: UseAgendaTemplate,
): Promise<{ meetingId: string }> {
  const id = uuidOf('Meeting', input.meetingId);
  const meeting = await meetingForChange(tx, viewer, id, 'meetingId', input.expectedVersion);
  const templateId = uuidOf('AgendaTemplate', input.templateId);
  const template = templateId === null ? null : await tx.em.findOne(AgendaTemplate, { id: templateId });
  if (template?.tableId !== meeting.tableId || !leads(viewer, meeting.tableId))
    return refuse(notFoundProblem(['input', 'templateId'], 'UNKNOWN_TEMPLATE'));

  let agenda: (TemplateItem & { id: string; subjects: readonly unknown[] })[] = await workingAgenda(tx, meeting.id);
  const there = (item: TemplateItem) =>
    agenda.some(
      (other) =>
        other.title === item.title ||
        (opensMeeting({ ...item, subjects: [] }) && opensMeeting(other)) ||
        (closesMeeting({ ...item, subjects: [] }) && closesMeeting(other)),
    );
  const seesAll = seesClosedPart(viewer, meeting.tableId);
  const items = template.items.filter((item) => !there(item) && (seesAll || !item.closedPart));
  if (agenda.length + items.length > agendaLimits.itemsMax)
    refuse(fieldProblem('TOO_MANY', ['input', 'templateId'], { max: agendaLimits.itemsMax }));

  const change = { by: viewer.personId, at: tx.now };
  for (const item of items) {
    const at = placeOf(item, agenda);
    const text = { ...item, presenterId: null };
    const order = await workingAgenda(tx, meeting.id);
    const placed = await placeItem(tx, meeting, order, { text, subjects: [], at, why: [{ kind: 'TEMPLATE' }] }, change);
    agenda = agenda.toSpliced(at, 0, { ...item, id: placed, subjects: [] });
  }
  return { meetingId: meeting.id };
}

type Placed = readonly { title: string; closedPart: boolean; subjects: readonly unknown[] }[];

function placeOf(item: TemplateItem, agenda: Placed): number {
  const about = { ...item, subjects: [] };
  if (opensMeeting(about)) return 0;
  if (closesMeeting(about)) return agenda.findLastIndex((other) => !other.closedPart) + 1;
  return placeForNewItem(agenda, item.closedPart);
}
