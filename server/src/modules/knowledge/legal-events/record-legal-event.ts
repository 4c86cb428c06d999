import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import {
  type LegalEventKind,
  legalEventLimits,
  mayRecordLegalEvent,
} from '@versnellingstafel/shared/knowledge/legal-events';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { hasRole, type Viewer } from '../../people/people.module.ts';
import { KnowledgeNote } from '../knowledge-note.entity.ts';
import { visibleNotes } from '../knowledge-note.policy.ts';
import { knowledgeStream, noteEvent } from '../knowledge-stream.ts';
import { checkEclis } from '../note-text.ts';
import { LegalEvent } from './legal-event.entity.ts';

/** Name of legal events in events and timelines. */
export const legalEventKind = 'legalEvent';

export interface RecordLegalEvent {
  readonly kind: LegalEventKind;
  readonly title: string;
  readonly summary?: string | null | undefined;
  readonly legalReferences: readonly string[];
  readonly effectiveOn: LocalDate;
  readonly noteIds: readonly string[];
}

/** May this viewer tell what changed in the law? */
export function mayRecord(viewer: Viewer): ReturnType<typeof mayRecordLegalEvent> {
  return mayRecordLegalEvent({
    isEditor: hasRole(viewer, 'KNOWLEDGE_EDITOR'),
    isValidator: hasRole(viewer, 'VALIDATOR'),
  });
}

/**
 * Tells what changed in the law. Each of the notes that rest on it is marked for review at once, and reads as “check first” until somebody
 * has judged it.
 * @throws Forbidden (KNOWLEDGE_ROLES_ONLY), Refusal with every field problem.
 */
export async function recordLegalEvent(
  tx: Transaction,
  viewer: Viewer,
  input: RecordLegalEvent,
): Promise<{ legalEventId: string }> {
  const decision = mayRecord(viewer);
  if (!decision.allowed) throw new Forbidden(decision.reason);
  const check = new InputCheck();
  const { titleMin, titleMax, summaryMax, notesMax } = legalEventLimits;
  const title = check.text('title', input.title, { min: titleMin, max: titleMax, singleLine: true });
  const summary = check.optionalText('summary', input.summary, { max: summaryMax }) ?? '';
  const legalReferences = checkReferences(check, input.legalReferences);
  checkEclis(check, legalReferences);
  const effectiveOn = check.date('effectiveOn', input.effectiveOn);
  const wanted = check.atMost('noteIds', [...new Set(input.noteIds)], notesMax);
  const notes = await lockedNotes(tx, viewer, check, wanted);
  check.done();

  const id = tx.newId();
  tx.em.create(LegalEvent, {
    id,
    version: 1,
    kind: input.kind,
    title,
    summary,
    legalReferences,
    effectiveOn,
    recordedById: viewer.personId,
    recordedAt: tx.now,
    withdrawnAt: null,
  });
  await tx.em.flush();
  await tx.em.execute(
    `insert into note_review (legal_event_id, note_id, state, status_before)
     select ?::uuid, (given ->> 'id')::uuid, 'TO_REVIEW', given ->> 'status' from jsonb_array_elements(?::jsonb) as row (given)`,
    [id, JSON.stringify(notes.map((note) => ({ id: note.id, status: note.status })))],
  );
  tx.record({
    stream: knowledgeStream,
    type: 'LEGAL_EVENT_RECORDED',
    subjects: [{ kind: legalEventKind, id }],
    payload: { changes: [] },
  });
  for (const note of notes) {
    const before = note.status;
    note.markForReview({ by: viewer.personId, at: tx.now });
    const changes = before === note.status ? [] : [{ field: 'status', before, after: note.status }];
    tx.record(noteEvent('NOTE_UNDER_REVIEW', note.id, changes, { subjects: [{ kind: legalEventKind, id }] }));
  }
  return { legalEventId: id };
}

function checkReferences(check: InputCheck, references: readonly string[]): string[] {
  const { referencesMax, referenceMin, referenceMax } = legalEventLimits;
  return check
    .atMost('legalReferences', references, referencesMax)
    .map((reference, index) =>
      check.text(
        'legalReferences',
        reference,
        { min: referenceMin, max: referenceMax, singleLine: true },
        String(index),
      ),
    );
}

/** The notes that were chosen, locked in one order; each is there, theirs to see, and in use. */
async function lockedNotes(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  noteIds: readonly string[],
): Promise<KnowledgeNote[]> {
  const ids = noteIds.map((noteId) => uuidOf('KnowledgeNote', noteId));
  const visible = visibleNotes(viewer, 'n');
  const rows = await tx.em.execute<object[]>(
    `select n.* from knowledge_note n where n.id = any(?::uuid[]) and n.status <> 'ARCHIVED' and ${visible.sql} order by n.id for update`,
    [arrayLiteral(ids.filter((id) => id !== null)), ...visible.params],
  );
  const notes = rows.map((row) => tx.em.map(KnowledgeNote, row));
  const known = new Set(notes.map((note) => note.id));
  for (const [index, id] of ids.entries())
    if (id === null || !known.has(id)) check.refuse('noteIds', 'UNKNOWN_NOTE', {}, String(index));
  return notes;
}
