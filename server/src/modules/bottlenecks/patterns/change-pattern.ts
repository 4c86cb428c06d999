import { patternLimits } from '@versnellingstafel/shared/bottlenecks/pattern-permissions';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';
import { checkReason } from '../bottleneck-text.ts';
import { checkPatternText } from './make-pattern.ts';
import { openPattern, type PatternOutcome, type PatternVersion } from './open-pattern.ts';
import { recordPattern } from './pattern-events.ts';
import { caseIdsOf, checkMembers, putMembers } from './pattern-members.ts';

export interface EditPattern extends PatternVersion {
  readonly title?: string | null | undefined;
  readonly problem?: string | null | undefined;
}

export interface PatternMembers extends PatternVersion {
  readonly bottleneckIds: readonly string[];
}

/** Other words for a pattern. Nothing happens when nothing differs. @throws Forbidden, Refusal. */
export async function editPattern(tx: Transaction, viewer: Viewer, input: EditPattern): Promise<PatternOutcome> {
  const pattern = await openPattern(tx, viewer, 'EDIT', input);
  const check = new InputCheck();
  const text = checkPatternText(check, input);
  check.done();

  const changes = (['title', 'problem'] as const)
    .filter((field) => text[field] !== undefined && text[field] !== pattern[field])
    .map((field) => ({ field, before: pattern[field], after: text[field] ?? '' }));
  if (changes.length === 0) return { patternId: pattern.id };
  pattern.edit(text, { by: viewer.personId, at: tx.now });
  recordPattern(tx, pattern, 'PATTERN_EDITED', { changes });
  return { patternId: pattern.id };
}

/** More cases turn out to be this problem. @throws Forbidden, Refusal. */
export async function addToPattern(tx: Transaction, viewer: Viewer, input: PatternMembers): Promise<PatternOutcome> {
  const pattern = await openPattern(tx, viewer, 'ADD', input);
  const check = new InputCheck();
  if (input.bottleneckIds.length === 0) check.refuse('bottleneckIds', 'REQUIRED');
  const members = await checkMembers(tx, viewer, check, input.bottleneckIds, {
    tableId: pattern.tableId,
    patternId: pattern.id,
  });
  const visible = visibleBottlenecks(viewer, 'b');
  const [size] = await tx.em.execute<{ count: number }[]>(
    `select count(*)::int as count from pattern_member pm join bottleneck b on b.id = pm.bottleneck_id
     where pm.pattern_id = ? and not pm.bottleneck_id = any(?::uuid[]) and ${visible.sql}`,
    [pattern.id, arrayLiteral(members), ...visible.params],
  );
  if ((size?.count ?? 0) + members.length > patternLimits.membersMax)
    check.refuse('bottleneckIds', 'TOO_MANY', { max: patternLimits.membersMax });
  check.done();

  const added = await putMembers(tx, pattern.id, members);
  if (added.length === 0) return { patternId: pattern.id };
  pattern.regroup({ by: viewer.personId, at: tx.now });
  recordPattern(tx, pattern, 'PATTERN_EXTENDED', { caseIds: added });
  return { patternId: pattern.id };
}

/** Cases that are another problem after all leave it. @throws Forbidden, Refusal. */
export async function removeFromPattern(
  tx: Transaction,
  viewer: Viewer,
  input: PatternMembers,
): Promise<PatternOutcome> {
  const pattern = await openPattern(tx, viewer, 'REMOVE', input);
  const visible = visibleBottlenecks(viewer, 'b');
  const check = new InputCheck();
  const wanted = caseIdsOf(input.bottleneckIds);
  if (wanted.length === 0) check.refuse('bottleneckIds', 'REQUIRED');
  check.done();
  const removed = await tx.em.execute<{ id: string }[]>(
    `delete from pattern_member pm using bottleneck b where pm.pattern_id = ? and pm.bottleneck_id = any(?::uuid[])
       and b.id = pm.bottleneck_id and ${visible.sql} returning pm.bottleneck_id as id`,
    [pattern.id, arrayLiteral(wanted.filter((id) => id !== null)), ...visible.params],
  );
  if (removed.length < wanted.length) refuse(fieldProblem('NOT_IN_PATTERN', ['input', 'bottleneckIds']));

  pattern.regroup({ by: viewer.personId, at: tx.now });
  recordPattern(tx, pattern, 'PATTERN_REDUCED', { caseIds: removed.map((row) => row.id) });
  return { patternId: pattern.id };
}

/** It is not one problem after all: its cases go on by themselves. @throws Forbidden, Refusal. */
export async function dissolvePattern(
  tx: Transaction,
  viewer: Viewer,
  input: PatternVersion & { readonly reason: string },
): Promise<PatternOutcome> {
  const pattern = await openPattern(tx, viewer, 'DISSOLVE', input);
  const check = new InputCheck();
  const reason = checkReason(check, 'reason', input.reason);
  check.done();

  const members = await tx.em.execute<{ id: string }[]>(
    'update pattern_member set active = false where pattern_id = ? returning bottleneck_id as id',
    [pattern.id],
  );
  pattern.dissolve({ by: viewer.personId, at: tx.now });
  recordPattern(tx, pattern, 'PATTERN_DISSOLVED', { caseIds: members.map((row) => row.id), remark: reason });
  return { patternId: pattern.id };
}
