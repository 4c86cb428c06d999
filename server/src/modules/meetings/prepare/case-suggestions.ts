import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import type { Reference } from '../../../platform/streams/event.ts';
import type { AgendaReason } from './agenda-reason.ts';
import { plainSuggestion, titled } from './plain-suggestion.ts';
import type { CaseRow, Frame } from './suggestion-rows.ts';
import { type RankedSuggestion, ranks } from './suggestion.ts';

const aboutCase = (id: string): Reference => ({ kind: 'bottleneck', id });

/** A case comes when something makes it urgent for this table. On a later agenda it can wait until that day. */
export function caseSuggestion(row: CaseRow, { nextDay }: Frame, today: LocalDate): RankedSuggestion[] {
  if (!row.isOpen) return [];
  const cannotWait = (on: LocalDate | null): on is LocalDate =>
    on !== null && on < nextDay && (row.laterDay === null || on < row.laterDay);
  const found: (AgendaReason & { on: LocalDate | null; rank: number })[] = [];
  if (row.escalated && (row.laterDay === null || cannotWait(row.dueOn)))
    found.push({ kind: 'ESCALATION_WAITING', on: row.dueOn, rank: ranks.escalation });
  if (cannotWait(row.decisionBy)) found.push({ kind: 'DECISION_NEEDED', on: row.decisionBy, rank: ranks.decision });
  if (cannotWait(row.constructionStart))
    found.push({ kind: 'CONSTRUCTION_STARTS', on: row.constructionStart, rank: ranks.decision });
  if (row.laterDay === null && row.dueOn !== null && row.dueOn < today)
    found.push({ kind: 'CASE_OVERDUE', on: row.dueOn, rank: ranks.overdue });
  if (row.laterDay === null && row.legalEventId !== null)
    found.push({ kind: 'LAW_CHANGED', on: row.lawSince, legalEventId: row.legalEventId, rank: ranks.law });
  if (row.laterDay === null && row.ready) found.push({ kind: 'READY', on: null, rank: ranks.ready });
  const [first] = found;
  if (!first) return [];
  if (row.feedbackDue !== null) found.push({ kind: 'FEEDBACK_OVERDUE', on: row.feedbackDue, rank: ranks.feedback });
  const decides = first.rank <= ranks.decision;
  return [
    {
      ...plainSuggestion,
      key: `bottleneck:${row.id}`,
      reasons: found.map(({ rank: _rank, on, ...reason }) => (on === null ? reason : { ...reason, on })),
      title: titled(row.title),
      purpose: decides ? 'DECIDE' : 'DISCUSS',
      minutes: decides ? 20 : first.kind === 'CASE_OVERDUE' ? 10 : 15,
      presenterId: row.ownerHasSeat ? row.ownerId : null,
      presenterText: row.ownerHasSeat ? null : titled(row.ownerName),
      proposedDecision: row.proposedResolution,
      closedPart: row.confidential,
      subjects: [aboutCase(row.id)],
      urgency: { rank: first.rank, on: first.on, homes: row.homes },
    },
  ];
}

/** Answers that municipalities wait for are one item, and another one for the closed part. */
export function feedbackSuggestions(rows: readonly CaseRow[]): RankedSuggestion[] {
  return [false, true].flatMap((closedPart) => {
    const waiting = rows.filter((row) => row.confidential === closedPart).slice(0, agendaLimits.subjectsMax);
    const on = waiting.map((row) => row.feedbackDue ?? '').toSorted()[0];
    if (on === undefined) return [];
    return [
      {
        ...plainSuggestion,
        key: closedPart ? 'feedback-closed' : 'feedback',
        reasons: [{ kind: 'FEEDBACK_OVERDUE', on, late: waiting.length }],
        title: 'Terugkoppeling aan gemeenten',
        purpose: 'INFORM',
        minutes: 5,
        closedPart,
        subjects: waiting.map((row) => aboutCase(row.id)),
        urgency: { rank: ranks.feedback, on, homes: 0 },
      },
    ];
  });
}
