import { isActionNumber } from '@versnellingstafel/shared/actions/states';
import { type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { likePattern, wordsOf } from '../../platform/database/text-filter.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { pageOf, type SortKey, type SqlPart } from '../../platform/graphql/keyset-page.ts';
import type { AppContext, Viewer } from '../people/people.module.ts';
import { Action } from './action.entity.ts';
import type { ActionOrder } from './action.enums.ts';
import type { ActionFilter } from './action.inputs.ts';
import { visibleActions } from './action.policy.ts';

/** Counting on is linear in the number of rows, and beyond this nobody reads the difference. */
const exactUpTo = 10_000;

export interface ActionPage extends Page<Action> {
  count(): Promise<{ count: number; isExact: boolean }>;
}

const orders: Readonly<Record<ActionOrder, SortKey<Action>>> = {
  DUE_ON: { sql: 'a.due_on', direction: 'asc', value: (action) => action.dueOn },
  NUMBER: { sql: 'a.number', direction: 'desc', value: (action) => action.number },
  UPDATED: { sql: 'a.updated_at', direction: 'desc', value: (action) => action.updatedAt.toISOString() },
};

/** The actions that match a filter and that the viewer may see, as a condition on `a` (a row of `action`). */
function matchingActions(viewer: Viewer, filter: ActionFilter, today: LocalDate): SqlPart {
  const parts: SqlPart[] = [visibleActions(viewer, 'a')];
  const add = (sql: string, ...params: SqlPart['params']) => parts.push({ sql, params });
  for (const word of wordsOf(filter.text)) {
    const like = likePattern(word);
    add(
      '(a.what ilike ? or a.number ilike ? or exists (select from person w where w.id = a.owner_id and w.name ilike ?))',
      like,
      like,
      like,
    );
  }
  if (filter.tableId != null) add('a.table_id = ?', uuidOf('AccelerationTable', filter.tableId));
  if (filter.meetingId != null) add('a.meeting_id = ?', uuidOf('Meeting', filter.meetingId));
  if (filter.bottleneckId != null) add('a.bottleneck_id = ?', uuidOf('Bottleneck', filter.bottleneckId));
  if (filter.ownerId != null) add('a.owner_id = ?', uuidOf('Person', filter.ownerId));
  if (filter.organisationId != null)
    add(
      'exists (select from person w where w.id = a.owner_id and w.organisation_id = ?)',
      uuidOf('Organisation', filter.organisationId),
    );
  if (filter.mine) add('a.owner_id = ?', viewer.personId);
  if (filter.states) add('a.state = any(?::text[])', arrayLiteral(filter.states));
  if (filter.late != null) {
    const late = `(a.state = 'OPEN' and a.due_on < ?::date)`;
    add(filter.late ? late : `not ${late}`, today);
  }
  return { sql: parts.map((part) => part.sql).join(' and '), params: parts.flatMap((part) => part.params) };
}

/** One page of the actions that the viewer may see. */
export async function listActions(
  context: AppContext,
  args: { filter: ActionFilter | null; orderBy: ActionOrder; first: number; after: string | null },
): Promise<ActionPage> {
  const viewer = context.requireViewer();
  const { filter, orderBy, first, after } = args;
  const where = matchingActions(viewer, filter ?? {}, localDateOf(context.now()));
  const page = await pageOf<Action>(context.platform.cursors, {
    list: 'actions',
    first,
    after,
    filter: [filter, orderBy, viewer.personId],
    keys: [orders[orderBy]],
    idSql: 'a.id',
    rows: async (at) => {
      const rows = await context.em.execute<object[]>(
        `select a.* from action a where ${where.sql} and ${at.where.sql} order by ${at.orderBy} limit ${at.limit}`,
        [...where.params, ...at.where.params],
      );
      return rows.map((row) => context.em.map(Action, row));
    },
  });
  let counted: Promise<{ count: number; isExact: boolean }> | undefined;
  return { ...page, count: () => (counted ??= countActions(context, where)) };
}

async function countActions(context: AppContext, where: SqlPart): Promise<{ count: number; isExact: boolean }> {
  const [row] = await context.em.execute<{ count: number }[]>(
    `select count(*)::int as count from (select from action a where ${where.sql} limit ${exactUpTo + 1}) counted`,
    [...where.params],
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, exactUpTo), isExact: count <= exactUpTo };
}

/** The load of the node: actions by id, as far as the viewer may see them, in one statement. */
export async function loadActions(context: AppContext, ids: readonly string[]): Promise<Map<string, Action>> {
  if (context.viewer === null) return new Map();
  const visible = visibleActions(context.viewer, 'a');
  const rows = await context.em.execute<object[]>(
    `select a.* from action a where a.id = any(?::uuid[]) and ${visible.sql}`,
    [arrayLiteral(ids), ...visible.params],
  );
  return new Map(rows.map((row) => context.em.map(Action, row)).map((action) => [action.id, action]));
}

/** The action with this number; null when it is not there or not the viewer's. */
export async function actionByNumber(context: AppContext, number: string): Promise<Action | null> {
  if (!isActionNumber(number)) return null;
  const visible = visibleActions(context.requireViewer(), 'a');
  const [row] = await context.em.execute<object[]>(`select a.* from action a where a.number = ? and ${visible.sql}`, [
    number,
    ...visible.params,
  ]);
  return row ? context.em.map(Action, row) : null;
}

export interface PromiseFigures {
  readonly tableId: string;
  readonly organisationId: string;
  readonly kept: number;
  readonly keptLate: number;
  readonly late: number;
  readonly open: number;
}

/**
 * How the organisations keep their promises at a table, over what was agreed for the last twelve months and the viewer may see; by name of
 * organisation. One statement for all tables that are asked for.
 */
export async function promisesOf(context: AppContext, tableId: string): Promise<PromiseFigures[]> {
  const loader = context.loader<PromiseFigures[]>('promisesOf', async (ids) => {
    const visible = visibleActions(context.requireViewer(), 'a');
    const today = localDateOf(context.now());
    const rows = await context.em.execute<PromiseFigures[]>(
      `select a.table_id as "tableId", o.id as "organisationId",
         count(*) filter (where a.state = 'DONE' and a.done_on <= a.agreed_due_on)::int as kept,
         count(*) filter (where a.state = 'DONE' and a.done_on > a.agreed_due_on)::int as "keptLate",
         count(*) filter (where a.state = 'OPEN' and a.due_on < ?::date)::int as late,
         count(*) filter (where a.state = 'OPEN' and a.due_on >= ?::date)::int as open
       from action a join person w on w.id = a.owner_id join organisation o on o.id = w.organisation_id
       where a.table_id = any(?::uuid[]) and a.state <> 'WITHDRAWN' and a.agreed_due_on > ?::date - interval '12 months' and ${visible.sql}
       group by a.table_id, o.id, o.name order by o.name`,
      [today, today, arrayLiteral(ids), today, ...visible.params],
    );
    const byTable = new Map<string, PromiseFigures[]>();
    for (const row of rows) byTable.set(row.tableId, [...(byTable.get(row.tableId) ?? []), row]);
    return byTable;
  });
  return (await loader.load(tableId)) ?? [];
}
