import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { recordEvent } from '../bottleneck.events.ts';
import { linkAs, sharedSubjects } from '../note-links.ts';
import { openBottleneck, type OpenBottleneck } from '../open-bottleneck.ts';
import { draftNote, type Lesson } from './draft-note.ts';

export interface DraftNoteFromBottleneck {
  readonly bottleneckId: string;
  readonly lesson: string;
}

/** Drafts a note from a case that is resolved, and links the two. @throws Forbidden, Refusal. */
export async function draftNoteFromBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: DraftNoteFromBottleneck,
): Promise<{ bottleneckId: string; noteId: string }> {
  const open = await openBottleneck(tx, viewer, input.bottleneckId);
  const decision = mayAct('DRAFT_NOTE', open.facts);
  if (!decision.allowed) {
    if (decision.reason === 'WRONG_STATE') refuse(fieldProblem('NOTE_OF_OPEN_CASE', ['input', 'bottleneckId']));
    throw new Forbidden(decision.reason);
  }
  const check = new InputCheck();
  const lesson = checkLesson(check, input.lesson);
  check.done();
  const noteId = await draftAndLink(open, { lesson });
  return { bottleneckId: open.row.id, noteId };
}

/** A note that a table makes of what it decided about a case. */
export interface DraftNoteOfDecision extends Lesson {
  readonly bottleneckId: string;
}

/** Drafts a note from a decision and the case that it is about, by who may link notes to that case. @throws Forbidden, Refusal. */
export async function draftNoteOfDecision(
  tx: Transaction,
  viewer: Viewer,
  { bottleneckId, ...lesson }: DraftNoteOfDecision,
): Promise<{ bottleneckId: string; noteId: string }> {
  const open = await openBottleneck(tx, viewer, bottleneckId);
  const decision = mayAct('LINK_NOTE', open.facts);
  if (!decision.allowed) throw new Forbidden(decision.reason);
  return { bottleneckId: open.row.id, noteId: await draftAndLink(open, lesson) };
}

/** Drafts a note and links it: it worked where the case is resolved; before that it is not known yet. */
async function draftAndLink(open: OpenBottleneck, lesson: Lesson): Promise<string> {
  const { tx, viewer, row } = open;
  const note = await draftNote(open, lesson);
  const result = row.state === 'RESOLVED' ? 'WORKED' : 'NOT_YET';
  await linkAs(tx, viewer, { bottleneckId: row.id, noteId: note.id, result });
  const changes = [{ field: 'result', before: null, after: result }];
  recordEvent(open, 'NOTE_APPLIED', { changes, subjects: sharedSubjects([note], row) });
  return note.id;
}

/** What would help the next one, as it will be the summary of a note. */
export function checkLesson(check: InputCheck, lesson: string): string {
  return check.text('lesson', lesson, { min: 1, max: noteLimits.summaryMax });
}
