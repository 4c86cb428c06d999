import type { SqlEntityManager } from '@mikro-orm/sql';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Impact } from './bottleneck.face.ts';

/** A project in an input. */
export interface ImpactInput {
  readonly projectId: string;
  readonly homesBlocked?: number | null | undefined;
}

/** The projects of a case, and what follows from them for its row. */
export interface CheckedProjects {
  readonly impacts: readonly NamedImpact[];
  readonly homesBlocked: number;
  readonly municipalityId: string;
  readonly regionId: string;
}

export interface NamedImpact extends Impact {
  readonly name: string;
}

interface ProjectPlace {
  id: string;
  name: string;
  kind: string;
  municipalityId: string;
  regionId: string;
}

/**
 * The projects behind an input: each exists, stands there once, and in the demo is an invented one. The first one
 * decides where the case lies.
 * @param current projects that the case has already, which may stay whatever they are.
 */
export async function checkProjects(
  em: SqlEntityManager,
  check: InputCheck,
  inputs: readonly ImpactInput[],
  { demo, current = [] }: { demo: boolean; current?: readonly Impact[] },
): Promise<CheckedProjects> {
  const wanted = check.atMost('projects', inputs, bottleneckLimits.projectsMax);
  if (wanted.length === 0) check.refuse('projects', 'REQUIRED');
  const ids = wanted.map((each) => uuidOf('Project', each.projectId));
  const found = await em.execute<ProjectPlace[]>(
    `select p.id, p.name, p.kind, p.municipality_id as "municipalityId", m.region_id as "regionId"
     from project p join municipality m on m.id = p.municipality_id where p.id = any(?::uuid[])`,
    [arrayLiteral(ids.filter((id) => id !== null))],
  );
  const byId = new Map(found.map((project) => [project.id, project]));
  const places: ProjectPlace[] = [];
  const impacts = wanted.map(({ homesBlocked }, index): NamedImpact => {
    const refuse = (code: Parameters<InputCheck['refuse']>[1]) =>
      check.refuse('projects', code, {}, String(index), 'projectId');
    const project = byId.get(ids[index] ?? '');
    if (!project) refuse('UNKNOWN_PROJECT');
    else if (ids.indexOf(project.id) < index) refuse('DUPLICATE_PROJECT');
    else if (demo && project.kind !== 'DEMO_FICTIONAL' && !current.some((impact) => impact.projectId === project.id))
      refuse('REAL_PROJECT_IN_DEMO');
    else places.push(project);
    if (homesBlocked != null) {
      check.whole('projects', homesBlocked, { min: 0, max: bottleneckLimits.homesMax }, String(index), 'homesBlocked');
    }
    return { projectId: project?.id ?? '', homesBlocked: homesBlocked ?? null, name: project?.name ?? '' };
  });
  const homesBlocked = impacts.reduce((sum, impact) => sum + (impact.homesBlocked ?? 0), 0);
  return {
    impacts,
    homesBlocked,
    municipalityId: places[0]?.municipalityId ?? '',
    regionId: places[0]?.regionId ?? '',
  };
}

/** Puts these projects on a case in place of those it had. */
export async function putProjects(
  em: SqlEntityManager,
  bottleneckId: string,
  impacts: readonly Impact[],
): Promise<void> {
  await em.execute('delete from bottleneck_project where bottleneck_id = ?', [bottleneckId]);
  await linkProjects(em, bottleneckId, impacts);
}

/** Links the projects of a case that is new. */
export async function linkProjects(
  em: SqlEntityManager,
  bottleneckId: string,
  impacts: readonly Impact[],
): Promise<void> {
  await em.execute(
    `insert into bottleneck_project (bottleneck_id, project_id, position, homes_blocked)
     select ?::uuid, (given.impact ->> 'projectId')::uuid, position, (given.impact ->> 'homesBlocked')::int
     from jsonb_array_elements(?::jsonb) with ordinality as given (impact, position)`,
    [bottleneckId, JSON.stringify(impacts)],
  );
}

/** A theme as a case carries it. */
export interface CaseTheme {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly defaultConfidentiality: Confidentiality;
}

const themeColumns = `t.id, t.name, t.code, t.default_confidentiality as "defaultConfidentiality"`;

/** The themes of a case, in their order. */
export function themesOfCase(em: SqlEntityManager, bottleneckId: string): Promise<CaseTheme[]> {
  return em.execute<CaseTheme[]>(
    `select ${themeColumns} from bottleneck_theme bt join theme t on t.id = bt.theme_id where bt.bottleneck_id = ? order by bt.position`,
    [bottleneckId],
  );
}

/** The themes behind codes of an input, each once: they hold today (null: on whatever day), or the case carries them already. */
export async function checkThemes(
  em: SqlEntityManager,
  check: InputCheck,
  codes: readonly string[],
  {
    today,
    required,
    current = [],
    field = 'themeCodes',
  }: { today: LocalDate | null; required: boolean; current?: readonly CaseTheme[]; field?: string },
): Promise<CaseTheme[]> {
  const wanted = check.atMost(field, [...new Set(codes)], bottleneckLimits.themesMax);
  if (wanted.length === 0 && required) check.refuse(field, 'REQUIRED');
  if (wanted.length === 0) return [];
  const found = await em.execute<CaseTheme[]>(
    `select ${themeColumns} from theme t where t.code = any(?::text[]) and (?::date is null or t.id = any(?::uuid[])
      or ((t.valid_from is null or t.valid_from <= ?::date) and (t.valid_until is null or t.valid_until >= ?::date)))`,
    [
      arrayLiteral(wanted.filter((code) => /^\w+$/.test(code))),
      today,
      arrayLiteral(current.map((theme) => theme.id)),
      today,
      today,
    ],
  );
  const byCode = new Map(found.map((theme) => [theme.code, theme]));
  return wanted.flatMap((code, index) => {
    const theme = byCode.get(code);
    if (!theme) check.refuse(field, 'UNKNOWN_THEME', {}, String(index));
    return theme ? [theme] : [];
  });
}

/** Puts these themes on a case in place of those it had. */
export async function putThemes(
  em: SqlEntityManager,
  bottleneckId: string,
  themes: readonly CaseTheme[],
): Promise<void> {
  await em.execute('delete from bottleneck_theme where bottleneck_id = ?', [bottleneckId]);
  await linkThemes(em, bottleneckId, themes);
}

/** Links the themes of a case that is new. */
export async function linkThemes(
  em: SqlEntityManager,
  bottleneckId: string,
  themes: readonly CaseTheme[],
): Promise<void> {
  await em.execute(
    `insert into bottleneck_theme (bottleneck_id, theme_id, position)
     select ?::uuid, id, position from unnest(?::uuid[]) with ordinality as given (id, position)`,
    [bottleneckId, arrayLiteral(themes.map((theme) => theme.id))],
  );
}

const strictness: readonly Confidentiality[] = ['PUBLIC', 'REGIONAL', 'CONFIDENTIAL'];

/** Who sees a case by default: the strictest of what its themes ask; regional without a theme. */
export function defaultConfidentiality(themes: readonly CaseTheme[]): Confidentiality {
  const ranks = themes.map((theme) => strictness.indexOf(theme.defaultConfidentiality));
  return ranks.length === 0 ? 'REGIONAL' : (strictness[Math.max(...ranks)] ?? 'CONFIDENTIAL');
}

/** The names of projects, by id. */
export async function namesOfProjects(em: SqlEntityManager, impacts: readonly Impact[]): Promise<Map<string, string>> {
  const sql = 'select p.id, p.name from project p where p.id = any(?::uuid[])';
  const rows = await em.execute<{ id: string; name: string }[]>(sql, [
    arrayLiteral(impacts.map((impact) => impact.projectId)),
  ]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
