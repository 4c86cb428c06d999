import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { noteEvent } from './knowledge-stream.ts';
import { noteChanges, themeChanges } from './note-changes.ts';
import { noteForChange } from './note-for-change.ts';
import { releaseOf } from './note-release.ts';
import { checkDates, checkRegion, checkWords, type NoteTextInput } from './note-text.ts';
import { demandFolded } from './shared-body/fold-body.ts';
import { replaceBody } from './shared-body/replace-body.ts';
import { checkThemes, putThemes, themesOfNote } from './note-themes.ts';

export interface EditNote extends NoteTextInput {
  noteId: string;
  expectedVersion: number;
  themeCodes?: readonly string[] | null | undefined;
}

/**
 * Changes what was sent of a note; what is left out stays. A note that was validated is a draft again when what the
 * validator vouched for differs; one that two have to open stays closed until a validator agrees. Nothing happens when nothing differs.
 * Another body is put into the text that people write together, too.
 * @throws Refusal, Forbidden.
 */
export async function editNote(tx: Transaction, viewer: Viewer, input: EditNote): Promise<{ noteId: string }> {
  const note = await noteForChange(tx, viewer, 'EDIT', input);
  const replaces = typeof input.body === 'string';
  if (replaces) await demandFolded(tx, note.id);

  const today = localDateOf(tx.now);
  const check = new InputCheck();
  const words = checkWords(check, input);
  const dates = checkDates(check, input, note, today);
  const { confidentiality, releaseTo } = releaseOf(note, input.confidentiality);
  const regionId = checkRegion(check, viewer, releaseTo ?? confidentiality, note.regionId ?? null);
  const before = await themesOfNote(tx.em, note.id);
  const themes = input.themeCodes ? await checkThemes(tx, check, input.themeCodes, today, before) : before;
  check.done();

  const text = { ...words, ...dates, confidentiality, regionId };
  const status = note.status;
  const changes = [...noteChanges(note, text), ...themeChanges(before, themes)];
  if (releaseTo !== (note.releaseTo ?? null))
    changes.push({ field: 'releaseTo', before: note.releaseTo ?? null, after: releaseTo });
  if (changes.length === 0) return { noteId: note.id };
  note.askRelease(releaseTo);
  note.edit(text, { by: viewer.personId, at: tx.now });
  if (note.status !== status) changes.push({ field: 'status', before: status, after: note.status });
  await tx.em.flush();
  if (replaces) await replaceBody(tx, note);
  if (themes !== before) await putThemes(tx, note.id, themes);
  tx.record(noteEvent('NOTE_EDITED', note.id, changes));
  return { noteId: note.id };
}
