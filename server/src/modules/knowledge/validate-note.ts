import { type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { noteEvent } from './knowledge-stream.ts';
import { noteChanges } from './note-changes.ts';
import { noteForChange } from './note-for-change.ts';
import { demandFolded } from './shared-body/fold-body.ts';
import { checkDates } from './note-text.ts';

export interface ValidateNote {
  noteId: string;
  expectedVersion: number;
  validAsOf?: LocalDate | null | undefined;
  reviewBy: LocalDate;
}

/**
 * A validator other than the author vouches for the note as it reads now, as of `validAsOf` (today when left out) and
 * until `reviewBy`. It is opened to whom its author asked for.
 * @throws Refusal, Forbidden (VALIDATOR_ONLY).
 */
export async function validateNote(tx: Transaction, viewer: Viewer, input: ValidateNote): Promise<{ noteId: string }> {
  const note = await noteForChange(tx, viewer, 'VALIDATE', input);
  await demandFolded(tx, note.id);

  const today = localDateOf(tx.now);
  const check = new InputCheck();
  check.date('reviewBy', input.reviewBy, { notBefore: today });
  const dates = checkDates(
    check,
    { validAsOf: input.validAsOf ?? today, reviewBy: input.reviewBy },
    { validAsOf: note.validAsOf, reviewBy: input.reviewBy },
    today,
  );
  check.done();

  const changes = noteChanges(note, { ...dates, ...(note.releaseTo != null && { confidentiality: note.releaseTo }) });
  if (note.status !== 'VALIDATED') changes.unshift({ field: 'status', before: note.status, after: 'VALIDATED' });
  note.validate(dates, { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(noteEvent('NOTE_VALIDATED', note.id, changes));
  return { noteId: note.id };
}
