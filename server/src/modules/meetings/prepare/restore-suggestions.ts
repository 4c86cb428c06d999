import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { meetingEvent } from '../meeting-events.ts';
import { type ChooseSuggestions, chosenSuggestions } from './chosen-suggestions.ts';

/** Suggests again what was put aside. @throws Forbidden, Refusal. */
export async function restoreSuggestions(
  tx: Transaction,
  viewer: Viewer,
  input: ChooseSuggestions,
): Promise<{ meetingId: string }> {
  const { meeting, suggestions } = await chosenSuggestions(tx, viewer, input);
  for (const { key, title, closedPart, subjects } of suggestions) {
    const rows = await tx.em.execute<object[]>(
      'delete from dropped_suggestion where meeting_id = ? and key = ? returning key',
      [meeting.id, key],
    );
    if (rows.length === 0) continue;
    const about = { id: '', closedPart, subjects };
    tx.record(meetingEvent('SUGGESTION_RESTORED', meeting, [{ field: 'title', before: null, after: title }], about));
  }
  return { meetingId: meeting.id };
}
