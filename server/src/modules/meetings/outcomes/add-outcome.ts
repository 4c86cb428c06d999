import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import {
  decisionKind,
  decisionNumber,
  isDecision,
  type OutcomeKind,
  outcomeLimits,
} from '@versnellingstafel/shared/meetings/outcomes';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { createAction } from '../../actions/actions.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { checkActionOfOutcome, type OutcomeAction } from './action-of-outcome.ts';
import { isConfidential, knownCase, knownNote } from './links-of-outcome.ts';
import { AgendaOutcome } from './outcome.entity.ts';
import { outcomeEvent, tellDecision } from './outcome-events.ts';
import { itemToRecord } from './outcome-for-change.ts';

export interface AddOutcome {
  itemId: string;
  kind: OutcomeKind;
  text?: string | null | undefined;
  action?: OutcomeAction | null | undefined;
  bottleneckId?: string | null | undefined;
  noteId?: string | null | undefined;
}

/**
 * Writes down what came of an item. A decision takes the words that were proposed unless others are given, and gets a number; an action is
 * made in the same breath and is at once in its owner's list. What is about a confidential case is closed like that case.
 * @throws Forbidden (CHAIR_OR_SECRETARY_ONLY), Refusal (not there, over, every field problem).
 */
export async function addOutcome(
  tx: Transaction,
  viewer: Viewer,
  input: AddOutcome,
): Promise<{ outcomeId: string; itemId: string; meetingId: string }> {
  const { meeting, item } = await itemToRecord(tx, viewer, input.itemId);

  const check = new InputCheck();
  const words = check.text('text', input.text ?? '', { max: outcomeLimits.textMax });
  const text = isDecision(input.kind) && input.text == null ? item.proposedDecision : words;
  if (isDecision(input.kind) && text === '') check.refuse('text', 'REQUIRED');
  const bottleneckId = await knownCase(tx, viewer, check, input.bottleneckId);
  const noteId = await knownNote(tx, viewer, check, input.noteId);
  if (input.kind === 'BOTTLENECK' && input.bottleneckId == null) check.refuse('bottleneckId', 'REQUIRED');
  if (input.kind === 'NOTE' && input.noteId == null) check.refuse('noteId', 'REQUIRED');
  if (input.kind === 'ACTION' && input.action == null) check.refuse('action', 'REQUIRED');
  if (input.kind !== 'ACTION' && input.action != null) check.refuse('action', 'ACTION_OUTCOME_ONLY');
  check.done();
  const agreed = input.action == null ? null : await checkActionOfOutcome(tx, viewer, input.action);

  const about = agreed?.bottleneckId ?? bottleneckId;
  const closedPart = item.closedPart || (about !== null && (await isConfidential(tx, about)));
  const origin = { tableId: meeting.tableId, meetingId: meeting.id, agendaItemId: item.id, closedPart };
  const action = agreed && (await createAction(tx, viewer, { ...origin, bottleneckId: about }, agreed.text));
  const outcome = tx.em.create(AgendaOutcome, {
    id: tx.newId(),
    version: 1,
    meetingId: meeting.id,
    agendaItemId: item.id,
    kind: isDecision(input.kind) ? decisionKind(text, item.proposedDecision) : input.kind,
    number: isDecision(input.kind) ? await nextNumber(tx) : null,
    text,
    proposedText: isDecision(input.kind) ? item.proposedDecision : '',
    transition: null,
    actionId: action?.id ?? null,
    bottleneckId: about,
    noteId,
    closedPart,
    recordedAt: tx.now,
    recordedById: viewer.personId,
    withdrawnAt: null,
    withdrawnById: null,
  });
  await tx.em.flush();
  tx.record(outcomeEvent('OUTCOME_ADDED', meeting, outcome));
  await tellDecision(tx, meeting, outcome, { before: null, after: text });
  return { outcomeId: outcome.id, itemId: item.id, meetingId: meeting.id };
}

async function nextNumber(tx: Transaction): Promise<string> {
  const [row] = await tx.em.execute<{ next: number }[]>(`select nextval('decision_number')::int as next`);
  return decisionNumber(Number(localDateOf(tx.now).slice(0, 4)), row?.next ?? 1);
}
