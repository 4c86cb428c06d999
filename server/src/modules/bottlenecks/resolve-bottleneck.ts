import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { confidentialities } from '@versnellingstafel/shared/bottlenecks/states';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Json } from '../../platform/database/json.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { type WriteNote, writeNote } from '../knowledge/knowledge.module.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { Escalation } from './escalation/escalation.entity.ts';
import { draftNote } from './case-notes/draft-note.ts';
import { checkNote, linkAs, linkAsWorked, linkedNote, type LinkBefore, sharedSubjects } from './note-links.ts';
import { type BottleneckVersion, bottleneckForVerb, type OpenBottleneck } from './open-bottleneck.ts';

export interface ResolveBottleneck extends BottleneckVersion {
  readonly resolution: string;
  readonly noteId?: string | null | undefined;
  readonly newNote?: WriteNote | null | undefined;
  /** What would help the next one: a note is drafted from the case with it. */
  readonly lesson?: string | null | undefined;
  readonly openToAll?: boolean | null | undefined;
}

/**
 * Closes a case with what resolved it. A note that was used, or one that is written or drafted in the same breath, is linked
 * as having worked; opened to all, the other region learns from it. An escalated case goes back to the table it came from.
 * @throws Forbidden, Refusal.
 */
export async function resolveBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: ResolveBottleneck,
): Promise<{ bottleneckId: string; noteId?: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'RESOLVE', input);
  const check = new InputCheck();
  const resolution = check.text('resolution', input.resolution, { min: 1, max: bottleneckLimits.textMax });
  if (input.noteId != null && input.newNote != null) check.refuse('noteId', 'ONE_NOTE_ONLY');
  const lesson = check.text('lesson', input.lesson ?? '', { max: noteLimits.summaryMax });
  if (lesson !== '' && input.newNote != null) check.refuse('lesson', 'ONE_NOTE_ONLY');
  const chosen = input.noteId == null ? null : await checkNote(tx, viewer, check, 'noteId', input.noteId);
  check.done();

  open.row.resolve(resolution, open.sender?.id ?? null, open.change);
  if (input.openToAll) open.row.confidentiality = 'PUBLIC';
  const beside: { [name: string]: Json } = {};
  if (open.escalationId !== null) {
    const escalation = await tx.em.findOneOrFail(Escalation, open.escalationId);
    beside['escalation'] = { id: escalation.id, verb: 'RESOLVE', before: { ...escalation.snapshot() } };
    escalation.answer(resolution, true, open.change);
  }
  const note = chosen ?? (input.newNote == null ? null : await writeFrom(open, input.newNote));
  if (note) beside['link'] = { noteId: note.id, before: await linkAsWorked(tx, viewer, open.row.id, note.id) };
  const drafted = lesson === '' ? null : await draftNote(open, { lesson });
  if (drafted) beside['draft'] = { noteId: drafted.id, before: await linkDraft(open, drafted.id) };
  const linked = [note, drafted].filter((each) => each !== null);
  recordStep(open, 'RESOLVE', { beside, subjects: sharedSubjects(linked, open.row) });
  return { bottleneckId: open.row.id, ...(drafted && { noteId: drafted.id }) };
}

/** Links a draft as having worked. @returns what the link becomes when the step is undone: the draft stays, and so does where it came from. */
async function linkDraft({ tx, viewer, row, today }: OpenBottleneck, noteId: string): Promise<LinkBefore> {
  await linkAs(tx, viewer, { bottleneckId: row.id, noteId, result: 'WORKED' });
  return { result: 'NOT_YET', conditions: '', appliedById: viewer.personId, appliedOn: today };
}

/** A note that is written from a case starts no more open than the case, whatever was asked: it is released afterwards. */
async function writeFrom({ tx, viewer, row }: OpenBottleneck, newNote: WriteNote) {
  const asked = newNote.confidentiality ?? row.confidentiality;
  const isStricter = confidentialities.indexOf(asked) > confidentialities.indexOf(row.confidentiality);
  const confidentiality = isStricter ? asked : row.confidentiality;
  const { noteId } = await writeNote(
    tx,
    viewer,
    { ...newNote, confidentiality },
    {
      path: ['input', 'newNote'],
      regionId: row.regionId,
    },
  );
  return linkedNote(tx, noteId);
}
