import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { ImportField } from '@versnellingstafel/shared/bottlenecks/import-fields';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import type { CaseRow } from './case-columns.ts';
import { guessed, oneLine, type RawCell, type Reading, refused, type RowChange, said } from './import-cells.ts';
import type { KnownProject, Lookups } from './import-lookups.ts';
import { beginning, readConfidentiality, readLevel, readState } from './read-choice.ts';
import { readDate } from './read-date.ts';
import { readHomes } from './read-homes.ts';
import { readPerson, readText, readThemes } from './read-words.ts';

/** What a cell says, and what that would do. */
export interface Meaning {
  /** The value as it is shown: words, a date or a code. */
  readonly reading: Reading<string>;
  readonly change: RowChange;
  /** The case that is there says the same already. */
  readonly same: boolean;
}

interface About {
  readonly row: CaseRow | null;
  readonly projects: readonly KnownProject[];
  readonly readings: Partial<Record<ImportField, Reading<string>>>;
}

type Reader = (cell: RawCell, about: About, look: Lookups) => Meaning;

/** Puts a reading into words, and its value into a change. */
function meaning<T>(
  reading: Reading<T>,
  words: (value: T) => string,
  change: (value: T) => RowChange,
  same: (value: T) => boolean,
): Meaning {
  if (!('value' in reading)) return { reading, change: {}, same: false };
  const { value } = reading;
  return { reading: { ...reading, value: words(value) }, change: change(value), same: same(value) };
}

const asIs = (value: string) => value;
const longText =
  (field: 'description' | 'ask' | 'triedSoFar'): Reader =>
  (cell, { row }) =>
    meaning(
      readText(cell, { max: bottleneckLimits.textMax }),
      asIs,
      (value) => ({ [field]: value }),
      (value) => row?.[field] === value,
    );

const date =
  (field: 'decisionBy' | 'constructionStart'): Reader =>
  (cell, { row }, look) =>
    meaning(
      readDate(cell, { today: look.today, starts: field === 'constructionStart' }),
      asIs,
      (value) => ({ [field]: value }),
      (value) => row?.[field] === value,
    );

/** What was found out about the row as a whole already. */
const found =
  (field: ImportField): Reader =>
  (_cell, { readings }) => ({ reading: readings[field] ?? { state: 'BLANK' }, change: {}, same: true });

const projects: Reader = (cell, about) => {
  const reading = about.readings[cell.field] ?? { state: 'BLANK' };
  const { row } = about;
  if (row === null) return { reading, change: {}, same: false };
  const had = new Map(row.projects.map((project) => [project.projectId, project.homesBlocked]));
  const same = about.projects.length === had.size && about.projects.every((project) => had.has(project.id));
  const [first] = about.projects;
  const change: RowChange =
    same || !first
      ? {}
      : {
          projects: about.projects.map(({ id }) => ({ projectId: id, homesBlocked: had.get(id) ?? null })),
          municipalityId: first.municipalityId,
          regionId: first.regionId,
          homesBlocked: about.projects.reduce((sum, { id }) => sum + (had.get(id) ?? 0), 0),
        };
  return { reading, change, same: same || !first };
};

const kept = (field: 'ACTION_HOLDER' | 'REMARK', value: string): RowChange => ({ kept: { [field]: value } });

const readers: Readonly<Record<ImportField, Reader>> = {
  NUMBER: found('NUMBER'),
  MUNICIPALITY: found('MUNICIPALITY'),
  PROJECT: projects,
  PLAN_NUMBER: projects,
  TITLE: (cell, { row }) => {
    const { titleMin: min, titleMax: max } = bottleneckLimits;
    return meaning(
      readText(cell, { min, max, singleLine: true }),
      asIs,
      (title) => ({ title }),
      (title) => row?.title === title,
    );
  },
  DESCRIPTION: longText('description'),
  ASK: longText('ask'),
  TRIED_SO_FAR: longText('triedSoFar'),
  THEME: (cell, { row }, look) =>
    meaning(
      readThemes(cell, look),
      (themes) => themes.map((theme) => theme.name).join('; '),
      (themes) => ({ themeIds: themes.map((theme) => theme.id) }),
      (themes) => themes.map((theme) => theme.id).join() === row?.themes.map((theme) => theme.id).join(),
    ),
  STATE: (cell, { row }) => {
    const reading = readState(cell);
    return meaning(
      row ? reading : beginning(reading),
      asIs,
      (state) => ({ state }),
      (state) => row?.state === state,
    );
  },
  HOMES_BLOCKED: (cell, { row }) => {
    const reading = readHomes(cell);
    const same = 'value' in reading && row !== null && row.homesBlocked === reading.value;
    if ('value' in reading && row !== null && !same && row.projects.length > 1)
      return { reading: { state: 'IGNORED', said: said('CELL_HOMES_OF_MANY') }, change: {}, same: false };
    return meaning(
      reading,
      String,
      (homesBlocked) => ({ homesBlocked }),
      () => same,
    );
  },
  OWNER: (cell, about, look) => person(cell, about, look, 'OWNER'),
  LEAD: (cell, about, look) => person(cell, about, look, 'LEAD'),
  ACTION_HOLDER: (cell, { row }, look) => {
    const reading = readPerson(cell, look);
    if (reading.state === 'TAKEN' && reading.value === null) {
      const value = oneLine(cell.text);
      return {
        reading: { state: 'TAKEN', value, said: said('CELL_PERSON_KEPT', { value }) },
        change: kept('ACTION_HOLDER', value),
        same: row?.kept.ACTION_HOLDER === value,
      };
    }
    return meaning(
      reading,
      (who) => who?.name ?? '',
      (who) => kept('ACTION_HOLDER', who?.name ?? ''),
      (who) => row?.kept.ACTION_HOLDER === who?.name,
    );
  },
  NEXT_STEP: (cell, { row }) =>
    meaning(
      readText(cell, { max: bottleneckLimits.lineMax, singleLine: true }),
      asIs,
      (nextStep) => ({ nextStep }),
      (step) => row?.nextStep === step,
    ),
  DUE_ON: (cell, { row }, look) => {
    const reading = readDate(cell, { today: look.today, starts: false });
    const late = 'value' in reading && reading.value < look.today && (row ? isOpen(row.state) : true);
    const told = late && reading.state === 'TAKEN' ? { ...reading, said: said('CELL_OVERDUE') } : reading;
    return meaning(
      told,
      asIs,
      (dueOn) => ({ dueOn }),
      (dueOn) => row?.dueOn === dueOn,
    );
  },
  DECISION_BY: date('decisionBy'),
  CONSTRUCTION_START: date('constructionStart'),
  CONFIDENTIALITY: (cell, { row }) =>
    meaning(
      readConfidentiality(cell),
      asIs,
      (confidentiality) => ({ confidentiality }),
      (value) => row?.confidentiality === value,
    ),
  SOLVABLE_AT: (cell, { row }) =>
    meaning(
      readLevel(cell),
      asIs,
      (solvableAt) => ({ solvableAt }),
      (value) => row?.solvableAt === value,
    ),
  FILED_ON: (cell, { row }, look) => {
    const reading = readDate(cell, { today: look.today, starts: true });
    const ahead = 'value' in reading && reading.value > look.today;
    return meaning(
      ahead ? refused('CELL_DATE_IN_FUTURE', { raw: oneLine(cell.text) }) : reading,
      asIs,
      (filedOn) => ({ filedOn }),
      (value) => row?.filedOn === value,
    );
  },
  REMARK: (cell, { row }) =>
    meaning(
      readText(cell, { max: bottleneckLimits.textMax }),
      asIs,
      (value) => kept('REMARK', value),
      (value) => row?.kept.REMARK === value,
    ),
};

/** Owner and lead: whom nobody knows stays as text, and nobody who is kept out of a case carries it. */
function person(cell: RawCell, { row }: About, look: Lookups, field: 'OWNER' | 'LEAD'): Meaning {
  const reading = readPerson(cell, look);
  if (reading.state === 'TAKEN' && reading.value === null) {
    const value = oneLine(cell.text);
    const same = row?.kept[field] === value;
    const ownerAs = look.viewer.personId;
    if (field === 'OWNER' && row === null)
      return {
        reading: guessed(value, 'CELL_PERSON_UNKNOWN', { value }),
        change: { kept: { OWNER: value, ownerAs } },
        same,
      };
    return {
      reading: { state: 'TAKEN', value, said: said('CELL_PERSON_KEPT', { value }) },
      change: { kept: { [field]: value } },
      same,
    };
  }
  if ('value' in reading && reading.value && row?.excludedIds.includes(reading.value.id))
    return { reading: refused('CELL_PERSON_EXCLUDED', { value: reading.value.name }), change: {}, same: false };
  return meaning(
    reading,
    (who) => who?.name ?? '',
    (who) => (field === 'OWNER' ? { ownerId: who?.id ?? '' } : { leadId: who?.id ?? '' }),
    (who) => (field === 'OWNER' ? row?.ownerId : row?.leadId) === who?.id,
  );
}

/** What a cell means for the case of its row. */
export function meaningOf(cell: RawCell, about: About, look: Lookups): Meaning {
  return readers[cell.field](cell, about, look);
}
