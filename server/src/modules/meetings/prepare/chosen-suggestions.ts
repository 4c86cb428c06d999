import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { meetingForChange } from '../meeting-for-change.ts';
import type { Meeting } from '../meeting.entity.ts';
import { type FactsOfMeeting, loadMeetingFacts } from '../meeting.policy.ts';
import { suggest } from './suggest.ts';
import type { Suggestion } from './suggestion.ts';

export interface ChooseSuggestions {
  meetingId: string;
  expectedVersion: number;
  keys: readonly string[];
}

export interface Chosen {
  readonly meeting: Meeting;
  readonly facts: FactsOfMeeting;
  /** In the order of urgency, whether they were put aside or not. */
  readonly suggestions: readonly Suggestion[];
}

/**
 * The suggestions that an input names, with their meeting, locked, for who prepares it.
 * @throws Forbidden, Refusal (not there, changed meanwhile, started, or no longer suggested).
 */
export async function chosenSuggestions(tx: Transaction, viewer: Viewer, input: ChooseSuggestions): Promise<Chosen> {
  const id = uuidOf('Meeting', input.meetingId);
  const meeting = await meetingForChange(tx, viewer, id, 'meetingId', input.expectedVersion);
  const facts = (await loadMeetingFacts(tx.em, viewer, [meeting.id])).get(meeting.id);
  if (!facts) return refuse(notFoundProblem(['input', 'meetingId']));
  if (meeting.state === 'IN_SESSION') refuse(fieldProblem('MEETING_STARTED', ['input', 'meetingId']));

  const check = new InputCheck();
  const keys = check.atMost('keys', [...new Set(input.keys)], agendaLimits.itemsMax);
  if (keys.length === 0) check.refuse('keys', 'NO_SUGGESTION_CHOSEN');
  const { suggested, dropped } = await suggest({ em: tx.em, viewer, meeting, facts, now: tx.now }, keys);
  const all = [...suggested, ...dropped];
  for (const [index, key] of keys.entries())
    if (!all.some((suggestion) => suggestion.key === key)) check.refuse('keys', 'SUGGESTION_GONE', {}, String(index));
  check.done();

  return { meeting, facts, suggestions: all.filter(({ key }) => keys.includes(key)) };
}
