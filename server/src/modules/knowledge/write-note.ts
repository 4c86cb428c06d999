import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { addDays, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { Forbidden } from '../../platform/commands/breach.ts';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Reference } from '../../platform/streams/event.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { KnowledgeNote } from './knowledge-note.entity.ts';
import { mayWriteNotes } from './knowledge-note.policy.ts';
import { noteEvent } from './knowledge-stream.ts';
import { checkDates, checkRegion, checkWords, type NoteTextInput } from './note-text.ts';
import { checkThemes, type NoteTheme, putThemes } from './note-themes.ts';
import { uniqueSlug } from './slug.ts';
import { withholdNotes } from './withhold-notes.ts';

export interface WriteNote extends NoteTextInput {
  title: string;
  summary: string;
  themeCodes: readonly string[];
}

/** How a note begins when it is written from something else, for example from a case. */
export interface NoteOrigin {
  /** Where the note stands in the input of that mutation, for the paths of problems. */
  path?: readonly string[];
  /** Who sees it unless the author says otherwise. */
  confidentiality?: Confidentiality;
  regionId?: string | null;
  /** What it is about, as what it is written from has it; in place of codes. */
  themes?: readonly NoteTheme[];
  /** Is it opened by two: its author and a validator? */
  needsRelease?: boolean;
  /** People who do not see it before it is public. */
  withheldFrom?: readonly string[];
  /** On whose timeline the writing shows too. */
  subjects?: readonly Reference[];
}

/** Days until the first review when nobody names a date. */
const reviewAfterDays = 365;

/**
 * Writes a note: a draft in the name of the viewer, with today as the day it was valid and a review in a year unless said
 * otherwise. Also used inside the transaction of another use case.
 * @throws Refusal with every field problem, Forbidden (NO_ROLE).
 */
export async function writeNote(
  tx: Transaction,
  viewer: Viewer,
  input: WriteNote,
  origin: NoteOrigin = {},
): Promise<{ noteId: string }> {
  const decision = mayWriteNotes(viewer);
  if (!decision.allowed) throw new Forbidden(decision.reason);

  const today = localDateOf(tx.now);
  const check = new InputCheck(origin.path);
  const words = checkWords(check, input);
  const validAsOf = input.validAsOf ?? today;
  const dates = checkDates(
    check,
    input,
    { validAsOf: today, reviewBy: addDays(validAsOf > today ? validAsOf : today, reviewAfterDays) },
    today,
  );
  const confidentiality = input.confidentiality ?? origin.confidentiality ?? 'PUBLIC';
  const regionId = checkRegion(check, viewer, confidentiality, origin.regionId ?? null);
  const themes = origin.themes ?? (await checkThemes(tx, check, input.themeCodes, today));
  check.done();

  const noteId = tx.newId();
  const text = {
    title: '',
    summary: '',
    body: '',
    applies: '',
    appliesNot: '',
    steps: '',
    caveat: '',
    tags: [],
    legalReferences: [],
    ...words,
  };
  const slug = await uniqueSlug(tx, text.title, confidentiality === 'PUBLIC');
  const change = { by: viewer.personId, at: tx.now };
  tx.em.create(
    KnowledgeNote,
    KnowledgeNote.draft(
      noteId,
      slug,
      { ...text, ...dates, confidentiality, regionId },
      { contactId: viewer.organisationId, needsRelease: origin.needsRelease ?? false },
      change,
    ),
  );
  await tx.em.flush();
  await putThemes(tx, noteId, themes);
  if (origin.withheldFrom?.length) await withholdNotes(tx, [noteId], origin.withheldFrom);
  const { subjects = [] } = origin;
  tx.record(noteEvent('NOTE_WRITTEN', noteId, [{ field: 'status', before: null, after: 'DRAFT' }], { subjects }));
  return { noteId };
}
