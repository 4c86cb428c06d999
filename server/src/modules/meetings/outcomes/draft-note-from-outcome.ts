import { isDecision } from '@versnellingstafel/shared/meetings/outcomes';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import {
  bottleneckKind,
  checkLesson,
  draftNoteOfDecision,
  visibleBottlenecks,
} from '../../bottlenecks/bottlenecks.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { subjectsOf } from '../agenda.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { AgendaOutcome } from './outcome.entity.ts';
import { outcomeEvent } from './outcome-events.ts';
import { outcomeForChange } from './outcome-for-change.ts';

export interface DraftNoteFromOutcome {
  readonly outcomeId: string;
  readonly expectedVersion: number;
  readonly lesson: string;
  /** Which case, when the item is about more than one. */
  readonly bottleneckId?: string | null | undefined;
}

/**
 * Drafts a note from a decision and the case that it is about; the outcome points at it from then on. What was decided in a closed part
 * starts as confidential.
 * @throws Forbidden, Refusal.
 */
export async function draftNoteFromOutcome(
  tx: Transaction,
  viewer: Viewer,
  input: DraftNoteFromOutcome,
): Promise<{ outcomeId: string; itemId: string; meetingId: string; noteId: string }> {
  const { meeting, item, outcome } = await outcomeForChange(tx, viewer, input, 'DRAFT_NOTE');
  if (!isDecision(outcome.kind)) refuse(fieldProblem('DECISION_ONLY', ['input', 'outcomeId']));
  if (outcome.noteId !== null) refuse(fieldProblem('NOTE_OF_OUTCOME_EXISTS', ['input', 'outcomeId']));
  const check = new InputCheck();
  const lesson = checkLesson(check, input.lesson);
  const bottleneckId = await caseOf(tx, viewer, check, outcome, input.bottleneckId);
  check.done();

  const closed = item.closedPart || outcome.closedPart;
  const { noteId } = await draftNoteOfDecision(tx, viewer, { bottleneckId, lesson, decision: outcome.text, closed });
  outcome.pointTo(noteId);
  await tx.em.flush();
  tx.record(outcomeEvent('OUTCOME_EDITED', meeting, outcome));
  return { outcomeId: outcome.id, itemId: item.id, meetingId: meeting.id, noteId };
}

/** The case that a decision is about, by its global id: the one that was chosen, or the only one that there is to choose. */
async function caseOf(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  outcome: AgendaOutcome,
  chosen: string | null | undefined,
): Promise<string> {
  const subjects = await subjectsOf(tx, outcome.agendaItemId);
  const ids = new Set(subjects.filter(({ kind }) => kind === bottleneckKind).map(({ id }) => id));
  if (outcome.bottleneckId !== null) ids.add(outcome.bottleneckId);
  const visible = visibleBottlenecks(viewer, 'b');
  const rows = await tx.em.execute<{ id: string }[]>(
    `select b.id from bottleneck b where b.id = any(?::uuid[]) and b.state <> 'DRAFT' and ${visible.sql}`,
    [arrayLiteral([...ids]), ...visible.params],
  );
  const known = rows.map(({ id }) => globalId('Bottleneck', id));
  if (chosen == null && known.length > 1) check.refuse('bottleneckId', 'REQUIRED');
  const one = chosen == null ? known[0] : known.find((id) => id === chosen);
  if (one === undefined) check.refuse('bottleneckId', 'CASE_OF_ITEM_ONLY');
  return one ?? '';
}
