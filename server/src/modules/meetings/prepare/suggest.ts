import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { noteKind } from '../../knowledge/knowledge.module.ts';
import { closesMeeting, opensMeeting } from '../closing-item.ts';
import type { AgendaReasonKind } from './agenda-reason.ts';
import { caseSuggestion, feedbackSuggestions } from './case-suggestions.ts';
import { fixedItems, minutesAndPromises } from './fixed-suggestions.ts';
import { plainSuggestion, titled } from './plain-suggestion.ts';
import { inOneListEach, type RankedSuggestion, ranks, type Suggestion } from './suggestion.ts';
import {
  type AgendaRow,
  agendaRows,
  type Asked,
  type CarriedRow,
  carriedRows,
  caseRows,
  frameOf,
  type NoteRow,
  noteRows,
  type ProposalRow,
  proposalRows,
} from './suggestion-rows.ts';

/** What is suggested for a meeting, in the order of urgency, with what was put aside. */
export interface Suggestions {
  readonly suggested: readonly Suggestion[];
  readonly dropped: readonly Suggestion[];
}

/**
 * What an agenda proposes for itself, for who prepares it: nothing that they may not see, nothing that stands on it already, and each
 * thing once with all its reasons. The same number of statements whatever there is.
 * @param keys suggestions that are asked for by name; proposals for another meeting of the table are among them.
 */
export async function suggest(asked: Asked, keys: readonly string[] = []): Promise<Suggestions> {
  const agenda = await agendaRows(asked);
  const frame = await frameOf(asked);
  const cases = await caseRows(asked, frame.nextDay);
  const carried = await carriedRows(asked);
  const notes = await noteRows(asked, frame.nextDay);
  const proposals = await proposalRows(asked, keys);
  const today = localDateOf(asked.now);
  const suggestedCases = cases.flatMap((row) => caseSuggestion(row, frame, today));
  const known = new Set(suggestedCases.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  const list = inOneListEach([
    ...fixedItems(agenda, frame),
    ...minutesAndPromises(agenda, frame),
    ...carried.flatMap((row) => carriedSuggestion(row, agenda)),
    ...proposals.map(proposalSuggestion),
    ...suggestedCases,
    ...feedbackSuggestions(cases.filter(({ id, feedbackDue }) => feedbackDue !== null && !known.has(id))),
    ...notes.map(noteSuggestion),
  ]);
  const dropped = new Set(frame.dropped);
  return {
    suggested: list.filter(({ key }) => !dropped.has(key)),
    dropped: list.filter(({ key }) => dropped.has(key)),
  };
}

const comesBack: readonly AgendaReasonKind[] = [
  'FIXED',
  'TEMPLATE',
  'MINUTES_TO_ADOPT',
  'PROMISES',
  'FEEDBACK_OVERDUE',
];

function carriedSuggestion(row: CarriedRow, agenda: readonly AgendaRow[]): RankedSuggestion[] {
  const recurring = closesMeeting(row) || opensMeeting(row) || row.why?.some(({ kind }) => comesBack.includes(kind));
  const there = agenda.some(({ subjects }) => subjects.some(({ id }) => row.subjects.some((one) => one.id === id)));
  if (recurring || there) return [];
  const { id, title, purpose, minutes, presenterId, presenterText, proposedDecision, subjects, day, meetingId } = row;
  return [
    {
      key: `item:${id}`,
      reasons: [{ kind: 'CARRIED_OVER', meetingId, on: day }],
      title,
      purpose,
      minutes,
      presenterId,
      presenterText,
      proposedDecision,
      closedPart: row.closedPart || row.confidential,
      subjects,
      continuesId: id,
      proposalIds: [],
      urgency: { rank: ranks.carriedOver, on: String(row.position).padStart(4, '0'), homes: 0 },
    },
  ];
}

function proposalSuggestion(row: ProposalRow): RankedSuggestion {
  const { id, title, purpose, minutes, proposedDecision, proposedById, day, subjects, confidential } = row;
  return {
    ...plainSuggestion,
    key: `proposal:${id}`,
    reasons: [{ kind: 'PROPOSED', personId: proposedById, on: day }],
    title,
    purpose,
    minutes,
    presenterId: row.hasSeat ? proposedById : null,
    presenterText: row.hasSeat ? null : row.proposerName,
    proposedDecision,
    closedPart: confidential,
    subjects,
    proposalIds: [id],
    urgency: { rank: ranks.proposal, on: day, homes: 0 },
  };
}

function noteSuggestion({ id, title, reviewBy, confidential }: NoteRow): RankedSuggestion {
  return {
    ...plainSuggestion,
    key: `note:${id}`,
    reasons: [{ kind: 'NOTE_REVIEW', on: reviewBy }],
    title: titled(`Kennis: ${title}`),
    purpose: 'INFORM',
    minutes: 10,
    closedPart: confidential,
    subjects: [{ kind: noteKind, id }],
    urgency: { rank: ranks.note, on: reviewBy, homes: 0 },
  };
}
