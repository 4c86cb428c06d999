import { readFileSync } from 'node:fs';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { newId } from '../../../platform/ids/new-id.ts';
import type { AppPlatform } from '../../people/people.module.ts';

interface Case {
  number: string;
  title: string;
  description: string;
  themes: string[];
  solvableAt: string;
  project: string;
  homesBlocked: number;
  state: string;
  filedOn: string;
  dueOn: string;
  filer: string;
  lead: string | null;
  nextStep: string;
  ask: string;
  triedSoFar: string;
  resolution: string;
  proposedResolution: string;
  confidentiality: string;
  notes: { note: string; result: string; conditions: string }[];
}

interface Note {
  key: string;
  title: string;
  summary: string;
  body: string;
  applies: string;
  appliesNot: string;
  steps: string;
  caveat: string;
  legalReferences: string[];
  tags: string[];
  themes: string[];
  validAsOf: string;
  reviewBy: string;
  author: string;
  validated: boolean;
  confidentiality: string;
}

interface Table {
  key: string;
  slug: string;
  name: string;
  shortName: string;
  level: string;
  region: string | null;
  parent: string | null;
}

const folder = new URL('../../../../testing/demo-region/', import.meta.url);
// oxlint-disable-next-line typescript/no-explicit-any -- test data of our own
const read = (name: string): any => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

/** Ids of what was loaded, by the keys of the data files. */
export interface DemoRows {
  readonly people: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
  readonly projects: ReadonlyMap<string, string>;
  readonly bottlenecks: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, string>;
}

/** Puts the cases, notes, people and tables of the demo region straight into the rows: search is tested on them as they stand. */
export async function loadDemoRows(platform: AppPlatform): Promise<DemoRows> {
  const em = platform.database.fork();
  const today = localDateOf(platform.now());
  const insert = async (table: string, row: Record<string, unknown>) => {
    const columns = Object.entries(row);
    await em.execute(
      `insert into ${table} (${columns.map(([name]) => name).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      columns.map(([, value]) => value),
    );
  };
  const regions = new Map<string, string>();
  const municipalities = new Map<string, { id: string; regionId: string; region: string }>();
  const places = read('municipalities');
  for (const { code, name } of places.regions) {
    regions.set(code, newId());
    await insert('region', { id: regions.get(code), code, name });
  }
  for (const { code, name, region, places: villages } of places.municipalities) {
    const regionId = regions.get(region) ?? '';
    municipalities.set(code, { id: newId(), regionId, region });
    await insert('municipality', {
      id: municipalities.get(code)?.id,
      code,
      name,
      region_id: regionId,
      places: arrayLiteral(villages),
    });
  }
  const tables = new Map<string, string>();
  const { tables: allTables, memberships } = read('tables');
  for (const [position, table] of (allTables as Table[]).entries()) {
    tables.set(table.key, newId());
    await insert('acceleration_table', {
      id: tables.get(table.key),
      slug: table.slug,
      name: table.name,
      short_name: table.shortName,
      level: table.level,
      region_id: table.region === null ? null : regions.get(table.region),
      parent_id: table.parent === null ? null : tables.get(table.parent),
      position,
    });
  }
  const people = await loadPeople(insert, municipalities);
  for (const { person, table, role, mandate } of memberships) {
    await insert('membership', { table_id: tables.get(table), person_id: people.get(person), role, mandate });
  }
  const themes = new Map<string, string>();
  for (const [position, theme] of read('themes').entries()) {
    themes.set(theme.code, newId());
    await insert('theme', {
      id: themes.get(theme.code),
      code: theme.code,
      name: theme.name,
      position,
      valid_from: theme.validFrom ?? null,
    });
  }
  const projects = new Map<string, string>();
  const municipalityOfProject = new Map<string, string>();
  for (const project of read('projects')) {
    projects.set(project.key, newId());
    municipalityOfProject.set(project.key, project.municipality);
    await insert('project', {
      id: projects.get(project.key),
      name: project.name,
      plan_number: project.planNumber,
      municipality_id: municipalities.get(project.municipality)?.id,
      project_type: project.projectType,
      phase: project.phase,
      homes: project.homes,
      key_project: project.keyProject,
      kind: project.kind,
    });
  }
  const notes = new Map<string, string>();
  for (const note of read('notes') as Note[]) {
    const id = newId();
    notes.set(note.key, id);
    await insert('knowledge_note', {
      id,
      slug: note.key.toLowerCase(),
      title: note.title,
      summary: note.summary,
      body: note.body,
      applies: note.applies,
      applies_not: note.appliesNot,
      steps: note.steps,
      caveat: note.caveat,
      tags: arrayLiteral(note.tags),
      legal_references: arrayLiteral(note.legalReferences),
      valid_as_of: note.validAsOf,
      review_by: note.reviewBy,
      status: note.validated ? 'VALIDATED' : 'DRAFT',
      author_id: people.get(note.author),
      confidentiality: note.confidentiality,
      created_at: platform.now(),
      updated_at: platform.now(),
      updated_by_id: people.get(note.author),
    });
    for (const [position, theme] of note.themes.entries())
      await insert('knowledge_note_theme', { note_id: id, theme_id: themes.get(theme), position });
  }
  const bottlenecks = new Map<string, string>();
  for (const row of read('bottlenecks') as Case[]) {
    const id = newId();
    bottlenecks.set(row.number, id);
    const municipality = municipalities.get(municipalityOfProject.get(row.project) ?? '');
    const holder =
      row.state === 'ESCALATED' && row.solvableAt === 'NATIONAL'
        ? 'national'
        : municipality?.region === 'TWENTE'
          ? 'twente'
          : 'west';
    const filer = people.get(row.filer);
    await insert('bottleneck', {
      id,
      number: row.number,
      title: row.title,
      description: row.description,
      tried_so_far: row.triedSoFar,
      ask: row.ask,
      state: row.state,
      state_since: platform.now(),
      solvable_at: row.solvableAt,
      held_by_id: tables.get(holder),
      municipality_id: municipality?.id,
      region_id: municipality?.regionId,
      confidentiality: row.confidentiality,
      filer_id: filer,
      owner_id: filer,
      lead_id: row.lead === null ? null : people.get(row.lead),
      due_on: row.dueOn ?? today,
      next_step: row.nextStep,
      proposed_resolution: row.proposedResolution,
      resolution: row.resolution,
      homes_blocked: row.homesBlocked,
      filed_on: row.filedOn,
      updated_at: platform.now(),
      updated_by_id: filer,
    });
    for (const [position, theme] of row.themes.entries())
      await insert('bottleneck_theme', { bottleneck_id: id, theme_id: themes.get(theme), position });
    await insert('bottleneck_project', {
      bottleneck_id: id,
      project_id: projects.get(row.project),
      position: 0,
      homes_blocked: row.homesBlocked,
    });
    for (const { note, result, conditions } of row.notes) {
      await insert('application', {
        id: newId(),
        note_id: notes.get(note),
        bottleneck_id: id,
        result,
        conditions,
        applied_by_id: filer,
        applied_on: row.filedOn,
      });
    }
  }
  return { people, tables, projects, bottlenecks, notes };
}

async function loadPeople(
  insert: (table: string, row: Record<string, unknown>) => Promise<void>,
  municipalities: ReadonlyMap<string, { id: string }>,
): Promise<Map<string, string>> {
  const { organisations, people: everybody } = read('people');
  const organisationIds = new Map<string, string>();
  for (const organisation of organisations) {
    organisationIds.set(organisation.key, newId());
    await insert('organisation', {
      id: organisationIds.get(organisation.key),
      name: organisation.name,
      short_name: organisation.shortName,
      kind: organisation.kind,
      municipality_id: organisation.municipality ? municipalities.get(organisation.municipality)?.id : null,
    });
  }
  const people = new Map<string, string>();
  for (const person of everybody) {
    people.set(person.key, newId());
    const organisation = organisationIds.get(person.organisation);
    await insert('person', {
      id: people.get(person.key),
      name: person.name,
      job_title: person.jobTitle,
      organisation_id: organisation,
      fictional: true,
    });
    for (const role of person.roles)
      await insert('organisation_role', { person_id: people.get(person.key), organisation_id: organisation, role });
  }
  return people;
}
