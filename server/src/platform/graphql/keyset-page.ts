import { createHash } from 'node:crypto';
import { type Page, checkFirst } from './connection.ts';
import type { CursorSigner, Place, SortValue } from './cursor.ts';

/** One thing that rows are sorted by. */
export interface SortKey<Row> {
  /** SQL of the value, for example `b.due_on`. Never from a client. */
  readonly sql: string;
  readonly direction: 'asc' | 'desc';
  /** Can be null; nulls come last either way. */
  readonly nullable?: boolean;
  /** The same value of a row, as plain JSON that PostgreSQL reads back exactly. */
  value(row: Row): SortValue;
}

/** A piece of SQL with its `?` parameters. */
export interface SqlPart {
  readonly sql: string;
  readonly params: readonly SortValue[];
}

/** What the SQL of one page needs. */
export interface PageSql {
  /** A condition that holds for the rows after the cursor; `true` for the first page. */
  readonly where: SqlPart;
  /** What comes after `order by`, the id as the last key. */
  readonly orderBy: string;
  /** One more than asked for: tells whether there is a next page. */
  readonly limit: number;
}

export interface PageRequest<Row> {
  /** Name of the list; with `filter` it ties a cursor to this very list. */
  readonly list: string;
  readonly first: number;
  readonly after: string | null | undefined;
  /** Everything that decides which rows are in the list and in which order, as plain JSON; the viewer's id too where rows differ by person. */
  readonly filter: unknown;
  readonly keys: readonly SortKey<Row>[];
  /** SQL of the id, the tie-breaker: `b.id`. */
  readonly idSql: string;
  /** Runs the one statement. */
  rows(page: PageSql): Promise<readonly Row[]>;
}

function after<Row>(keys: readonly SortKey<Row>[], place: Place, idSql: string, index = 0): SqlPart {
  const key = keys[index];
  if (!key) return { sql: `${idSql} > ?`, params: [place.id] };
  const value = place.values[index] ?? null;
  const rest = after(keys, place, idSql, index + 1);
  if (value === null) return { sql: `(${key.sql} is null and ${rest.sql})`, params: rest.params };
  const compare = key.direction === 'asc' ? '>' : '<';
  const nulls = key.nullable ? ` or ${key.sql} is null` : '';
  return {
    sql: `(${key.sql} ${compare} ?${nulls} or (${key.sql} = ? and ${rest.sql}))`,
    params: [value, value, ...rest.params],
  };
}

function orderBy<Row>(keys: readonly SortKey<Row>[], idSql: string): string {
  return [...keys.map((key) => `${key.sql} ${key.direction}${key.nullable ? ' nulls last' : ''}`), idSql].join(', ');
}

/**
 * One page by keyset: a page deep in a list costs as much as the first, and rows that come or go in between
 * neither repeat nor hide others. Rights belong inside the SQL of `rows`, never after it.
 * @throws BadCursor, Breach BAD_USER_INPUT (`first`).
 */
export async function pageOf<Row extends { id: string }>(
  cursors: CursorSigner,
  request: PageRequest<Row>,
): Promise<Page<Row>> {
  const first = checkFirst(request.first);
  const order = orderBy(request.keys, request.idSql);
  const filterHash = createHash('sha256')
    .update(JSON.stringify([request.filter, order]))
    .digest('base64url');
  const list = `${request.list}:${filterHash}`;
  const place = request.after == null ? null : cursors.read(list, request.after);
  const where = place ? after(request.keys, place, request.idSql) : { sql: 'true', params: [] };
  const rows = await request.rows({ where, orderBy: order, limit: first + 1 });
  const edges = rows.slice(0, first).map((node) => ({
    cursor: cursors.sign(list, { values: request.keys.map((key) => key.value(node)), id: node.id }),
    node,
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: place !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
