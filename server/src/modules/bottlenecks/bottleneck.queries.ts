import { parseBottleneckNumber } from '@versnellingstafel/shared/bottlenecks/numbers';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { pageOf } from '../../platform/graphql/keyset-page.ts';
import type { AppContext } from '../people/people.module.ts';
import type { BottleneckOrder } from './bottleneck.enums.ts';
import { matchingBottlenecks } from './bottleneck.filter.ts';
import { bottleneckOrders } from './bottleneck.order.ts';
import { visibleBottlenecks } from './bottleneck.policy.ts';
import type { BottleneckFilter, BottleneckType } from './bottleneck.types.ts';
import { countBottlenecks, homesWaitingIn } from './bottleneck-totals.ts';

/** A project that a case blocks. */
export interface Impact {
  readonly projectId: string;
  readonly homesBlocked: number | null;
}

/** A case as lists and nodes give it: its row, with the ids of what hangs on it. */
export interface BottleneckFace extends BottleneckType {
  heldById: string | null;
  municipalityId: string;
  filerId: string;
  ownerId: string;
  leadId: string | null;
  civilOwnerId: string | null;
  politicalOwnerId: string | null;
  themeIds: readonly string[];
  impacts: readonly Impact[];
}

export interface ListedBottleneck extends BottleneckFace {
  updatedAt: Date;
  titleKey: string;
}

export interface BottleneckListArgs {
  readonly filter: BottleneckFilter | null;
  readonly orderBy: BottleneckOrder;
  readonly first: number;
  readonly after: string | null;
}

/** A count that stops at a bound: exact up to there. */
export interface Count {
  readonly count: number;
  readonly isExact: boolean;
}

/** A page, and what it costs extra to know. */
export interface BottleneckPage extends Page<BottleneckFace> {
  count(): Promise<Count>;
  homesWaiting(): Promise<number>;
}

/** Everything of a case in one row. Dates as text, so that both drivers give the same. */
export const bottleneckColumns = `b.id, b.number, b.version, b.title, b.description, b.tried_so_far as "triedSoFar", b.ask,
  b.decision_by::text as "decisionBy", b.construction_start::text as "constructionStart", b.state, b.state_since as "stateSince",
  b.solvable_at as "solvableAt", b.held_by_id as "heldById", b.municipality_id as "municipalityId", b.confidentiality,
  b.filer_id as "filerId", b.owner_id as "ownerId", b.lead_id as "leadId", b.civil_owner_id as "civilOwnerId",
  b.political_owner_id as "politicalOwnerId", b.due_on::text as "dueOn", b.next_step as "nextStep",
  b.proposed_resolution as "proposedResolution", b.resolution, b.hold_reason as "holdReason", b.return_on::text as "returnOn",
  nullif(b.referred_to, '') as "referredTo", b.homes_blocked as "homesBlocked", b.filed_on::text as "filedOn",
  b.resolved_on::text as "resolvedOn", b.updated_at as "updatedAt", lower(b.title) as "titleKey",
  (select coalesce(json_agg(bt.theme_id order by bt.position), '[]') from bottleneck_theme bt where bt.bottleneck_id = b.id) as "themeIds",
  (select coalesce(json_agg(json_build_object('projectId', bp.project_id, 'homesBlocked', bp.homes_blocked) order by bp.position), '[]')
    from bottleneck_project bp where bp.bottleneck_id = b.id) as impacts`;

/** A row of `bottleneckColumns` as its face; one driver gives moments as text. */
export function toFace<Row extends ListedBottleneck>(row: Row): Row {
  return { ...row, stateSince: new Date(row.stateSince), updatedAt: new Date(row.updatedAt) };
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
