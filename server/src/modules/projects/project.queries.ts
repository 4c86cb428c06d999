import type { Page } from '../../platform/graphql/connection.ts';
import { pageOf, type SortKey, type SqlPart } from '../../platform/graphql/keyset-page.ts';
import type { AppContext } from '../people/people.module.ts';
import type { ProjectOrder } from './project.enums.ts';
import type { ProjectFilter, ProjectType } from './project.types.ts';
import { likePattern, wordsOf } from '../../platform/database/text-filter.ts';
import { waitingHomesOf } from './waiting-homes.ts';

/** A project as lists and nodes give it. */
export interface ProjectFace extends ProjectType {
  municipalityId: string;
}

interface ListedProject extends ProjectFace {
  municipalityName: string;
  homesWaitingHere: number;
}

export interface ProjectListArgs {
  readonly filter: ProjectFilter | null;
  readonly orderBy: ProjectOrder;
  readonly first: number;
  readonly after: string | null;
}

/** A page, and what it costs extra to know. */
export interface ProjectPage extends Page<ProjectFace> {
  count(): Promise<number>;
}

const columns = `p.id, p.name, p.plan_number as "planNumber", p.municipality_id as "municipalityId", p.project_type as "projectType",
  p.phase, p.homes, p.homes_note as "homesNote", p.key_project as "keyProject", p.kind, p.source`;

const byName: SortKey<ListedProject> = { sql: 'p.name', direction: 'asc', value: (row) => row.name };
const orders: Readonly<Record<ProjectOrder, readonly SortKey<ListedProject>[]>> = {
  NAME: [byName],
  HOMES_WAITING_DESC: [
    { sql: 'coalesce(w.homes_waiting, 0)', direction: 'desc', value: (row) => row.homesWaitingHere },
    byName,
  ],
  HOMES_DESC: [{ sql: 'p.homes', direction: 'desc', nullable: true, value: (row) => row.homes }, byName],
  MUNICIPALITY: [{ sql: 'm.name', direction: 'asc', value: (row) => row.municipalityName }, byName],
};

/** One page of projects. Register data is open to every signed-in person; which of them wait depends on the viewer. */
export async function listProjects(
  context: AppContext,
  { filter, orderBy, first, after }: ProjectListArgs,
): Promise<ProjectPage> {
  const viewer = context.requireViewer();
  const waiting = waitingHomesOf(context.platform)(viewer);
  const from: SqlPart = {
    sql: `project p join municipality m on m.id = p.municipality_id left join (${waiting.sql}) w on w.project_id = p.id`,
    params: waiting.params,
  };
  const where = conditions(filter ?? {});
  const page = await pageOf<ListedProject>(context.platform.cursors, {
    list: 'projects',
    first,
    after,
    filter: [filter, viewer.personId],
    keys: orders[orderBy],
    idSql: 'p.id',
    rows: (at) =>
      context.em.execute<ListedProject[]>(
        `select ${columns}, m.name as "municipalityName", coalesce(w.homes_waiting, 0)::int as "homesWaitingHere"
         from ${from.sql} where ${where.sql} and ${at.where.sql} order by ${at.orderBy} limit ${at.limit}`,
        [...from.params, ...where.params, ...at.where.params],
      ),
  });
  return {
    ...page,
    count: async () => {
      const sql = `select count(*)::int as count from ${from.sql} where ${where.sql}`;
      const [row] = await context.em.execute<{ count: number }[]>(sql, [...from.params, ...where.params]);
      return row?.count ?? 0;
    },
  };
}

/** The load of the node: projects by id, in one statement. */
export async function loadProjects(context: AppContext, ids: readonly string[]): Promise<Map<string, ProjectFace>> {
  if (context.viewer === null) return new Map();
  const sql = `select ${columns} from project p where p.id = any(array[?]::uuid[])`;
  const rows = await context.em.execute<ProjectFace[]>(sql, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

function conditions(filter: ProjectFilter): SqlPart {
  const parts: SqlPart[] = [{ sql: 'true', params: [] }];
  const add = (sql: string, ...params: SqlPart['params']) => parts.push({ sql, params });
  for (const word of wordsOf(filter.text))
    add('(p.name ilike ? or p.plan_number ilike ? or m.name ilike ?)', ...Array<string>(3).fill(likePattern(word)));
  if (filter.municipalityCode != null) add('m.code = ?', filter.municipalityCode);
  if (filter.regionCode != null) add('m.region_id = (select r.id from region r where r.code = ?)', filter.regionCode);
  if (filter.kind != null) add('p.kind = ?', filter.kind);
  if (filter.keyProject != null) add(`(p.key_project in ('YES', 'PROBABLY', 'DEMO')) = ?`, filter.keyProject);
  if (filter.blocked != null) add('(w.project_id is not null) = ?', filter.blocked);
  return { sql: parts.map((part) => part.sql).join(' and '), params: parts.flatMap((part) => part.params) };
}
