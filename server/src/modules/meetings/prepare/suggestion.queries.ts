import type { AppContext } from '../../people/people.module.ts';
import { agendaOf } from '../agenda.queries.ts';
import type { Meeting } from '../meeting.entity.ts';
import { meetingFacts } from '../meeting.policy.ts';
import { suggest, type Suggestions } from './suggest.ts';
import { type Suggestion, whichFit } from './suggestion.ts';

export type SuggestionFace = Suggestion & { readonly fits: boolean };

/** What is suggested for a meeting that is ahead, for who prepares it; nothing for others. Reckoned once for an answer. */
export async function suggestionsFor(context: AppContext, meeting: Meeting): Promise<Suggestions | null> {
  const ahead = meeting.state === 'DRAFT' || meeting.state === 'PUBLISHED';
  const facts = await meetingFacts(context, meeting.id);
  if (!facts?.leads || !ahead || context.now() >= meeting.endsAt) return null;
  const { em } = context;
  const loader = context.loader<Suggestions>(`suggestions:${meeting.id}`, async (ids) => {
    const asked = { em, viewer: context.requireViewer(), meeting, facts, now: context.now() };
    const found = await suggest(asked);
    return new Map(ids.map((id) => [id, found]));
  });
  return loader.load(meeting.id);
}

/** With whether each fits in the minutes that the agenda leaves. */
export async function withRoom(
  context: AppContext,
  meeting: Meeting,
  suggestions: readonly Suggestion[],
): Promise<SuggestionFace[]> {
  const planned = (await agendaOf(context, meeting.id)).reduce((sum, { minutes }) => sum + minutes, 0);
  const available = Math.floor((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000);
  const fits = whichFit(suggestions, available - planned);
  return suggestions.map((suggestion, index) => ({ ...suggestion, fits: fits[index] ?? false }));
}
