import { templateLimits } from '@versnellingstafel/shared/meetings/guests';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { workingAgenda } from '../agenda.ts';
import type { Meeting, PublishedItem } from '../meeting.entity.ts';
import { leads, loadMeetingFacts, showsItem, visibleMeetings } from '../meeting.policy.ts';
import { AgendaTemplate, type TemplateItem } from './agenda-template.entity.ts';

export interface SaveAgendaTemplate {
  meetingId: string;
  name: string;
}

/**
 * Keeps the items of an agenda that every meeting has, in their order: those about a case, a note or anything else stay with their
 * meeting. Works for a meeting that is over too.
 * @throws Forbidden (CHAIR_OR_SECRETARY_ONLY), Refusal.
 */
export async function saveAgendaTemplate(
  tx: Transaction,
  viewer: Viewer,
  input: SaveAgendaTemplate,
): Promise<{ templateId: string; tableId: string }> {
  const visible = visibleMeetings(viewer, 'm');
  const [meeting] = await tx.em.execute<Pick<Meeting, 'id' | 'tableId'>[]>(
    `select m.id, m.table_id as "tableId" from meeting m where m.id = ? and ${visible.sql}`,
    [uuidOf('Meeting', input.meetingId), ...visible.params],
  );
  if (!meeting) return refuse(notFoundProblem(['input', 'meetingId']));
  const { id, tableId } = meeting;
  if (!leads(viewer, tableId)) throw new Forbidden('CHAIR_OR_SECRETARY_ONLY');
  const facts = (await loadMeetingFacts(tx.em, viewer, [id])).get(id);
  const agenda = await workingAgenda(tx, id);
  const items = agenda.filter((item) => item.subjects.length === 0 && facts && showsItem(facts, item));

  const check = new InputCheck();
  const { nameMin, nameMax, perTable } = templateLimits;
  const name = check.text('name', input.name, { min: nameMin, max: nameMax, singleLine: true });
  const [others] = await tx.em.execute<{ all: number; same: number }[]>(
    'select count(*)::int as all, count(*) filter (where lower(name) = lower(?))::int as same from agenda_template where table_id = ?',
    [name, tableId],
  );
  if ((others?.same ?? 0) > 0) check.refuse('name', 'TEMPLATE_NAME_TAKEN');
  if ((others?.all ?? 0) >= perTable) check.refuse('meetingId', 'TOO_MANY', { max: perTable });
  if (items.length === 0) check.refuse('meetingId', 'TEMPLATE_EMPTY');
  check.done();

  const template = tx.em.create(AgendaTemplate, {
    id: tx.newId(),
    tableId,
    name,
    items: await Promise.all(items.map((item) => templateItem(tx, item))),
    savedAt: tx.now,
    savedById: viewer.personId,
  });
  await tx.em.flush();
  return { templateId: template.id, tableId };
}

/** A person who presents an item is somebody else next year: the name stays as text. */
async function templateItem(tx: Transaction, item: PublishedItem): Promise<TemplateItem> {
  const { title, purpose, minutes, presenterId, presenterText, closedPart, proposedDecision } = item;
  const [row] =
    presenterId === null
      ? []
      : await tx.em.execute<{ name: string }[]>('select name from person where id = ?', [presenterId]);
  return { title, purpose, minutes, presenterText: presenterText ?? row?.name ?? null, closedPart, proposedDecision };
}
