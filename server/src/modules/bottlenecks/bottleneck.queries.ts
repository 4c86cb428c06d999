import { parseBottleneckNumber } from '@versnellingstafel/shared/bottlenecks/numbers';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { BadInput } from '../../platform/commands/breach.ts';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { pageOf } from '../../platform/graphql/keyset-page.ts';
import type { AppContext } from '../people/people.module.ts';
import type { BottleneckOrder } from './bottleneck.enums.ts';
import {
  bottleneckColumns,
  type BottleneckFace,
  type BottleneckPage,
  type ListedBottleneck,
  toFace,
} from './bottleneck.face.ts';
import { matchingBottlenecks } from './bottleneck.filter.ts';
import { bottleneckOrders } from './bottleneck.order.ts';
import { visibleBottlenecks } from './bottleneck.policy.ts';
import type { BottleneckFilter } from './bottleneck.types.ts';
import { countBottlenecks, homesWaitingIn } from './bottleneck-totals.ts';

const farthest = 10_000;

export interface BottleneckListArgs {
  readonly filter: BottleneckFilter | null;
  readonly orderBy: BottleneckOrder;
  readonly first: number;
  readonly after: string | null;
  /** So many rows are skipped; not together with `after`. */
  readonly offset?: number | null;
}

/** One page of the cases that the viewer may see. */
export async function listBottlenecks(
  context: AppContext,
  { filter, orderBy, first, after, offset = null }: BottleneckListArgs,
): Promise<BottleneckPage> {
  const skipped = checkOffset(offset, after);
  const viewer = context.requireViewer();
  const where = matchingBottlenecks(viewer, filter ?? {}, localDateOf(context.now()));
  const page = await pageOf<ListedBottleneck>(context.platform.cursors, {
    list: 'bottlenecks',
    first,
    after,
    filter: [filter, viewer.personId],
    keys: bottleneckOrders[orderBy],
    idSql: 'b.id',
    rows: async (at) => {
      const columns = bottleneckColumns(viewer);
      const sql = `select ${columns.sql} from bottleneck b where ${where.sql} and ${at.where.sql} order by ${at.orderBy} limit ${at.limit} offset ${skipped}`;
      const rows = await context.em.execute<ListedBottleneck[]>(sql, [
        ...columns.params,
        ...where.params,
        ...at.where.params,
      ]);
      return rows.map(toFace);
    },
  });
  return {
    ...page,
    count: once(() => countBottlenecks(context.em, where)),
    homesWaiting: once(() => homesWaitingIn(context.em, where)),
    where,
  };
}

/** The load of the node: cases by id, as far as the viewer may see them, in one statement. */
export async function loadBottlenecks(
  context: AppContext,
  ids: readonly string[],
): Promise<Map<string, BottleneckFace>> {
  if (context.viewer === null) return new Map();
  const visible = visibleBottlenecks(context.viewer, 'b');
  const columns = bottleneckColumns(context.viewer);
  const sql = `select ${columns.sql} from bottleneck b where b.id = any(?::uuid[]) and ${visible.sql}`;
  const rows = await context.em.execute<ListedBottleneck[]>(sql, [
    ...columns.params,
    arrayLiteral(ids),
    ...visible.params,
  ]);
  return new Map(rows.map((row) => [row.id, toFace(row)]));
}

/** The case with this number; null when it is not there or not the viewer's. */
export async function bottleneckByNumber(context: AppContext, number: string): Promise<BottleneckFace | null> {
  if (parseBottleneckNumber(number) === null) return null;
  const visible = visibleBottlenecks(context.requireViewer(), 'b');
  const columns = bottleneckColumns(context.requireViewer());
  const sql = `select ${columns.sql} from bottleneck b where b.number = ? and ${visible.sql}`;
  const [row] = await context.em.execute<ListedBottleneck[]>(sql, [...columns.params, number, ...visible.params]);
  return row ? toFace(row) : null;
}

/** Scrolling far jumps to a place; beyond this a cursor or a filter is the way. @throws BadInput */
function checkOffset(offset: number | null, after: string | null | undefined): number {
  if (offset === null) return 0;
  if (after != null) throw new BadInput('OFFSET_WITH_AFTER', ['offset']);
  if (offset < 0 || offset > farthest) throw new BadInput('OUT_OF_RANGE', ['offset'], { min: 0, max: farthest });
  return offset;
}

/** Several fields rest on one answer. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= work());
}
