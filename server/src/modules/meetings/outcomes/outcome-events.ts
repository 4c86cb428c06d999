import type { NewEvent } from '../../../platform/streams/event.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { isDecision } from '@versnellingstafel/shared/meetings/outcomes';
import { subjectsOf } from '../agenda.ts';
import { meetingEvent } from '../meeting-events.ts';
import type { Meeting } from '../meeting.entity.ts';
import { runEvent } from '../run/run-events.ts';
import type { AgendaOutcome } from './outcome.entity.ts';

/** Name of outcomes in events. */
export const outcomeKind = 'agendaOutcome';

type Told = Pick<AgendaOutcome, 'id' | 'agendaItemId' | 'kind' | 'text' | 'closedPart'>;

/** Something came of an item, or reads otherwise now: for those who follow the meeting. */
export function outcomeEvent(
  type: 'OUTCOME_ADDED' | 'OUTCOME_EDITED',
  meeting: Pick<Meeting, 'id'>,
  outcome: Pick<Told, 'id' | 'agendaItemId' | 'kind'>,
): NewEvent {
  const facts = { itemId: outcome.agendaItemId, outcomeId: outcome.id, outcome: outcome.kind };
  return runEvent(type, meeting, facts, [{ kind: outcomeKind, id: outcome.id }]);
}

/** It was withdrawn: only that is told, since it is no longer there. */
export function outcomeWithdrawn(meeting: Pick<Meeting, 'id'>, outcome: Pick<Told, 'id' | 'agendaItemId'>): NewEvent {
  return runEvent('OUTCOME_WITHDRAWN', meeting, { itemId: outcome.agendaItemId, outcomeId: outcome.id });
}

/** A decision is told on the timelines of what its item is about too, and to their people. */
export async function tellDecision(
  tx: Transaction,
  meeting: Meeting,
  outcome: Told,
  change: { before: string | null; after: string | null },
): Promise<void> {
  if (!isDecision(outcome.kind) || change.before === change.after) return;
  const { agendaItemId: id, closedPart } = outcome;
  const subjects = await subjectsOf(tx, id);
  tx.record(meetingEvent('OUTCOME_RECORDED', meeting, [{ field: 'outcome', ...change }], { id, closedPart, subjects }));
}
