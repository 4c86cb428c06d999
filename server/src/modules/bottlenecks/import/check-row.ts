import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { ImportField } from '@versnellingstafel/shared/bottlenecks/import-fields';
import { actionOfField } from '@versnellingstafel/shared/bottlenecks/import-permissions';
import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import { defaultDueOn } from '@versnellingstafel/shared/bottlenecks/terms';
import { defaultConfidentiality } from '../bottleneck-links.ts';
import { bottleneckFacts } from '../bottleneck.policy.ts';
import { columnOf, type CaseRow } from './case-columns.ts';
import {
  type CheckedCell,
  type CheckedRow,
  meansNothing,
  oneLine,
  type RawCell,
  type Reading,
  refused,
  type RowChange,
  said,
  type Said,
} from './import-cells.ts';
import { type KnownProject, type Lookups, matchKeyOf, numberFrom } from './import-lookups.ts';
import { meaningOf, type Meaning } from './read-cell.ts';
import { readMunicipality, readProjects } from './read-project.ts';

/** What a row is about: a case that is there, a new one, or something that stands in the way of knowing. */
interface Target {
  readonly row: CaseRow | null;
  readonly projects: readonly KnownProject[];
  readonly readings: Partial<Record<ImportField, Reading<string>>>;
  readonly key: string | null;
  readonly trouble: Said | null;
}

/**
 * Tries a row out: which case it is about, what each cell would do to it, and why not. Nothing is changed. A cell that says what an
 * export of the case says is taken as it is, whatever else it could mean.
 */
export function checkRow(cells: readonly RawCell[], look: Lookups): CheckedRow {
  const target = targetOf(cells, look);
  const { row } = target;
  const change: RowChange = {};
  const checked: CheckedCell[] = [];
  for (const cell of cells) checked.push(checkCell(cell, target, look, change));
  const titleCell = cells.find((cell) => cell.field === 'TITLE');
  const title = oneLine(titleCell?.text ?? '') || (row?.title ?? '');
  const messages: Said[] = target.trouble ? [target.trouble] : [];
  if (row === null) {
    if (title === '') messages.push(said('CELL_TITLE_MISSING'));
    if (target.projects.length === 0 && !checked.some((cell) => cell.state === 'REFUSED' && isOfProject(cell.field)))
      messages.push(said('CELL_PROJECT_MISSING'));
    if (messages.length === 0) complete(change, target.projects, look);
  }
  const stands = messages.length > 0 || checked.some((cell) => cell.state === 'REFUSED');
  const differs = row === null || Object.keys(change).length > 0;
  const kind = stands ? 'REFUSED' : row === null ? 'NEW' : differs ? 'CHANGED' : 'UNCHANGED';
  return {
    kind,
    title: title.slice(0, 200),
    bottleneckId: row?.id ?? null,
    baseVersion: row?.version ?? null,
    cells: checked,
    messages,
    change: stands ? {} : change,
    matchKey: row?.number ?? target.key,
    guessed: (kind === 'NEW' || kind === 'CHANGED') && checked.some((cell) => cell.state === 'GUESSED'),
  };
}

const isOfProject = (field: ImportField) => ['PROJECT', 'PLAN_NUMBER', 'MUNICIPALITY', 'NUMBER'].includes(field);
const textOf = (cell: RawCell | undefined) => oneLine(cell?.text ?? '');

function targetOf(cells: readonly RawCell[], look: Lookups): Target {
  const cell = (field: ImportField) => cells.find((each) => each.field === field && readable(each));
  const numbered = targetByNumber(cell('NUMBER'), look);
  const place = cell('MUNICIPALITY');
  const municipality = place ? readMunicipality(place, look) : undefined;
  const where = municipality && 'value' in municipality ? municipality.value : null;
  const current = numbered.row?.projects ?? [];
  const found = readProjects({ name: cell('PROJECT'), plan: cell('PLAN_NUMBER') }, where, look, (project) =>
    current.some(({ projectId }) => projectId === project.id),
  );
  const [first] = found.projects;
  const outside = first && where && first.municipalityId !== where.id && !numbered.row;
  const readings: Target['readings'] = {
    PROJECT: found.name,
    PLAN_NUMBER: found.plan,
    NUMBER: numbered.reading,
    ...(municipality && {
      MUNICIPALITY: outside
        ? refused('CELL_PROJECT_ELSEWHERE', {
            project: first.name,
            municipality: first.municipality,
            value: where.name,
          })
        : 'value' in municipality
          ? { ...municipality, value: municipality.value.name }
          : municipality,
    }),
  };
  const title = textOf(cell('TITLE'));
  const keys = title === '' ? [] : found.projects.map((project) => matchKeyOf(project.id, title));
  const [key = null] = keys;
  if (numbered.row || numbered.reading.state === 'REFUSED')
    return { row: numbered.row, projects: found.projects, readings, key: null, trouble: null };
  const same = [...new Map(keys.flatMap((each) => look.byTitle.get(each) ?? []).map((row) => [row.id, row])).values()];
  const trouble = same.length > 1 ? said('ROW_SEVERAL_CASES') : null;
  return { row: same.length === 1 ? (same[0] ?? null) : null, projects: found.projects, readings, key, trouble };
}

function targetByNumber(cell: RawCell | undefined, look: Lookups): { row: CaseRow | null; reading: Reading<string> } {
  const raw = textOf(cell);
  if (raw === '' || meansNothing(raw)) return { row: null, reading: { state: 'BLANK' } };
  const number = numberFrom(raw);
  if (number === null)
    return { row: null, reading: { state: 'IGNORED', said: said('CELL_NO_CASE_NUMBER', { value: raw.slice(0, 80) }) } };
  const row = look.byNumber.get(number);
  // The same words whether it does not exist, is hidden, or is of another table.
  if (!row) return { row: null, reading: refused('CELL_NUMBER_UNKNOWN', { value: number }) };
  return {
    row,
    reading:
      raw === number
        ? { state: 'TAKEN', value: number }
        : { state: 'GUESSED', value: number, said: said('CELL_NUMBER_READ_AS', { raw, value: number }) },
  };
}

const readable = (cell: RawCell) => cell.kind !== 'ERROR' && !(cell.formula && cell.text.trim() === '');

function checkCell(cell: RawCell, target: Target, look: Lookups, change: RowChange): CheckedCell {
  const { column, header, field, text: raw } = cell;
  const base = {
    column,
    header,
    field,
    raw: raw.slice(0, bottleneckLimits.textMax),
    value: null,
    before: null,
    said: null,
  };
  if (cell.kind === 'ERROR')
    return { ...base, state: 'REFUSED', said: said('CELL_ERROR', { raw: oneLine(raw).slice(0, 40) }) };
  if (!readable(cell)) return { ...base, state: 'REFUSED', said: said('CELL_FORMULA_EMPTY') };
  const current = target.row && columnOf[field](target.row);
  if (current !== null && sameText(raw, current))
    return { ...base, state: current === '' ? 'BLANK' : 'TAKEN', value: codeOf(field, target.row, current) };
  const meaning = meaningOf(cell, target, look);
  const { reading } = meaning;
  if (reading.state === 'BLANK') {
    const keeps = current ? said('CELL_BLANK_KEEPS') : null;
    return { ...base, state: 'BLANK', said: keeps ?? reading.said ?? null };
  }
  if (!('value' in reading)) return { ...base, state: reading.state, said: reading.said ?? null };
  const formula = cell.formula ? said('CELL_FORMULA') : null;
  const taken = {
    ...base,
    value: reading.value,
    state: formula ? ('GUESSED' as const) : reading.state,
    said: reading.said ?? formula,
  };
  return target.row ? onCase(taken, meaning, target.row, look, change) : put(taken, meaning, change);
}

function put(cell: CheckedCell, meaning: Meaning, change: RowChange): CheckedCell {
  merge(change, meaning.change);
  return cell;
}

/** What a cell does to a case that is there: nothing where it says the same, and only what the viewer may change. */
function onCase(cell: CheckedCell, meaning: Meaning, row: CaseRow, look: Lookups, change: RowChange): CheckedCell {
  if (meaning.same) return { ...cell, state: cell.state === 'GUESSED' ? 'TAKEN' : cell.state };
  const action = actionOfField[cell.field];
  if (action === null) {
    if (cell.field === 'STATE') return { ...cell, value: null, state: 'IGNORED', said: said('CELL_STATE_STAYS') };
    if (cell.field === 'FILED_ON') return { ...cell, value: null, state: 'IGNORED', said: said('CELL_FILED_STAYS') };
    return cell;
  }
  const right = mayAct(action, bottleneckFacts(look.viewer, row, row));
  if (!right.allowed) return { ...cell, value: null, state: 'REFUSED', said: said(right.reason) };
  const before = columnOf[cell.field](row);
  return put({ ...cell, before: codeOf(cell.field, row, before) ?? '' }, meaning, change);
}

/** The value as a cell keeps it: a code where people choose from a list, so that it reads in their language. */
function codeOf(field: ImportField, row: CaseRow | null, text: string): string | null {
  if (row === null || text === '') return null;
  if (field === 'STATE') return row.state;
  if (field === 'CONFIDENTIALITY') return row.confidentiality;
  if (field === 'SOLVABLE_AT') return row.solvableAt;
  return text;
}

function sameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
  return plain(one) === plain(other);
}

function merge(change: RowChange, more: RowChange): void {
  const kept = { ...change.kept, ...more.kept };
  Object.assign(change, more);
  if (Object.keys(kept).length > 0) change.kept = kept;
}

/** What a new case gets by itself where the list says nothing. */
function complete(change: RowChange, projects: readonly KnownProject[], look: Lookups): void {
  const [first] = projects;
  if (!first) return;
  const state = change.state ?? 'SUBMITTED';
  const themes = look.themes.filter((theme) => change.themeIds?.includes(theme.id));
  const ownerId = change.ownerId ?? look.viewer.personId;
  change.state = state;
  change.projects = projects.map(({ id }, index) => ({
    projectId: id,
    homesBlocked: index === 0 ? (change.homesBlocked ?? null) : null,
  }));
  change.homesBlocked ??= 0;
  change.municipalityId = first.municipalityId;
  change.regionId = first.regionId;
  change.ownerId = ownerId;
  change.filedOn ??= look.today;
  change.solvableAt ??= look.level;
  change.confidentiality ??= defaultConfidentiality(themes.map((theme) => ({ ...theme })));
  change.dueOn ??= defaultDueOn(isOpen(state) || state === 'REFERRED' ? state : 'RESOLVED', look.today);
}
