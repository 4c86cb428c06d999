import {
  mayMakePattern,
  mayOnPattern,
  type PatternVerb,
} from '@versnellingstafel/shared/bottlenecks/pattern-permissions';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { conflictProblem, fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { roleAt, type Viewer } from '../../people/people.module.ts';
import { Pattern } from './pattern.entity.ts';
import { patternFacts, visiblePatterns } from './pattern.policy.ts';

/** A pattern in the version that was seen. */
export interface PatternVersion {
  readonly patternId: string;
  readonly expectedVersion: number;
}

/** What a mutation on a pattern gives back. Types, so that they are plain JSON. */
export type LeftOut = { bottleneckId: string; reason: string };
export type PatternOutcome = { patternId: string; leftOut?: LeftOut[] };

/**
 * Finds and locks a pattern for a step that the viewer may take now, having seen its latest version.
 * @throws Forbidden (no right), Refusal (not there or not theirs, changed meanwhile, wrong state).
 */
export async function openPattern(
  tx: Transaction,
  viewer: Viewer,
  verb: PatternVerb,
  input: PatternVersion,
): Promise<Pattern> {
  const path = ['input', 'patternId'];
  const id = uuidOf('Pattern', input.patternId) ?? refuse(notFoundProblem(path, 'UNKNOWN_PATTERN'));
  const visible = visiblePatterns(viewer, 'p');
  const [found] = await tx.em.execute<object[]>(
    `select p.*, p.made_on::text as made_on, p.resolved_on::text as resolved_on from pattern p where p.id = ? and ${visible.sql} for update of p`,
    [id, ...visible.params],
  );
  if (!found) refuse(notFoundProblem(path, 'UNKNOWN_PATTERN'));
  const pattern = tx.em.map(Pattern, found);
  const decision = mayOnPattern(verb, patternFacts(viewer, pattern));
  if (!decision.allowed && decision.reason === 'CHAIR_OR_SECRETARY_ONLY') throw new Forbidden(decision.reason);
  if (pattern.version !== input.expectedVersion) {
    refuse(
      conflictProblem({
        current: { type: 'Pattern', id: pattern.id },
        currentVersion: pattern.version,
        changedById: pattern.changedById,
        changedAt: pattern.changedAt,
      }),
    );
  }
  if (!decision.allowed) refuse(fieldProblem(decision.reason, path));
  return pattern;
}

/** The table of a pattern that is to be made, when the viewer leads it. @throws Forbidden, Refusal. */
export async function tableForPattern(tx: Transaction, viewer: Viewer, tableId: string): Promise<string> {
  const path = ['input', 'tableId'];
  const id = uuidOf('AccelerationTable', tableId) ?? refuse(notFoundProblem(path, 'UNKNOWN_TABLE'));
  const rows = await tx.em.execute<object[]>('select id from acceleration_table where id = ?', [id]);
  if (rows.length === 0) refuse(notFoundProblem(path, 'UNKNOWN_TABLE'));
  const right = mayMakePattern(roleAt(viewer, id));
  if (!right.allowed) throw new Forbidden(right.reason);
  return id;
}
