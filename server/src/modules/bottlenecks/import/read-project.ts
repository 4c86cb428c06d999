import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { fold } from '@versnellingstafel/shared/search/fold';
import { guessed, meansNothing, oneLine, partsOf, type RawCell, type Reading, refused, said } from './import-cells.ts';
import { type KnownMunicipality, type KnownProject, type Lookups, lowered } from './import-lookups.ts';

/** A municipality by its own name, or by that of a village in it. */
export function readMunicipality({ text }: RawCell, look: Lookups): Reading<KnownMunicipality> {
  const raw = oneLine(text);
  if (raw === '' || meansNothing(raw))
    return { state: 'BLANK', said: raw === '' ? undefined : said('CELL_NO_VALUE', { raw }) };
  const name = fold(raw).replace(/^(?:gemeente|gem\.?)\s+/, '');
  const exact = look.municipalities.find((each) => fold(each.name) === name);
  if (exact) return { state: 'TAKEN', value: exact };
  const ofPlace = look.municipalities.filter((each) => each.places.some((place) => fold(place) === name));
  const [only] = ofPlace;
  if (only && ofPlace.length === 1) return guessed(only, 'CELL_MUNICIPALITY_OF_PLACE', { raw, value: only.name });
  const near = look.municipalities.find((each) => isNear(fold(each.name), name));
  const values = { value: raw.slice(0, 80) };
  return near
    ? refused('CELL_MUNICIPALITY_SUGGESTED', { ...values, suggestion: near.name })
    : refused('CELL_MUNICIPALITY_UNKNOWN', values);
}

/** Do two words differ in two letters at most? */
function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 2 || one[0] !== other[0]) return false;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === against ? 0 : 1)));
    row = next;
  }
  return (row.at(-1) ?? 9) <= 2;
}

/** The projects that the cells of a row name together, and what is to be said of each cell. */
export interface ReadProjects {
  readonly projects: readonly KnownProject[];
  readonly name: Reading<string>;
  readonly plan: Reading<string>;
}

/**
 * The projects of a row: by plan number, or by name within the municipality that the row names.
 * @param keeps a project that the case has already stays, whatever it is.
 */
export function readProjects(
  cells: { readonly name: RawCell | undefined; readonly plan: RawCell | undefined },
  municipality: KnownMunicipality | null,
  look: Lookups,
  keeps: (project: KnownProject) => boolean,
): ReadProjects {
  const plan = cells.plan ? byPlan(cells.plan, look) : nothing;
  const name = cells.name ? byName(cells.name, municipality, look) : nothing;
  const judged = (found: Found): Found => {
    const real = look.demo ? found.projects.find((each) => each.kind !== 'DEMO_FICTIONAL' && !keeps(each)) : undefined;
    return real ? { projects: [], reading: refused('CELL_PROJECT_REAL', { value: real.name }) } : found;
  };
  const [planned, named] = [judged(plan), judged(name)];
  if (planned.projects.length === 0) return { projects: named.projects, name: named.reading, plan: planned.reading };
  return { projects: planned.projects, name: besidePlan(cells.name, named, planned), plan: planned.reading };
}

interface Found {
  readonly projects: readonly KnownProject[];
  readonly reading: Reading<string>;
}

const nothing: Found = { projects: [], reading: { state: 'BLANK' } };

/** The plan number decides; a name that says something else is refused, one that nobody knows is read as that of the plan. */
function besidePlan(cell: RawCell | undefined, named: Found, planned: Found): Reading<string> {
  if (!cell || named.reading.state === 'BLANK') return named.reading;
  const names = planned.projects.map((project) => project.name).join('; ');
  const ids = new Set(planned.projects.map((project) => project.id));
  const written = partsOf(cell.text).map(fold);
  if (
    planned.projects.every((project) => written.includes(fold(project.name))) ||
    (named.projects.every(({ id }) => ids.has(id)) && named.projects.length > 0)
  )
    return { state: 'TAKEN', value: names };
  if (named.projects.length > 0) {
    const [first] = planned.projects;
    return refused('CELL_PLAN_OF_OTHER_PROJECT', { value: first?.planNumber ?? '', project: first?.name ?? '' });
  }
  return guessed(names, 'CELL_CHOICE_READ_AS', { raw: oneLine(cell.text).slice(0, 80), value: names });
}

function byPlan(cell: RawCell, look: Lookups): Found {
  return eachPart(cell, (word) => {
    const [project] = (look.projects.get(lowered(word)) ?? []).filter(
      ({ planNumber }) => planNumber !== null && lowered(planNumber) === lowered(word),
    );
    return project ?? refused('CELL_PLAN_UNKNOWN', { value: word.slice(0, 80) });
  });
}

function byName(cell: RawCell, municipality: KnownMunicipality | null, look: Lookups): Found {
  return eachPart(cell, (word) => {
    const all = look.projects.get(lowered(word)) ?? [];
    const inPlace = municipality ? all.filter((each) => each.municipalityId === municipality.id) : all;
    const inRegion = inPlace.filter((each) => each.regionId === look.regionId);
    const found = inPlace.length > 1 && inRegion.length === 1 ? inRegion : inPlace;
    const value = word.slice(0, 80);
    if (found.length > 1) return refused('CELL_PROJECT_AMBIGUOUS', { value });
    if (found[0]) return found[0];
    const [elsewhere] = all;
    if (elsewhere && municipality) {
      const values = { project: elsewhere.name, municipality: elsewhere.municipality, value: municipality.name };
      return refused('CELL_PROJECT_ELSEWHERE', values);
    }
    const suggestion = look.likeProjects.get(lowered(word));
    return suggestion
      ? refused('CELL_PROJECT_SUGGESTED', { value, suggestion })
      : refused('CELL_PROJECT_UNKNOWN', { value });
  });
}

function eachPart(cell: RawCell, find: (word: string) => KnownProject | ReturnType<typeof refused>): Found {
  const parts = meansNothing(cell.text) ? [] : partsOf(cell.text);
  if (parts.length === 0) return nothing;
  const projects: KnownProject[] = [];
  for (const word of parts.slice(0, bottleneckLimits.projectsMax)) {
    const found = find(word);
    if ('state' in found) return { projects: [], reading: found };
    if (!projects.some((each) => each.id === found.id)) projects.push(found);
  }
  return { projects, reading: { state: 'TAKEN', value: projects.map((project) => project.name).join('; ') } };
}
