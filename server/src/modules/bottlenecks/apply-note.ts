import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import type { ApplicationResult } from '@versnellingstafel/shared/knowledge/validity';
import { Forbidden } from '../../platform/commands/breach.ts';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { visibleNote } from '../knowledge/knowledge.module.ts';
import type { Viewer } from '../people/people.module.ts';
import { type FieldChange, inWords, recordEvent } from './bottleneck.events.ts';
import { sharedSubjects } from './note-links.ts';
import { openBottleneck } from './open-bottleneck.ts';

export interface ApplyNote {
  readonly noteId: string;
  readonly bottleneckId: string;
  readonly result: ApplicationResult;
  readonly conditions?: string | null | undefined;
}

/** What a mutation on a link gives back. A type, so that it is plain JSON. */
export type ApplicationIds = { applicationId: string; noteId: string; bottleneckId: string };

interface Link {
  id: string;
  result: ApplicationResult;
  conditions: string;
}

/**
 * Links a note to a case, or changes what became of it; one link for each note and case. Nothing happens when nothing
 * differs.
 * @throws Forbidden (no right on the case), Refusal.
 */
export async function applyNote(tx: Transaction, viewer: Viewer, input: ApplyNote): Promise<ApplicationIds> {
  const open = await openBottleneck(tx, viewer, input.bottleneckId);
  const decision = mayAct('LINK_NOTE', open.facts);
  if (!decision.allowed) throw new Forbidden(decision.reason);
  const note = await visibleNote(tx, viewer, input.noteId);
  if (!note) refuse(notFoundProblem(['input', 'noteId'], 'UNKNOWN_NOTE'));

  const check = new InputCheck();
  const given = check.optionalText('conditions', input.conditions, { max: noteLimits.conditionsMax });
  check.done();
  const link = await linkBetween(tx, note.id, open.row.id);
  if (!link && note.status === 'ARCHIVED') refuse(fieldProblem('NOTE_ARCHIVED', ['input', 'noteId']));

  const after = { result: input.result, conditions: given ?? link?.conditions ?? '' };
  const ids = { applicationId: link?.id ?? tx.newId(), noteId: note.id, bottleneckId: open.row.id };
  if (link && link.result === after.result && link.conditions === after.conditions) return ids;
  await tx.em.execute(
    `insert into application (id, note_id, bottleneck_id, result, conditions, applied_by_id, applied_on) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (note_id, bottleneck_id) do update set result = excluded.result, conditions = excluded.conditions,
       applied_by_id = excluded.applied_by_id, applied_on = excluded.applied_on`,
    [ids.applicationId, note.id, open.row.id, after.result, after.conditions, viewer.personId, open.today],
  );
  const linked = { id: note.id, confidentiality: note.confidentiality, regionId: note.regionId };
  const subjects = sharedSubjects([linked], open.row);
  recordEvent(open, 'NOTE_APPLIED', { changes: linkChanges(link, after, subjects.length > 0), subjects });
  return ids;
}

/** The link as it is; the case is locked, so nobody makes another one meanwhile. */
async function linkBetween(tx: Transaction, noteId: string, bottleneckId: string): Promise<Link | null> {
  const [link] = await tx.em.execute<Link[]>(
    'select id, result, conditions from application where note_id = ? and bottleneck_id = ?',
    [noteId, bottleneckId],
  );
  return link ?? null;
}

/** Conditions are told only where all who hear of the case may see the note as well. */
function linkChanges(before: Link | null, after: Omit<Link, 'id'>, noteShows: boolean): FieldChange[] {
  const changes: FieldChange[] = [];
  if (before?.result !== after.result)
    changes.push({ field: 'result', before: before?.result ?? null, after: after.result });
  const conditions = before?.conditions ?? '';
  if (noteShows && conditions !== after.conditions)
    changes.push({ field: 'conditions', before: inWords(conditions), after: inWords(after.conditions) });
  return changes;
}
