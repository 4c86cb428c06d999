import type { SqlEntityManager } from '@mikro-orm/sql';
import { parseBottleneckNumber } from '@versnellingstafel/shared/bottlenecks/numbers';
import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { fold } from '@versnellingstafel/shared/search/fold';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Viewer } from '../../people/people.module.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';
import { readsDossier } from '../escalation/shared-in-part.ts';
import { caseColumns, caseJoins, type CaseRow } from './case-columns.ts';
import { oneLine, partsOf, type RawCell } from './import-cells.ts';

export interface KnownProject {
  readonly id: string;
  readonly name: string;
  readonly planNumber: string | null;
  readonly kind: string;
  readonly municipalityId: string;
  readonly municipality: string;
  readonly regionId: string;
}

export interface KnownMunicipality {
  readonly id: string;
  readonly name: string;
  readonly places: readonly string[];
}

export interface KnownTheme {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly defaultConfidentiality: Confidentiality;
}

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

/** The table into which a list is brought, by whom and when. */
export interface ImportPlace {
  readonly viewer: Viewer;
  readonly tableId: string;
  readonly level: TableLevel;
  readonly regionId: string | null;
  readonly today: LocalDate;
  readonly demo: boolean;
}

/** Everything that the cells of a chunk may mean, read in bulk. */
export interface Lookups extends ImportPlace {
  readonly municipalities: readonly KnownMunicipality[];
  readonly themes: readonly KnownTheme[];
  /** By plan number and by name, lowered. */
  readonly projects: ReadonlyMap<string, readonly KnownProject[]>;
  /** By what was written, lowered: the name of a project that looks like it. */
  readonly likeProjects: ReadonlyMap<string, string>;
  /** By name and by e-mail address, lowered. */
  readonly people: ReadonlyMap<string, readonly KnownPerson[]>;
  /** Cases of this table that the viewer may see, by number. */
  readonly byNumber: ReadonlyMap<string, CaseRow>;
  /** The same by `matchKeyOf`. */
  readonly byTitle: ReadonlyMap<string, readonly CaseRow[]>;
}

export const lowered = (text: string): string => oneLine(text).toLowerCase();

/** What makes two rows without a number the same case: the project and the title. */
export function matchKeyOf(projectId: string, title: string): string {
  return `${projectId} ${fold(oneLine(title))}`;
}

/** A number as people write it (`kp 2026 13`), in its proper form; null when it is none. */
export function numberFrom(text: string): string | null {
  const parts = /^kp\s?[-–. /]?\s?(\d{4})\s?[-–. /]\s?(\d{1,6})$/i.exec(oneLine(text));
  const number = parts ? `KP-${parts[1]}-${(parts[2] ?? '').padStart(3, '0')}` : null;
  return number !== null && parseBottleneckNumber(number) ? number : null;
}

type RawRows = readonly { readonly cells: readonly RawCell[] }[];

/** Looks up what the rows of a chunk name: a constant number of statements, with the rights inside. */
export async function lookUp(em: SqlEntityManager, place: ImportPlace, rows: RawRows): Promise<Lookups> {
  const texts = (...fields: RawCell['field'][]) =>
    rows.flatMap(({ cells }) => cells.filter((cell) => fields.includes(cell.field)).map((cell) => cell.text));
  const projectWords = unique(texts('PROJECT', 'PLAN_NUMBER').flatMap(partsOf));
  const projects = await projectsNamed(em, projectWords);
  const byWord = groupedBy(projects, (project) => [lowered(project.name), lowered(project.planNumber ?? '')]);
  const numbers = texts('NUMBER').flatMap((text) => numberFrom(text) ?? []);
  const cases = await casesOf(em, place, {
    numbers,
    projectIds: projects.map((project) => project.id),
    titles: unique(texts('TITLE')),
  });
  return {
    ...place,
    municipalities: await em.execute<KnownMunicipality[]>('select id, name, places from municipality order by name'),
    themes: await em.execute<KnownTheme[]>(
      `select id, name, code, default_confidentiality as "defaultConfidentiality" from theme
       where (valid_from is null or valid_from <= ?::date) and (valid_until is null or valid_until >= ?::date) order by position`,
      [place.today, place.today],
    ),
    projects: byWord,
    likeProjects: await projectsLike(
      em,
      projectWords.filter((word) => !byWord.has(word)),
    ),
    people: await peopleNamed(em, unique(texts('OWNER', 'LEAD', 'ACTION_HOLDER'))),
    byNumber: new Map(cases.map((row) => [row.number, row])),
    byTitle: groupedBy(cases, (row) => row.projects.map(({ projectId }) => matchKeyOf(projectId, row.title))),
  };
}

const unique = (texts: readonly string[]) => [...new Set(texts.map(lowered).filter(Boolean))].slice(0, 2_000);

function groupedBy<T>(rows: readonly T[], keysOf: (row: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}

function projectsNamed(em: SqlEntityManager, words: readonly string[]): Promise<KnownProject[]> {
  const list = arrayLiteral(words);
  return em.execute<KnownProject[]>(
    `select p.id, p.name, p.plan_number as "planNumber", p.kind, m.id as "municipalityId", m.name as municipality, m.region_id as "regionId"
     from project p join municipality m on m.id = p.municipality_id
     where lower(p.name) = any(?::text[]) or lower(p.plan_number) = any(?::text[]) order by p.name, p.id`,
    [list, list],
  );
}

async function projectsLike(em: SqlEntityManager, words: readonly string[]): Promise<Map<string, string>> {
  if (words.length === 0) return new Map();
  const rows = await em.execute<{ word: string; name: string }[]>(
    `select w.word, l.name from unnest(?::text[]) as w (word)
     cross join lateral (select p.name from project p where similarity(lower(p.name), w.word) > 0.4
       order by similarity(lower(p.name), w.word) desc, p.name limit 1) l`,
    [arrayLiteral(words.filter((word) => word.length <= 200).slice(0, 250))],
  );
  return new Map(rows.map((row) => [row.word, row.name]));
}

async function peopleNamed(em: SqlEntityManager, words: readonly string[]): Promise<Map<string, KnownPerson[]>> {
  const list = arrayLiteral(words);
  const rows = await em.execute<(KnownPerson & { email: string | null })[]>(
    'select id, name, email from person where lower(name) = any(?::text[]) or lower(email) = any(?::text[]) order by name, id',
    [list, list],
  );
  return groupedBy(rows, (row) => [lowered(row.name), lowered(row.email ?? '')]);
}

interface Wanted {
  readonly numbers: readonly string[];
  readonly projectIds: readonly string[];
  readonly titles: readonly string[];
}

/** Cases that this table holds, or has sent up and waits for, as far as the viewer sees them and reads all of their text. */
function casesOf(em: SqlEntityManager, { viewer, tableId }: ImportPlace, wanted: Wanted): Promise<CaseRow[]> {
  const visible = visibleBottlenecks(viewer, 'b');
  const dossier = readsDossier(viewer, 'b');
  return em.execute<CaseRow[]>(
    `select ${caseColumns} from bottleneck b ${caseJoins}
     where (b.number = any(?::text[]) or (lower(regexp_replace(btrim(b.title), '\\s+', ' ', 'g')) = any(?::text[]) and exists (
         select from bottleneck_project bp where bp.bottleneck_id = b.id and bp.project_id = any(?::uuid[]))))
       and (b.held_by_id = ? or exists (select from escalation e where e.bottleneck_id = b.id and e.ended_at is null and e.from_table_id = ?))
       and b.state <> 'DRAFT' and not b.withdrawn_as_draft and ${visible.sql} and ${dossier.sql} order by b.number`,
    [
      arrayLiteral(wanted.numbers),
      arrayLiteral(wanted.titles),
      arrayLiteral(wanted.projectIds),
      tableId,
      tableId,
      ...visible.params,
      ...dossier.params,
    ],
  );
}
