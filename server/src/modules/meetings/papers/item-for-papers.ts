import { mayAddPaper } from '@versnellingstafel/shared/meetings/paper-permissions';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { AgendaItem } from '../agenda-item.entity.ts';
import { onlyHiddenCases } from '../meeting-for-change.ts';
import { Meeting } from '../meeting.entity.ts';
import { type FactsOfMeeting, loadMeetingFacts, showsItem, visibleMeetings } from '../meeting.policy.ts';

/**
 * An item with its meeting, locked, for a viewer who may add and take away its papers.
 * @param field the field of the input that named it, for the paths of problems.
 * @throws Refusal (not there or not theirs, over), Forbidden (LEADERS_OR_PRESENTER_ONLY).
 */
export async function itemForPapers(
  tx: Transaction,
  viewer: Viewer,
  itemId: string | null,
  field: string,
): Promise<{ meeting: Meeting; item: AgendaItem }> {
  const { meeting, item, facts } = (await visibleItem(tx, viewer, itemId)) ?? refuse(notFoundProblem(['input', field]));
  const decision = mayAddPaper({
    role: facts.role,
    state: meeting.state,
    isPresenter: item.presenterId === viewer.personId,
  });
  if (decision.allowed) return { meeting, item };
  if (decision.reason === 'LEADERS_OR_PRESENTER_ONLY') throw new Forbidden(decision.reason);
  return refuse(fieldProblem(decision.reason, ['input', field]));
}

/** The item when it stands there unmasked for this viewer. */
async function visibleItem(
  tx: Transaction,
  viewer: Viewer,
  itemId: string | null,
): Promise<{ meeting: Meeting; item: AgendaItem; facts: FactsOfMeeting } | null> {
  if (itemId === null) return null;
  const visible = visibleMeetings(viewer, 'm');
  const [row] = await tx.em.execute<object[]>(
    `select m.* from meeting m join agenda_item i on i.meeting_id = m.id where i.id = ? and ${visible.sql} for update of m`,
    [itemId, ...visible.params],
  );
  const [itemRow] = row ? await tx.em.execute<object[]>('select * from agenda_item where id = ?', [itemId]) : [];
  if (!row || !itemRow) return null;
  const meeting = tx.em.map(Meeting, row);
  const item = tx.em.map(AgendaItem, itemRow);
  const facts = (await loadMeetingFacts(tx.em, viewer, [meeting.id])).get(meeting.id);
  const published = meeting.publishedAgenda?.find((one) => one.id === item.id);
  if (!facts || !showsItem(facts, item) || (!facts.leads && !(published && showsItem(facts, published)))) return null;
  return (await onlyHiddenCases(tx, viewer, item.id, facts)) ? null : { meeting, item, facts };
}
