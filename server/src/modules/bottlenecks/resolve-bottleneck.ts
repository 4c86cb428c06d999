import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { confidentialities } from '@versnellingstafel/shared/bottlenecks/states';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Json } from '../../platform/database/json.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { type WriteNote, writeNote } from '../knowledge/knowledge.module.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { Escalation } from './escalation/escalation.entity.ts';
import { checkNote, linkAsWorked, linkedNote, sharedSubjects } from './note-links.ts';
import { type BottleneckVersion, bottleneckForVerb, type OpenBottleneck } from './open-bottleneck.ts';

export interface ResolveBottleneck extends BottleneckVersion {
  readonly resolution: string;
  readonly noteId?: string | null | undefined;
  readonly newNote?: WriteNote | null | undefined;
  readonly openToAll?: boolean | null | undefined;
}

/**
 * Closes a case with what resolved it. A note that was used, or one that is written in the same breath, is linked as
 * having worked; opened to all, the other region learns from it. An escalated case goes back to the table it came from.
 * @throws Forbidden, Refusal.
 */
export async function resolveBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: ResolveBottleneck,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'RESOLVE', input);
  const check = new InputCheck();
  const resolution = check.text('resolution', input.resolution, { min: 1, max: bottleneckLimits.textMax });
  if (input.noteId != null && input.newNote != null) check.refuse('noteId', 'ONE_NOTE_ONLY');
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
  recordStep(open, 'RESOLVE', { beside, subjects: note ? sharedSubjects([note], open.row) : [] });
  return { bottleneckId: open.row.id };
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
