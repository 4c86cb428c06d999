import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { ApplicationResult } from '@versnellingstafel/shared/knowledge/validity';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Reference } from '../../platform/streams/event.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { noteKind, visibleNotes } from '../knowledge/knowledge.module.ts';
import type { Viewer } from '../people/people.module.ts';
import type { Bottleneck } from './bottleneck.entity.ts';

/** A note that is linked to a case, with what decides who may hear of it. */
export interface LinkedNote {
  readonly id: string;
  readonly confidentiality: string;
  readonly regionId: string | null;
}

const noteColumns = `n.id, n.confidentiality, n.region_id as "regionId"`;

/** The notes behind ids of an input: each is there, and the viewer may see it. */
export async function checkNotes(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  noteIds: readonly string[],
): Promise<LinkedNote[]> {
  const wanted = check.atMost('noteIds', [...new Set(noteIds)], bottleneckLimits.notesMax);
  if (wanted.length === 0) return [];
  const ids = wanted.map((noteId) => uuidOf('KnowledgeNote', noteId));
  const visible = visibleNotes(viewer, 'n');
  const found = await tx.em.execute<LinkedNote[]>(
    `select ${noteColumns} from knowledge_note n where n.id = any(?::uuid[]) and n.status <> 'ARCHIVED' and ${visible.sql}`,
    [arrayLiteral(ids.filter((id) => id !== null)), ...visible.params],
  );
  const byId = new Map(found.map((note) => [note.id, note]));
  return ids.flatMap((id, index) => {
    const note = byId.get(id ?? '');
    if (!note) check.refuse('noteIds', 'UNKNOWN_NOTE', {}, String(index));
    return note ? [note] : [];
  });
}

/** The one note behind an id of an input; null, with a problem, when it is not there or not the viewer's. */
export async function checkNote(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  field: string,
  noteId: string,
): Promise<LinkedNote | null> {
  const visible = visibleNotes(viewer, 'n');
  const [note] = await tx.em.execute<LinkedNote[]>(
    `select ${noteColumns} from knowledge_note n where n.id = ? and n.status <> 'ARCHIVED' and ${visible.sql}`,
    [uuidOf('KnowledgeNote', noteId), ...visible.params],
  );
  if (!note) check.refuse(field, 'UNKNOWN_NOTE');
  return note ?? null;
}

/** Links notes to a new case; what becomes of them is not known yet. */
export async function linkNotes(
  tx: Transaction,
  viewer: Viewer,
  bottleneckId: string,
  notes: readonly LinkedNote[],
): Promise<void> {
  for (const note of notes) {
    await tx.em.execute(
      `insert into application (id, note_id, bottleneck_id, result, applied_by_id, applied_on) values (?, ?, ?, 'NOT_YET', ?, ?)`,
      [tx.newId(), note.id, bottleneckId, viewer.personId, localDateOf(tx.now)],
    );
  }
}

/** What a link was before a step changed it; null when there was none. A type, so that it is plain JSON. */
export type LinkBefore = { result: string; conditions: string; appliedById: string; appliedOn: string };

/** Notes that a note resolved a case: the link is made, or says so from now on. @returns what it was before. */
export async function linkAsWorked(
  tx: Transaction,
  viewer: Viewer,
  bottleneckId: string,
  noteId: string,
): Promise<LinkBefore | null> {
  return linkAs(tx, viewer, { bottleneckId, noteId, result: 'WORKED' });
}

/** Says what became of a note on a case, whether they were linked before or not. @returns what the link was before. */
export async function linkAs(
  tx: Transaction,
  viewer: Viewer,
  { bottleneckId, noteId, result }: { bottleneckId: string; noteId: string; result: ApplicationResult },
): Promise<LinkBefore | null> {
  const [before] = await tx.em.execute<LinkBefore[]>(
    `select result, conditions, applied_by_id as "appliedById", applied_on::text as "appliedOn"
     from application where note_id = ? and bottleneck_id = ? for update`,
    [noteId, bottleneckId],
  );
  await tx.em.execute(
    `insert into application (id, note_id, bottleneck_id, result, applied_by_id, applied_on) values (?, ?, ?, ?, ?, ?)
     on conflict (note_id, bottleneck_id) do update
     set result = excluded.result, applied_by_id = excluded.applied_by_id, applied_on = excluded.applied_on`,
    [tx.newId(), noteId, bottleneckId, result, viewer.personId, localDateOf(tx.now)],
  );
  return before ?? null;
}

/** Puts a link back as it was before it said that the note worked. */
export async function unlinkAsWorked(
  tx: Transaction,
  bottleneckId: string,
  noteId: string,
  before: LinkBefore | null,
): Promise<void> {
  if (before === null) {
    await tx.em.execute('delete from application where note_id = ? and bottleneck_id = ?', [noteId, bottleneckId]);
    return;
  }
  await tx.em.execute(
    'update application set result = ?, conditions = ?, applied_by_id = ?, applied_on = ? where note_id = ? and bottleneck_id = ?',
    [before.result, before.conditions, before.appliedById, before.appliedOn, noteId, bottleneckId],
  );
}

/** The note as this case's step needs it. */
export async function linkedNote(tx: Transaction, noteId: string): Promise<LinkedNote> {
  const [note] = await tx.em.execute<LinkedNote[]>(`select ${noteColumns} from knowledge_note n where n.id = ?`, [
    noteId,
  ]);
  if (!note) throw new Error('A note that was just written or found is there.');
  return note;
}

/**
 * The notes that may stand on the event of a case. An event shows to who sees all of its subjects, so a note that fewer
 * people see than the case would hide the step itself.
 */
export function sharedSubjects(
  notes: readonly LinkedNote[],
  row: Pick<Bottleneck, 'confidentiality' | 'regionId'>,
): Reference[] {
  const asOpen = (note: LinkedNote) =>
    note.confidentiality === 'PUBLIC' ||
    (note.confidentiality === 'REGIONAL' && row.confidentiality === 'REGIONAL' && note.regionId === row.regionId);
  return notes.filter(asOpen).map((note) => ({ kind: noteKind, id: note.id }));
}
