import type { SqlEntityManager } from '@mikro-orm/sql';
import { v5 } from 'uuid';
import type { DemoCalendar } from './demo-calendar.ts';
import { demoData } from './demo-data.ts';

const namespace = '5f0c7c1e-6a53-5d0b-9a8e-2f3f6f0a7b11';

/** The id of something in the demo region: the same on every machine, so that a loading that was cut off goes on. */
export const demoId = (kind: string, key: string): string => v5(`${kind}/${key}`, namespace);

type Value = string | number | boolean | string[] | null;

async function insert(em: SqlEntityManager, table: string, rows: readonly Record<string, Value>[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row);
    const values = Object.values(row).map((value) =>
      Array.isArray(value) ? `{${value.map((one) => JSON.stringify(one)).join(',')}}` : value,
    );
    await em.execute(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) on conflict do nothing`,
      values,
    );
  }
}

/** Writes what no use case makes: places, organisations, the people in them, tables with their members, themes and projects. */
export async function writeReference(em: SqlEntityManager, calendar: DemoCalendar): Promise<void> {
  const lastVisit = calendar.past('2026-11-20', '16:12').toISOString();
  const personas = demoData.people.filter(({ persona }) => persona !== null).map(({ key }) => key);
  await insert(
    em,
    'region',
    demoData.regions.map(({ code, name }) => ({ id: demoId('region', code), code, name })),
  );
  await insert(
    em,
    'municipality',
    demoData.municipalities.map(({ code, name, region, places }) => ({
      id: demoId('municipality', code),
      code,
      name,
      region_id: demoId('region', region),
      places,
    })),
  );
  await insert(
    em,
    'organisation',
    demoData.organisations.map(({ key, name, shortName, kind, municipality }) => ({
      id: demoId('organisation', key),
      name,
      short_name: shortName,
      kind,
      municipality_id: municipality === undefined ? null : demoId('municipality', municipality),
    })),
  );
  await insert(
    em,
    'person',
    demoData.people.map(({ key, name, jobTitle, organisation, persona }) => ({
      id: demoId('person', key),
      name,
      job_title: jobTitle,
      organisation_id: demoId('organisation', organisation),
      fictional: true,
      persona_summary: persona,
      persona_position: persona === null ? null : personas.indexOf(key),
      last_visit_at: persona === null ? null : lastVisit,
    })),
  );
  await insert(
    em,
    'organisation_role',
    demoData.people.flatMap(({ key, organisation, roles }) =>
      roles.map((role) => ({
        person_id: demoId('person', key),
        organisation_id: demoId('organisation', organisation),
        role,
      })),
    ),
  );
  await insert(
    em,
    'acceleration_table',
    demoData.tables.map(({ key, slug, name, shortName, level, region, parent, rhythm }, position) => ({
      id: demoId('table', key),
      slug,
      name,
      short_name: shortName,
      level,
      region_id: region === null ? null : demoId('region', region),
      municipality_id: key === 'zwolle' ? demoId('municipality', 'GM0193') : null,
      parent_id: parent === null ? null : demoId('table', parent),
      position,
      // At a regional table a memo leaves with the word of an alderman.
      escalation_needs_agreement: level === 'REGIONAL',
      ...(rhythm && {
        meeting_week: rhythm.week,
        meeting_weekday: rhythm.weekday,
        meeting_starts: rhythm.starts,
        meeting_ends: rhythm.ends,
        meeting_location: rhythm.location,
        months_without: JSON.stringify(rhythm.monthsWithout),
      }),
    })),
  );
  await insert(
    em,
    'membership',
    demoData.memberships.map(({ person, table, role, mandate }) => ({
      table_id: demoId('table', table),
      person_id: demoId('person', person),
      role,
      mandate,
    })),
  );
  await insert(
    em,
    'theme',
    demoData.themes.map(({ code, name, validFrom, defaultConfidentiality }, position) => ({
      id: demoId('theme', code),
      code,
      name,
      position,
      valid_from: validFrom,
      default_confidentiality: defaultConfidentiality,
    })),
  );
  await insert(
    em,
    'project',
    demoData.projects.map((project) => ({
      id: demoId('project', project.key),
      name: project.name,
      plan_number: project.planNumber,
      municipality_id: demoId('municipality', project.municipality),
      project_type: project.projectType,
      phase: project.phase,
      homes: project.homes,
      homes_note: project.homesNote,
      key_project: project.keyProject,
      kind: project.kind,
      source: project.source,
    })),
  );
}
