import { addDays, type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import {
  legalEventLimits,
  type NoteReviewState,
  type ReviewVerdict,
} from '@versnellingstafel/shared/knowledge/legal-events';
import type { NoteVerb } from '@versnellingstafel/shared/knowledge/permissions';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { archiveNote } from '../archive-note.ts';
import { editNote } from '../edit-note.ts';
import type { KnowledgeNote } from '../knowledge-note.entity.ts';
import { knowledgeStream, noteEvent } from '../knowledge-stream.ts';
import { noteForChange } from '../note-for-change.ts';
import type { NoteTextInput } from '../note-text.ts';
import { validateNote } from '../validate-note.ts';
import { LegalEvent } from './legal-event.entity.ts';
import { legalEventKind } from './record-legal-event.ts';

export interface SettleReview extends NoteTextInput {
  readonly legalEventId: string;
  readonly noteId: string;
  readonly expectedVersion: number;
  readonly verdict: ReviewVerdict;
  readonly remark?: string | null | undefined;
  readonly reviewBy?: LocalDate | null | undefined;
  /** Of the verdict ARCHIVE: the note that replaces it. */
  readonly supersededBy?: string | null | undefined;
}

/** What each verdict does to the note, and which right it needs. */
const verdicts: Readonly<Record<ReviewVerdict, { right: NoteVerb; state: NoteReviewState }>> = {
  CONFIRM: { right: 'VALIDATE', state: 'CONFIRMED' },
  ADAPT: { right: 'EDIT', state: 'ADAPTED' },
  ARCHIVE: { right: 'ARCHIVE', state: 'ARCHIVED' },
};

/**
 * Judges a note that a legal event touched: it still holds, it reads differently from now on (and waits for a validator), or it is out of
 * use. A note that another event touches too stays marked for review until that is settled.
 * @throws Forbidden, Refusal (not there, changed meanwhile, judged already, nothing adapted).
 */
export async function settleReview(
  tx: Transaction,
  viewer: Viewer,
  input: SettleReview,
): Promise<{ legalEventId: string; noteId: string }> {
  const { right, state } = verdicts[input.verdict];
  const legalEventId = await openLegalEvent(tx, input.legalEventId);
  const note = await noteForChange(tx, viewer, right, input);
  const [review] = await tx.em.execute<{ open: number }[]>(
    `select (select count(*)::int from note_review o where o.note_id = r.note_id and o.state = 'TO_REVIEW') as open
     from note_review r where r.legal_event_id = ? and r.note_id = ? and r.state = 'TO_REVIEW' for update`,
    [legalEventId, note.id],
  );
  if (!review) refuse(fieldProblem('NOTE_NOT_TOUCHED', ['input', 'noteId']));
  const check = new InputCheck();
  const remark = check.optionalText('remark', input.remark, { max: legalEventLimits.remarkMax }) ?? '';
  check.done();

  await judge(tx, viewer, input, note);
  await tx.em.execute(
    'update note_review set state = ?, settled_by_id = ?, settled_at = ?, remark = ? where legal_event_id = ? and note_id = ?',
    [state, viewer.personId, tx.now, remark, legalEventId, note.id],
  );
  if (review.open > 1) note.markForReview({ by: viewer.personId, at: tx.now });
  const told = noteEvent('NOTE_REVIEWED', note.id, [], { subjects: [{ kind: legalEventKind, id: legalEventId }] });
  tx.record({ ...told, payload: { changes: [], ...(remark !== '' && { remark }) } });
  return { legalEventId, noteId: note.id };
}

async function judge(tx: Transaction, viewer: Viewer, input: SettleReview, note: KnowledgeNote): Promise<void> {
  const version = { noteId: input.noteId, expectedVersion: input.expectedVersion };
  if (input.verdict === 'ARCHIVE') await archiveNote(tx, viewer, { ...version, supersededBy: input.supersededBy });
  else if (input.verdict === 'CONFIRM') {
    const reviewBy = input.reviewBy ?? addDays(localDateOf(tx.now), 365);
    await validateNote(tx, viewer, { ...version, reviewBy });
  } else {
    const { verdict: _verdict, remark: _remark, legalEventId: _event, supersededBy: _successor, ...text } = input;
    await editNote(tx, viewer, { ...text, ...version });
    if (note.version === input.expectedVersion) refuse(fieldProblem('NOTHING_ADAPTED', ['input', 'verdict']));
  }
}

/** The bare id of an event that was not withdrawn, which then stays until the transaction ends. */
async function openLegalEvent(tx: Transaction, legalEventId: string): Promise<string> {
  const id = uuidOf('LegalEvent', legalEventId);
  const [row] = await tx.em.execute<{ id: string }[]>(
    'select id from legal_event where id = ? and withdrawn_at is null for share',
    [id],
  );
  return row?.id ?? refuse(notFoundProblem(['input', 'legalEventId'], 'UNKNOWN_LEGAL_EVENT'));
}

/**
 * Takes a legal event back that was recorded by mistake, by who recorded it, while no note was judged: the notes are as they were.
 * @throws Refusal.
 */
export async function withdrawLegalEvent(
  tx: Transaction,
  viewer: Viewer,
  input: { legalEventId: string },
): Promise<{ legalEventId: string }> {
  const path = ['input', 'legalEventId'];
  const id = uuidOf('LegalEvent', input.legalEventId);
  const event = id === null ? null : await tx.em.findOne(LegalEvent, { id, withdrawnAt: null });
  if (!event || event.recordedById !== viewer.personId) refuse(notFoundProblem(path, 'UNKNOWN_LEGAL_EVENT'));
  const [settled] = await tx.em.execute<object[]>(
    `select note_id from note_review where legal_event_id = ? and state <> 'TO_REVIEW' limit 1`,
    [event.id],
  );
  if (settled) refuse(fieldProblem('LEGAL_EVENT_SETTLED', path));

  event.withdraw(tx.now);
  await tx.em.execute(
    `update knowledge_note n set status = r.status_before, version = n.version + 1, updated_at = ?, updated_by_id = ?
     from note_review r where r.legal_event_id = ? and r.note_id = n.id and n.status = 'REVIEW_DUE'
       and not exists (select from note_review o where o.note_id = n.id and o.state = 'TO_REVIEW' and o.legal_event_id <> r.legal_event_id)`,
    [tx.now, viewer.personId, event.id],
  );
  const notes = await tx.em.execute<{ noteId: string }[]>(
    'delete from note_review where legal_event_id = ? returning note_id as "noteId"',
    [event.id],
  );
  for (const { noteId } of notes) tx.record(noteEvent('NOTE_REVIEW_WITHDRAWN', noteId, []));
  tx.record({
    stream: knowledgeStream,
    type: 'LEGAL_EVENT_WITHDRAWN',
    subjects: [{ kind: legalEventKind, id: event.id }],
    payload: { changes: [] },
  });
  return { legalEventId: event.id };
}
