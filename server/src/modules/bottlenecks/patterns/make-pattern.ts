import { patternLimits, patternNumber } from '@versnellingstafel/shared/bottlenecks/pattern-permissions';
import { numberStep } from '@versnellingstafel/shared/bottlenecks/numbers';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { type PatternOutcome, tableForPattern } from './open-pattern.ts';
import { recordPattern } from './pattern-events.ts';
import { checkMembers, putMembers } from './pattern-members.ts';
import { Pattern } from './pattern.entity.ts';

export interface MakePattern {
  readonly tableId: string;
  readonly title: string;
  readonly problem: string;
  readonly bottleneckIds: readonly string[];
}

/**
 * Chair or secretary say that several cases of their table are one problem.
 * @throws Forbidden (CHAIR_OR_SECRETARY_ONLY), Refusal.
 */
export async function makePattern(
  tx: Transaction,
  viewer: Viewer,
  input: MakePattern,
  /** The loader of the demo brings how far the sequence has come, so that the same pattern has the same number. */
  { sequence }: { sequence?: number } = {},
): Promise<PatternOutcome> {
  const tableId = await tableForPattern(tx, viewer, input.tableId);
  const check = new InputCheck();
  const { title, problem } = checkPatternText(check, input);
  const members = await checkMembers(tx, viewer, check, input.bottleneckIds, { tableId, patternId: null });
  if (members.length < patternLimits.membersMin && !check.hasProblem('bottleneckIds'))
    check.refuse('bottleneckIds', 'PATTERN_TOO_FEW', { min: patternLimits.membersMin });
  check.done();

  const id = tx.newId();
  const today = localDateOf(tx.now);
  const pattern = tx.em.create(Pattern, {
    id,
    number: await takeNumber(tx, sequence ?? numberStep(id), Number(today.slice(0, 4))),
    version: 1,
    tableId,
    title: title ?? '',
    problem: problem ?? '',
    state: 'OPEN',
    madeById: viewer.personId,
    madeOn: today,
    resolution: '',
    resolvedOn: null,
    noteId: null,
    changedById: viewer.personId,
    changedAt: tx.now,
  });
  await tx.em.flush();
  await putMembers(tx, id, members);
  recordPattern(tx, pattern, 'PATTERN_MADE', {
    caseIds: members,
    changes: [{ field: 'title', before: null, after: pattern.title }],
  });
  return { patternId: id };
}

/** The words of a pattern; what is left out stays. */
export function checkPatternText(
  check: InputCheck,
  input: { readonly title?: string | null | undefined; readonly problem?: string | null | undefined },
): { title?: string; problem?: string } {
  const { titleMin, titleMax, problemMax } = patternLimits;
  const title = check.optionalText('title', input.title, { min: titleMin, max: titleMax, singleLine: true });
  const problem = check.optionalText('problem', input.problem, { min: 1, max: problemMax });
  return { ...(title === undefined ? {} : { title }), ...(problem === undefined ? {} : { problem }) };
}

/** The next number of the year, one to three further, so that it never tells how many there are. */
async function takeNumber(tx: Transaction, step: number, year: number): Promise<string> {
  const [row] = await tx.em.execute<{ last: number }[]>(
    `insert into pattern_number as present (year, last) values (?, ?)
     on conflict (year) do update set last = present.last + ? returning last`,
    [year, step, step],
  );
  return patternNumber(year, row?.last ?? step);
}
