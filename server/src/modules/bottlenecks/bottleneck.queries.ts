import { parseBottleneckNumber } from '@versnellingstafel/shared/bottlenecks/numbers';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
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

export interface BottleneckListArgs {
  readonly filter: BottleneckFilter | null;
  readonly orderBy: BottleneckOrder;
  readonly first: number;
  readonly after: string | null;
}

/** One page of the cases that the viewer may see. */
export async function listBottlenecks(
  context: AppContext,
  { filter, orderBy, first, after }: BottleneckListArgs,
): Promise<BottleneckPage> {
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
      const sql = `select ${bottleneckColumns} from bottleneck b where ${where.sql} and ${at.where.sql} order by ${at.orderBy} limit ${at.limit}`;
      const rows = await context.em.execute<ListedBottleneck[]>(sql, [...where.params, ...at.where.params]);
      return rows.map(toFace);
    },
  });
  return {
    ...page,
    count: once(() => countBottlenecks(context.em, where)),
    homesWaiting: once(() => homesWaitingIn(context.em, where)),
  };
}

/** The load of the node: cases by id, as far as the viewer may see them, in one statement. */
export async function loadBottlenecks(
  context: AppContext,
  ids: readonly string[],
): Promise<Map<string, BottleneckFace>> {
  if (context.viewer === null) return new Map();
  const visible = visibleBottlenecks(context.viewer, 'b');
  const sql = `select ${bottleneckColumns} from bottleneck b where b.id = any(?::uuid[]) and ${visible.sql}`;
  const rows = await context.em.execute<ListedBottleneck[]>(sql, [arrayLiteral(ids), ...visible.params]);
  return new Map(rows.map((row) => [row.id, toFace(row)]));
}

/** The case with this number; null when it is not there or not the viewer's. */
export async function bottleneckByNumber(context: AppContext, number: string): Promise<BottleneckFace | null> {
  if (parseBottleneckNumber(number) === null) return null;
  const visible = visibleBottlenecks(context.requireViewer(), 'b');
  const sql = `select ${bottleneckColumns} from bottleneck b where b.number = ? and ${visible.sql}`;
  const [row] = await context.em.execute<ListedBottleneck[]>(sql, [number, ...visible.params]);
  return row ? toFace(row) : null;
}

/** Several fields rest on one answer. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= work());
}
