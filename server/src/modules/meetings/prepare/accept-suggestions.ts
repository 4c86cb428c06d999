import { canTransition } from '@versnellingstafel/shared/bottlenecks/transitions';
import type { BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { bottleneckToSchedule, markScheduled, visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import { roleAt, type Viewer } from '../../people/people.module.ts';
import { workingAgenda } from '../agenda.ts';
import { opensMeeting, placeForNewItem } from '../closing-item.ts';
import type { Meeting, PublishedItem } from '../meeting.entity.ts';
import { placeItem } from '../place-item.ts';
import { casesOf } from '../remove-agenda-item.ts';
import { acceptProposals } from './accept-proposal.ts';
import { type ChooseSuggestions, chosenSuggestions } from './chosen-suggestions.ts';
import type { Suggestion } from './suggestion.ts';

/**
 * Puts suggestions on the working agenda in the order of their urgency, each with why it is there. A case becomes scheduled as by
 * scheduleBottleneck where the secretary may schedule it; what is carried over refers to the item that it goes on with.
 * @throws Forbidden, Refusal.
 */
export async function acceptSuggestions(
  tx: Transaction,
  viewer: Viewer,
  input: ChooseSuggestions,
): Promise<{ meetingId: string; itemId: string }> {
  const { meeting, suggestions } = await chosenSuggestions(tx, viewer, input);
  let agenda = await workingAgenda(tx, meeting.id);
  if (agenda.length + suggestions.length > agendaLimits.itemsMax)
    refuse(fieldProblem('TOO_MANY', ['input', 'meetingId'], { max: agendaLimits.itemsMax }));

  const change = { by: viewer.personId, at: tx.now };
  const { id: meetingId } = meeting;
  let last = '';
  for (const suggestion of suggestions) {
    const { title, purpose, minutes, presenterId, presenterText, proposedDecision, closedPart } = suggestion;
    const text = { title, purpose, minutes, presenterId, presenterText, proposedDecision, closedPart };
    const { subjects, reasons, continuesId, proposalIds } = suggestion;
    const at = placeOf(suggestion, agenda);
    const annotation = await annotationOf(tx, continuesId);
    last = await placeItem(tx, meeting, agenda, { text, subjects, at, why: reasons, continuesId, annotation }, change);
    const item: PublishedItem = { ...text, id: last, position: at + 1, subjects: [...subjects] };
    agenda = agenda.toSpliced(at, 0, item);
    await acceptProposals(tx, meeting, proposalIds, last, change);
    await scheduleCases(tx, viewer, meeting, suggestion, last);
  }
  await tx.em.execute('delete from dropped_suggestion where meeting_id = ? and key = any(?::text[])', [
    meetingId,
    arrayLiteral(suggestions.map(({ key }) => key)),
  ]);
  return { meetingId, itemId: last };
}

/** The opening first, the minutes and promises after it, the closing at the end; all else before the closing. */
function placeOf({ key, closedPart }: Suggestion, agenda: readonly PublishedItem[]): number {
  if (key === 'opening') return 0;
  if (key === 'promises' || key.startsWith('minutes:')) return agenda[0] && opensMeeting(agenda[0]) ? 1 : 0;
  if (key === 'closing') return agenda.findLastIndex((item) => !item.closedPart) + 1;
  return placeForNewItem(agenda, closedPart);
}

async function annotationOf(tx: Transaction, continuesId: string | null): Promise<string> {
  if (continuesId === null) return '';
  const [row] = await tx.em.execute<{ annotation: string }[]>('select annotation from agenda_item where id = ?', [
    continuesId,
  ]);
  return row?.annotation ?? '';
}

/** A case that is told of, for its feedback, is not scheduled: it is done. */
async function scheduleCases(
  tx: Transaction,
  viewer: Viewer,
  meeting: Meeting,
  suggestion: Suggestion,
  agendaItemId: string,
): Promise<void> {
  if (suggestion.key.startsWith('feedback') || roleAt(viewer, meeting.tableId) !== 'SECRETARY') return;
  const visible = visibleBottlenecks(viewer, 'b');
  const ids = casesOf({ subjects: [...suggestion.subjects] });
  const rows = await tx.em.execute<{ id: string; version: number; state: BottleneckState }[]>(
    `select b.id, b.version, b.state from bottleneck b where b.id = any(?::uuid[]) and b.held_by_id = ? and ${visible.sql} order by b.id`,
    [arrayLiteral(ids), meeting.tableId, ...visible.params],
  );
  for (const { id, version, state } of rows) {
    if (!canTransition('SCHEDULE', state)) continue;
    const bottleneck = { bottleneckId: globalId('Bottleneck', id), expectedVersion: version };
    const open = await bottleneckToSchedule(tx, viewer, bottleneck);
    markScheduled(open, { meetingId: meeting.id, agendaItemId });
    await tx.em.flush();
  }
}
