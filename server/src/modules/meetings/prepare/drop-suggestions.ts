import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { meetingEvent } from '../meeting-events.ts';
import { type ChooseSuggestions, chosenSuggestions } from './chosen-suggestions.ts';

/** Puts suggestions aside, for this meeting; the agenda stays as it is. @throws Forbidden, Refusal. */
export async function dropSuggestions(
  tx: Transaction,
  viewer: Viewer,
  input: ChooseSuggestions,
): Promise<{ meetingId: string }> {
  const { meeting, suggestions } = await chosenSuggestions(tx, viewer, input);
  for (const { key, title, closedPart, subjects } of suggestions) {
    const rows = await tx.em.execute<object[]>(
      `insert into dropped_suggestion (meeting_id, key, dropped_at, dropped_by_id) values (?, ?, ?, ?)
       on conflict (meeting_id, key) do nothing returning key`,
      [meeting.id, key, tx.now, viewer.personId],
    );
    if (rows.length === 0) continue;
    const about = { id: '', closedPart, subjects };
    tx.record(meetingEvent('SUGGESTION_DROPPED', meeting, [{ field: 'title', before: title, after: null }], about));
  }
  return { meetingId: meeting.id };
}
