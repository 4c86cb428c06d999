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

const isFixed = ({ reasons }: Suggestion): boolean => reasons.some(({ kind }) => kind === 'FIXED');

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
  const sum = (list: readonly Suggestion[]): number => list.reduce((total, { minutes }) => total + minutes, 0);
  const free = agenda.availableMinutes - planned;
  // Every meeting has its opening and closing: what they take is taken.
  const fixed = sum(open.filter(isFixed));
  let left = free - fixed;
  const fitting: Suggestion[] = [];
  const over: Suggestion[] = [];
  for (const suggestion of open) {
    const fits = isFixed(suggestion) ? free >= fixed : suggestion.minutes <= left;
    (fits ? fitting : over).push(suggestion);
    if (fits && !isFixed(suggestion)) left -= suggestion.minutes;
  }
  return {
    fitting,
    over,
    fittingMinutes: sum(fitting),
    overMinutes: sum(over),
    endWithAll: new Date(Date.parse(agenda.startsAt) + (planned + sum(open)) * 60_000).toISOString(),
  };
}
