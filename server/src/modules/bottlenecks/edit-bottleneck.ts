import type { BottleneckAction } from '@versnellingstafel/shared/bottlenecks/permissions';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import type { Bottleneck, BottleneckText } from './bottleneck.entity.ts';
import { type FieldChange, inWords, recordEvent } from './bottleneck.events.ts';
import {
  type CaseTheme,
  type CheckedProjects,
  checkProjects,
  checkThemes,
  defaultConfidentiality,
  type ImpactInput,
  namesOfProjects,
  putProjects,
  putThemes,
  themesOfCase,
} from './bottleneck-links.ts';
import { checkBottleneckText, type TextInput } from './bottleneck-text.ts';
import { type BottleneckVersion, bottleneckForActions, type OpenBottleneck } from './open-bottleneck.ts';

export interface EditBottleneck extends BottleneckVersion, TextInput {
  readonly solvableAt?: TableLevel | null | undefined;
  readonly themeCodes?: readonly string[] | null | undefined;
  readonly projects?: readonly ImpactInput[] | null | undefined;
}

/** The lead proposes a resolution; everything else is the owner's and the secretary's to write. */
function rightsFor({
  proposedResolution,
  bottleneckId: _id,
  expectedVersion: _version,
  ...rest
}: EditBottleneck): BottleneckAction[] {
  const others = Object.values(rest).some((value) => value !== undefined);
  return [
    ...(others ? (['EDIT'] as const) : []),
    ...(proposedResolution === undefined && others ? [] : (['SET_NEXT_STEP'] as const)),
  ];
}

/**
 * Changes what is written on a case; what is left out stays. Nothing happens when nothing differs.
 * @throws Forbidden, Refusal with every field problem.
 */
export async function editBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: EditBottleneck,
  options: { demo: boolean },
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForActions(tx, viewer, rightsFor(input), input);
  const { row } = open;
  const check = new InputCheck();
  const written = checkBottleneckText(check, input, open.today, row);
  const projects =
    input.projects == null
      ? null
      : await checkProjects(tx.em, check, input.projects, { ...options, current: open.impacts });
  const before = input.themeCodes == null ? [] : await themesOfCase(tx.em, row.id);
  const themeRule = { today: open.today, required: row.state !== 'DRAFT', current: before };
  const themes = input.themeCodes == null ? null : await checkThemes(tx.em, check, input.themeCodes, themeRule);
  check.done();

  const text: Partial<BottleneckText> = {
    ...written,
    ...(input.solvableAt != null && { solvableAt: input.solvableAt }),
  };
  const changes = textChanges(row, text);
  if (projects) changes.push(...(await projectChanges(open, projects)));
  if (themes && names(before) !== names(themes))
    changes.push({ field: 'themes', before: inWords(names(before)), after: inWords(names(themes)) });
  if (changes.length === 0) return { bottleneckId: row.id };

  if (projects) row.place(projects);
  // In a draft the confidentiality that came with the themes goes along with them.
  if (themes && row.state === 'DRAFT' && row.confidentiality === defaultConfidentiality(before))
    row.confidentiality = defaultConfidentiality(themes);
  row.edit(text, open.change);
  if (projects) await putProjects(tx.em, row.id, projects.impacts);
  if (themes) await putThemes(tx.em, row.id, themes);
  recordEvent(open, 'BOTTLENECK_EDITED', { changes, subjects: newProjects(open, projects) });
  return { bottleneckId: row.id };
}

const names = (themes: readonly CaseTheme[]) => themes.map((theme) => theme.name).join(', ');

function textChanges(row: Bottleneck, text: Partial<BottleneckText>): FieldChange[] {
  return (Object.keys(text) as (keyof BottleneckText)[])
    .filter((field) => text[field] !== row[field])
    .map((field) => ({ field, before: inWords(row[field]), after: inWords(text[field] ?? null) }));
}

async function projectChanges({ tx, impacts }: OpenBottleneck, projects: CheckedProjects): Promise<FieldChange[]> {
  const asText = (list: readonly { name: string; homesBlocked: number | null }[]) =>
    list.map(({ name, homesBlocked }) => (homesBlocked === null ? name : `${name} (${homesBlocked})`)).join(', ');
  const nameOf = await namesOfProjects(tx.em, impacts);
  const before = asText(impacts.map((impact) => ({ ...impact, name: nameOf.get(impact.projectId) ?? '' })));
  const after = asText(projects.impacts);
  return before === after ? [] : [{ field: 'projects', before: inWords(before), after: inWords(after) }];
}

/** A project that joins gets the event on its timeline too. */
function newProjects({ impacts }: OpenBottleneck, projects: CheckedProjects | null) {
  const known = new Set(impacts.map((impact) => impact.projectId));
  const joining = projects?.impacts.filter((impact) => !known.has(impact.projectId)) ?? [];
  return joining.map((impact) => ({ kind: 'project', id: impact.projectId }));
}
