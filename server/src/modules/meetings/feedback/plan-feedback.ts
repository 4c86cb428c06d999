import { type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { addWorkingDays } from '@versnellingstafel/shared/dates/working-days';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { dutchHolidays } from '../../tables/tables.module.ts';
import type { Meeting, PublishedItem } from '../meeting.entity.ts';

/**
 * Notes for each case that the table handled that its municipalities are to hear of it: those of its projects, or else its own. The day
 * follows from the rhythm of the table.
 */
export async function planFeedback(
  tx: Transaction,
  meeting: Pick<Meeting, 'id' | 'tableId' | 'startsAt' | 'feedbackBy'>,
  handled: readonly Pick<PublishedItem, 'id' | 'subjects'>[],
): Promise<void> {
  const cases = handled.flatMap(({ id, subjects }) =>
    subjects.filter(({ kind }) => kind === 'bottleneck').map((subject) => ({ itemId: id, caseId: subject.id })),
  );
  if (cases.length === 0) return;
  await tx.em.execute(
    `insert into case_feedback (id, meeting_id, table_id, agenda_item_id, bottleneck_id, municipality_id, due_on)
     select gen_random_uuid(), ?::uuid, ?::uuid, place.item_id, place.case_id, place.municipality_id, ?::date from (
       select distinct on (given.case_id, municipality.id) given.item_id, given.case_id, municipality.id as municipality_id
       from unnest(?::uuid[], ?::uuid[]) as given (item_id, case_id)
       join bottleneck b on b.id = given.case_id
       cross join lateral (
         select distinct p.municipality_id as id from bottleneck_project bp join project p on p.id = bp.project_id where bp.bottleneck_id = b.id
         union select b.municipality_id where not exists (select from bottleneck_project bp where bp.bottleneck_id = b.id)
       ) municipality
     ) place
     on conflict do nothing`,
    [
      meeting.id,
      meeting.tableId,
      meeting.feedbackBy ?? (await dueOn(tx, meeting)),
      arrayLiteral(cases.map(({ itemId }) => itemId)),
      arrayLiteral(cases.map(({ caseId }) => caseId)),
    ],
  );
}

/** For a meeting that was planned before tables said when feedback is due. */
async function dueOn(tx: Transaction, meeting: Pick<Meeting, 'tableId' | 'startsAt'>): Promise<LocalDate> {
  const [table] = await tx.em.execute<{ days: number }[]>(
    'select feedback_days as days from acceleration_table where id = ?',
    [meeting.tableId],
  );
  return addWorkingDays(localDateOf(meeting.startsAt), table?.days ?? 0, dutchHolidays);
}
