import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { checkProjects, type ImpactInput, putProjects } from './bottleneck-links.ts';
import { checkBottleneckText } from './bottleneck-text.ts';
import type { Impact } from './bottleneck.face.ts';
import { type BottleneckVersion, bottleneckForVerb } from './open-bottleneck.ts';

export interface TriageBottleneck extends BottleneckVersion {
  readonly remark?: string | null | undefined;
  readonly solvableAt?: TableLevel | null | undefined;
  readonly constructionStart?: LocalDate | null | undefined;
  readonly projects?: readonly ImpactInput[] | null | undefined;
}

/**
 * The secretary takes a submitted case in, and completes what was missing: from here on it counts how many homes wait, and since when.
 * @throws Forbidden, Refusal.
 */
export async function triageBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: TriageBottleneck,
  options: { demo: boolean },
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'TRIAGE', input);
  const check = new InputCheck();
  const remark = check.optionalText('remark', input.remark, { max: bottleneckLimits.reasonMax });
  const text = checkBottleneckText(
    check,
    { constructionStart: input.constructionStart ?? undefined },
    open.today,
    open.row,
  );
  const projects =
    input.projects == null
      ? null
      : await checkProjects(tx.em, check, input.projects, { ...options, current: open.impacts });
  checkComplete(check, { constructionStart: open.row.constructionStart, ...text }, projects?.impacts ?? open.impacts);
  check.done();

  open.row.triage(open.change);
  if (input.solvableAt != null) open.row.solvableAt = input.solvableAt;
  Object.assign(open.row, text);
  if (projects) {
    open.row.place(projects);
    await putProjects(tx.em, open.row.id, projects.impacts);
  }
  recordStep(open, 'TRIAGE', {
    remark,
    ...(projects && { beside: { impacts: open.impacts.map((impact) => ({ ...impact })) } }),
  });
  return { bottleneckId: open.row.id };
}

/** What intake may leave open and triage needs. Homes of one project are enough: of another they may not be known yet. */
function checkComplete(
  check: InputCheck,
  { constructionStart }: { constructionStart: LocalDate | null },
  impacts: readonly Impact[],
): void {
  if (constructionStart === null) check.refuse('constructionStart', 'NEEDED_FOR_TRIAGE');
  if (!check.hasProblem('projects') && impacts.every(({ homesBlocked }) => homesBlocked === null))
    check.refuse('projects', 'NEEDED_FOR_TRIAGE', { field: 'homesBlocked' }, '0', 'homesBlocked');
}
