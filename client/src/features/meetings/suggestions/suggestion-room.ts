import type { Agenda } from '../agenda-documents.ts';
import { plannedMinutes } from '../agenda-facts.ts';
import type { Suggestion } from './suggestion-documents.ts';

/** What of the suggestions still fits, what does not, and how long all of it would run over. */
export interface SuggestionRoom {
  fitting: readonly Suggestion[];
  over: readonly Suggestion[];
  fittingMinutes: number;
  overMinutes: number;
  /** When the meeting would end with everything on it (ISO). */
  endWithAll: string;
}

/**
 * Lays the suggestions over the agenda as it is shown. Counts what is still on its way, so that the words follow each press at once;
 * what the agenda already holds is not offered again.
 */
export function suggestionRoom(agenda: Agenda, suggestions: readonly Suggestion[]): SuggestionRoom {
  const standing = new Set(agenda.items.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  const open = suggestions.filter(
    ({ subjects }) => subjects.length === 0 || !subjects.every(({ id }) => standing.has(id)),
  );
  const planned = plannedMinutes(agenda);
  let left = agenda.availableMinutes - planned;
  const fitting: Suggestion[] = [];
  const over: Suggestion[] = [];
  for (const suggestion of open) {
    if (suggestion.minutes <= left) {
      fitting.push(suggestion);
      left -= suggestion.minutes;
    } else over.push(suggestion);
  }
  const sum = (list: readonly Suggestion[]): number => list.reduce((total, { minutes }) => total + minutes, 0);
  return {
    fitting,
    over,
    fittingMinutes: sum(fitting),
    overMinutes: sum(over),
    endWithAll: new Date(Date.parse(agenda.startsAt) + (planned + sum(open)) * 60_000).toISOString(),
  };
}
