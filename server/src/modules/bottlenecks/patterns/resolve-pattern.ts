import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { mayTransition } from '@versnellingstafel/shared/bottlenecks/permissions';
import { confidentialities } from '@versnellingstafel/shared/bottlenecks/states';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Json } from '../../../platform/database/json.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { type WriteNote, writeNote } from '../../knowledge/knowledge.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { recordStep } from '../bottleneck.events.ts';
import { Escalation } from '../escalation/escalation.entity.ts';
import { checkNote, linkedNote, type LinkedNote, sharedSubjects } from '../note-links.ts';
import { openBottlenecks, type OpenBottleneck } from '../open-bottleneck.ts';
import { type LeftOut, openPattern, type PatternOutcome, type PatternVersion } from './open-pattern.ts';
import { recordPattern } from './pattern-events.ts';
import { linkAllAsWorked } from './pattern-links.ts';
import type { Pattern } from './pattern.entity.ts';

export interface ResolvePattern extends PatternVersion {
  readonly resolution: string;
  readonly noteId?: string | null | undefined;
  readonly newNote?: WriteNote | null | undefined;
  readonly leaveOutIds?: readonly string[] | null | undefined;
  readonly allowedOnly?: boolean | null | undefined;
}

/** What came of it: `refused` says that nothing happened, because of those that are left out. */
export type ResolveOutcome = PatternOutcome & { leftOut: LeftOut[]; refused?: number };

/**
 * Decides once, for all cases of a pattern: each is resolved as if by itself, with the same words and the same note, and
 * tells it on its own timeline. Those that are named stay open. One that may not be resolved now stops it, unless the
 * viewer said that the others go on without it. A case that the viewer may not see is left alone and not told.
 * @throws Forbidden, Refusal.
 */
export async function resolvePattern(tx: Transaction, viewer: Viewer, input: ResolvePattern): Promise<ResolveOutcome> {
  const pattern = await openPattern(tx, viewer, 'RESOLVE', input);
  const members = await openBottlenecks(tx, viewer, {
    sql: 'b.id = any(array(select pm.bottleneck_id from pattern_member pm where pm.pattern_id = ? and pm.active))',
    params: [pattern.id],
  });
  const check = new InputCheck();
  const resolution = check.text('resolution', input.resolution, { min: 1, max: bottleneckLimits.textMax });
  if (input.noteId != null && input.newNote != null) check.refuse('noteId', 'ONE_NOTE_ONLY');
  const chosen = input.noteId == null ? null : await checkNote(tx, viewer, check, 'noteId', input.noteId);
  const without = checkLeftOut(check, members, input.leaveOutIds ?? []);
  check.done();

  const taking = members.filter((open) => !without.has(open.row.id));
  const refused = taking.flatMap((open): LeftOut[] => {
    const decision = mayTransition('RESOLVE', open.facts);
    return decision.allowed ? [] : [{ bottleneckId: open.row.id, reason: decision.reason }];
  });
  if (refused.length > 0 && !input.allowedOnly)
    return { patternId: pattern.id, leftOut: refused, refused: refused.length };
  const refusedIds = new Set(refused.map((each) => each.bottleneckId));
  const resolving = taking.filter((open) => !refusedIds.has(open.row.id));
  if (resolving.length === 0) refuse(fieldProblem('PATTERN_NOTHING_TO_RESOLVE', ['input', 'leaveOutIds']));

  const note = chosen ?? (input.newNote == null ? null : await writeFrom(tx, viewer, resolving, input.newNote));
  await resolveEach(tx, viewer, pattern, { resolving, resolution, note });
  const named = [...without].map((bottleneckId) => ({ bottleneckId, reason: 'PATTERN_LEFT_OUT' }));
  return { patternId: pattern.id, leftOut: [...named, ...refused] };
}

function checkLeftOut(check: InputCheck, members: readonly OpenBottleneck[], inputIds: readonly string[]): Set<string> {
  const known = new Set(members.map((open) => open.row.id));
  const ids = inputIds.map((id) => uuidOf('Bottleneck', id) ?? '');
  for (const [index, id] of ids.entries())
    if (!known.has(id)) check.refuse('leaveOutIds', 'NOT_IN_PATTERN', {}, String(index));
  return new Set(ids);
}

/** A note that is written from many cases starts no more open than the most closed of them. */
async function writeFrom(
  tx: Transaction,
  viewer: Viewer,
  resolving: readonly OpenBottleneck[],
  newNote: WriteNote,
): Promise<LinkedNote> {
  const wishes = [...resolving.map((open) => open.row.confidentiality), newNote.confidentiality ?? 'PUBLIC'];
  const strictest = Math.max(...wishes.map((wish) => confidentialities.indexOf(wish)));
  const confidentiality = confidentialities[strictest] ?? 'CONFIDENTIAL';
  const origin = { path: ['input', 'newNote'], regionId: resolving[0]?.row.regionId ?? null };
  const { noteId } = await writeNote(tx, viewer, { ...newNote, confidentiality }, origin);
  return linkedNote(tx, noteId);
}

interface Ruling {
  readonly resolving: readonly OpenBottleneck[];
  readonly resolution: string;
  readonly note: LinkedNote | null;
}

/** Changes the rows and tells it, in a number of statements that does not grow with the cases. */
async function resolveEach(
  tx: Transaction,
  viewer: Viewer,
  pattern: Pattern,
  { resolving, resolution, note }: Ruling,
): Promise<void> {
  const caseIds = resolving.map((open) => open.row.id);
  const escalations = await escalationsOf(tx, resolving);
  const links = note ? await linkAllAsWorked(tx, viewer, caseIds, note.id) : new Map<string, never>();
  const undo: Json[] = [];
  for (const open of resolving) {
    open.row.resolve(resolution, open.sender?.id ?? null, open.change);
    const beside: { [name: string]: Json } = { pattern: pattern.number };
    const escalation = escalations.get(open.escalationId ?? '');
    if (escalation) {
      beside['escalation'] = { id: escalation.id, verb: 'RESOLVE', before: { ...escalation.snapshot() } };
      escalation.answer(resolution, true, open.change);
    }
    if (note) beside['link'] = { noteId: note.id, before: links.get(open.row.id) ?? null };
    recordStep(open, 'RESOLVE', {
      beside,
      subjects: note ? sharedSubjects([note], open.row) : [],
      changes: [{ field: 'pattern', before: null, after: pattern.number }],
    });
    undo.push({ id: open.row.id, version: open.row.version, before: { ...open.before }, beside });
  }
  pattern.resolve(resolution, note?.id ?? null, { by: viewer.personId, at: tx.now });
  await tx.em.execute(
    `update pattern_member pm set active = false, resolved_version = given.version, undo = given.undo
     from pattern_member m left join (select (r ->> 'id')::uuid as id, (r ->> 'version')::int as version, r as undo
       from jsonb_array_elements(?::jsonb) as r) given on given.id = m.bottleneck_id
     where m.pattern_id = ? and pm.pattern_id = m.pattern_id and pm.bottleneck_id = m.bottleneck_id`,
    [JSON.stringify(undo), pattern.id],
  );
  recordPattern(tx, pattern, 'PATTERN_RESOLVED', {
    caseIds,
    changes: [{ field: 'resolution', before: null, after: resolution }],
  });
}

/** The open links of escalated cases, in one statement. */
async function escalationsOf(tx: Transaction, opens: readonly OpenBottleneck[]): Promise<Map<string, Escalation>> {
  const ids = opens.flatMap((open) => (open.escalationId === null ? [] : [open.escalationId]));
  if (ids.length === 0) return new Map();
  const rows = await tx.em.find(Escalation, { id: { $in: ids } });
  return new Map(rows.map((row) => [row.id, row]));
}
