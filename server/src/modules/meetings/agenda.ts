import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { Reference } from '../../platform/streams/event.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { AgendaItem } from './agenda-item.entity.ts';
import type { PublishedItem } from './meeting.entity.ts';

/** The working version of an agenda in its order, with what each item is about. */
export async function workingAgenda(tx: Transaction, meetingId: string): Promise<PublishedItem[]> {
  return tx.em.execute<PublishedItem[]>(
    `select ${itemColumns} from agenda_item i where i.meeting_id = ? order by i.position`,
    [meetingId],
  );
}

/** The kind of a row of `agenda_item_subject`, as events name it. */
function subjectKind(alias: string): string {
  const when = (column: string, kind: string) => `when ${alias}.${column} is not null then '${kind}'`;
  return `case ${when('bottleneck_id', 'bottleneck')} ${when('note_id', 'note')} ${when('project_id', 'project')} else 'meeting' end`;
}

function subjectId(alias: string): string {
  return `coalesce(${alias}.bottleneck_id, ${alias}.note_id, ${alias}.project_id, ${alias}.meeting_id)`;
}

/** An item with its subjects, as JSON and as the snapshot of a published agenda keeps it. */
export const itemColumns = `i.id, i.position, i.title, i.purpose, i.minutes, i.presenter_id as "presenterId",
  i.presenter_text as "presenterText", i.proposed_decision as "proposedDecision", i.closed_part as "closedPart",
  (select coalesce(json_agg(json_build_object('kind', ${subjectKind('s')}, 'id', ${subjectId('s')}) order by s.position), '[]')
    from agenda_item_subject s where s.agenda_item_id = i.id) as subjects`;

/** Numbers the items of a meeting 1, 2, 3 … in the order of `ids`. */
export async function putInOrder(tx: Transaction, meetingId: string, ids: readonly string[]): Promise<void> {
  await tx.em.execute(
    `update agenda_item i set position = given.position
     from unnest(?::uuid[]) with ordinality as given (id, position)
     where i.id = given.id and i.meeting_id = ? and i.position <> given.position`,
    [arrayLiteral(ids), meetingId],
  );
}

/** Writes what a new item is about. */
export async function putSubjects(
  tx: Transaction,
  item: Pick<AgendaItem, 'id'>,
  subjects: readonly Reference[],
): Promise<void> {
  if (subjects.length === 0) return;
  await tx.em.execute(
    `insert into agenda_item_subject (agenda_item_id, position, bottleneck_id, note_id, project_id, meeting_id)
     select ?::uuid, given.position, case when given.kind = 'bottleneck' then given.id end, case when given.kind = 'note' then given.id end,
       case when given.kind = 'project' then given.id end, case when given.kind = 'meeting' then given.id end
     from unnest(?::text[], ?::uuid[]) with ordinality as given (kind, id, position)`,
    [
      item.id,
      arrayLiteral(subjects.map((subject) => subject.kind)),
      arrayLiteral(subjects.map((subject) => subject.id)),
    ],
  );
}

/** What an item is about, in its order. */
export async function subjectsOf(tx: Transaction, itemId: string): Promise<Reference[]> {
  return tx.em.execute<Reference[]>(
    `select ${subjectKind('s')} as kind, ${subjectId('s')} as id
     from agenda_item_subject s where s.agenda_item_id = ? order by s.position`,
    [itemId],
  );
}
