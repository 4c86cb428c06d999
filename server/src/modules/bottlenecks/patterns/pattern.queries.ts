import { isPatternNumber, type PatternState } from '@versnellingstafel/shared/bottlenecks/pattern-permissions';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Page } from '../../../platform/graphql/connection.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { pageOf, type SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext, Viewer } from '../../people/people.module.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';
import { ledTables, visiblePatterns } from './pattern.policy.ts';

/** A pattern as lists and nodes give it. */
export interface PatternFace {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly tableId: string;
  readonly title: string;
  readonly problem: string;
  readonly state: PatternState;
  readonly madeById: string;
  readonly madeOn: LocalDate;
  readonly resolution: string;
  readonly resolvedOn: LocalDate | null;
  readonly noteId: string | null;
  readonly changedById: string;
}

export interface PatternPage extends Page<PatternFace> {
  count(): Promise<number>;
}

/**
 * A pattern in one row. Its version grows with cases that come and go, also hidden ones, so only who changes patterns
 * there reads it; it is 0 for others.
 */
function columns(viewer: Viewer): SqlPart {
  return {
    sql: `${plainColumns}, case when p.table_id = any(?::uuid[]) then p.version else 0 end as version`,
    params: [arrayLiteral(ledTables(viewer))],
  };
}

const plainColumns = `p.id, p.number, p.table_id as "tableId", p.title, p.problem, p.state, p.made_by_id as "madeById",
  p.made_on::text as "madeOn", p.resolution, p.resolved_on::text as "resolvedOn", p.note_id as "noteId", p.changed_by_id as "changedById"`;

/** The load of the node: patterns that the viewer may see, in one statement. */
export async function loadPatterns(context: AppContext, ids: readonly string[]): Promise<Map<string, PatternFace>> {
  if (context.viewer === null) return new Map();
  const visible = visiblePatterns(context.viewer, 'p');
  const shown = columns(context.viewer);
  const rows = await context.em.execute<PatternFace[]>(
    `select ${shown.sql} from pattern p where p.id = any(?::uuid[]) and ${visible.sql}`,
    [...shown.params, arrayLiteral(ids), ...visible.params],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The pattern with this number; null when it is not there or not the viewer's. */
export async function patternByNumber(context: AppContext, number: string): Promise<PatternFace | null> {
  if (!isPatternNumber(number)) return null;
  const visible = visiblePatterns(context.requireViewer(), 'p');
  const shown = columns(context.requireViewer());
  const [row] = await context.em.execute<PatternFace[]>(
    `select ${shown.sql} from pattern p where p.number = ? and ${visible.sql}`,
    [...shown.params, number, ...visible.params],
  );
  return row ?? null;
}

export interface PatternListArgs {
  readonly tableId: string | null;
  readonly open: boolean | null;
  readonly first: number;
  readonly after: string | null;
}

/** Patterns that the viewer may see, the latest first. */
export async function listPatterns(
  context: AppContext,
  { tableId, open, first, after }: PatternListArgs,
): Promise<PatternPage> {
  const viewer = context.requireViewer();
  const parts: SqlPart[] = [visiblePatterns(viewer, 'p')];
  if (tableId !== null) parts.push({ sql: 'p.table_id = ?', params: [uuidOf('AccelerationTable', tableId)] });
  if (open !== null) parts.push({ sql: open ? `p.state = 'OPEN'` : `p.state <> 'OPEN'`, params: [] });
  const where = { sql: parts.map((part) => part.sql).join(' and '), params: parts.flatMap((part) => part.params) };
  const page = await pageOf<PatternFace>(context.platform.cursors, {
    list: 'patterns',
    first,
    after,
    filter: [tableId, open, viewer.personId],
    keys: [{ sql: 'p.made_on', direction: 'desc', value: (row) => row.madeOn }],
    idSql: 'p.id',
    rows: (at) => {
      const shown = columns(viewer);
      const sql = `select ${shown.sql} from pattern p where ${where.sql} and ${at.where.sql} order by ${at.orderBy} limit ${at.limit}`;
      return context.em.execute<PatternFace[]>(sql, [...shown.params, ...where.params, ...at.where.params]);
    },
  });
  return {
    ...page,
    count: async () => {
      const sql = `select count(*)::int as count from pattern p where ${where.sql}`;
      const [row] = await context.em.execute<{ count: number }[]>(sql, [...where.params]);
      return row?.count ?? 0;
    },
  };
}

/** The cases of a pattern that the viewer may see, by number; one statement for all patterns that are asked for. */
export async function casesOfPattern(context: AppContext, patternId: string): Promise<object[]> {
  const loader = context.loader<{ id: string }[]>('pattern:cases', async (ids) => {
    const visible = visibleBottlenecks(context.requireViewer(), 'b');
    const rows = await context.em.execute<{ id: string; patternId: string }[]>(
      `select b.id, pm.pattern_id as "patternId" from pattern_member pm join bottleneck b on b.id = pm.bottleneck_id
       where pm.pattern_id = any(?::uuid[]) and ${visible.sql} order by b.number, b.id`,
      [arrayLiteral(ids), ...visible.params],
    );
    return grouped(rows, (row) => row.patternId);
  });
  const rows = (await loader.load(patternId)) ?? [];
  return context.nodes(
    'Bottleneck',
    rows.map((row) => row.id),
  );
}

/** The pattern of a case: the open one it is in, or else the last one that resolved it. */
export async function patternOf(context: AppContext, bottleneckId: string): Promise<object | null> {
  const loader = context.loader<{ patternId: string }>('bottleneck:pattern', async (ids) => {
    const rows = await context.em.execute<{ id: string; patternId: string }[]>(
      `select distinct on (pm.bottleneck_id) pm.bottleneck_id as id, pm.pattern_id as "patternId"
       from pattern_member pm join pattern p on p.id = pm.pattern_id
       where pm.bottleneck_id = any(?::uuid[]) and (pm.active or pm.resolved_version is not null)
       order by pm.bottleneck_id, pm.active desc, p.changed_at desc, p.id`,
      [arrayLiteral(ids)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  });
  return context.node('Pattern', (await loader.load(bottleneckId))?.patternId);
}
