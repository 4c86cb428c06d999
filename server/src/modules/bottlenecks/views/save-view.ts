import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Json } from '../../../platform/database/json.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { conflictProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { matchingBottlenecks } from '../bottleneck.filter.ts';
import { BottleneckView, type ViewContent } from './bottleneck-view.entity.ts';
import type { BottleneckListInput, EditBottleneckViewInput, SaveBottleneckViewInput } from './bottleneck-view.types.ts';
import { mayChangeView, visibleViews } from './view-rights.ts';

/** Keeps a way of looking at the list, for oneself or for a table that one leads. @throws Forbidden, Refusal. */
export async function saveView(
  tx: Transaction,
  viewer: Viewer,
  input: SaveBottleneckViewInput,
): Promise<{ viewId: string }> {
  const check = new InputCheck();
  const content: ViewContent = {
    name: checkName(check, input.name),
    search: check.text('search', input.search, { max: bottleneckLimits.searchMax, singleLine: true }),
    list: checkList(viewer, tx, check, input.list),
    tableId: sharedWith(viewer, check, input.tableId ?? null),
  };
  check.done();
  await checkPlace(tx, check, { ...content, ownerId: viewer.personId }, null);
  check.done();
  const id = tx.newId();
  tx.em.create(BottleneckView, {
    ...content,
    id,
    version: 1,
    ownerId: viewer.personId,
    createdAt: tx.now,
    updatedAt: tx.now,
  });
  await tx.em.flush();
  return { viewId: id };
}

/** Changes the name, what it shows, or who has it. @throws Forbidden, Refusal. */
export async function editView(
  tx: Transaction,
  viewer: Viewer,
  input: EditBottleneckViewInput,
): Promise<{ viewId: string }> {
  const view = await viewToChange(tx, viewer, input.viewId);
  if (view.version !== input.expectedVersion)
    refuse(conflictProblem({ current: { type: 'BottleneckView', id: view.id }, currentVersion: view.version }));
  const check = new InputCheck();
  const content: Partial<ViewContent> = {
    ...(input.name != null && { name: checkName(check, input.name) }),
    ...(input.search != null && {
      search: check.text('search', input.search, { max: bottleneckLimits.searchMax, singleLine: true }),
    }),
    ...(input.list != null && { list: checkList(viewer, tx, check, input.list) }),
    ...(input.tableId !== undefined && { tableId: sharedWith(viewer, check, input.tableId) }),
  };
  check.done();
  // Back to oneself: not to the one who saved it, without their asking.
  if (content.tableId === null && view.ownerId !== viewer.personId) throw new Forbidden('VIEW_OWNER_ONLY');
  await checkPlace(tx, check, { name: view.name, tableId: view.tableId, ownerId: view.ownerId, ...content }, view.id);
  check.done();
  view.change(content, tx.now);
  await tx.em.flush();
  return { viewId: view.id };
}

/** Takes a view away; saving it again brings it back. @throws Forbidden, Refusal. */
export async function removeView(tx: Transaction, viewer: Viewer, viewId: string): Promise<{ viewId: string }> {
  const view = await viewToChange(tx, viewer, viewId);
  await tx.em.execute('delete from bottleneck_view where id = ?', [view.id]);
  return { viewId: view.id };
}

async function viewToChange(tx: Transaction, viewer: Viewer, viewId: string): Promise<BottleneckView> {
  const visible = visibleViews(viewer);
  const [row] = await tx.em.execute<object[]>(
    `select v.* from bottleneck_view v where v.id = ? and ${visible.sql} for update`,
    [uuidOf('BottleneckView', viewId), ...visible.params],
  );
  if (!row) refuse(notFoundProblem(['input', 'viewId'], 'UNKNOWN_VIEW'));
  const view = tx.em.map(BottleneckView, row);
  const decision = mayChangeView(viewer, view);
  if (!decision.allowed) throw new Forbidden(decision.reason);
  return view;
}

const checkName = (check: InputCheck, name: string): string =>
  check.text('name', name, { min: 1, max: bottleneckLimits.viewNameMax, singleLine: true });

/** The filter is kept only when it can be asked. @throws BadInput */
function checkList(viewer: Viewer, tx: Transaction, check: InputCheck, list: BottleneckListInput): Json {
  const { viewIdsMax, viewColumnsMax } = bottleneckLimits;
  if ((list.filter?.ids?.length ?? 0) > viewIdsMax) check.refuse('list', 'TOO_MANY', { max: viewIdsMax });
  if ((list.columns?.length ?? 0) > viewColumnsMax) check.refuse('list', 'TOO_MANY', { max: viewColumnsMax });
  for (const column of list.columns ?? [])
    if (!/^[\w-]{1,40}$/.test(column)) check.refuse('list', 'UNKNOWN_CHOICE', {}, 'columns');
  matchingBottlenecks(viewer, list.filter ?? {}, localDateOf(tx.now));
  return JSON.parse(JSON.stringify(list)) as Json;
}

function sharedWith(viewer: Viewer, check: InputCheck, tableId: string | null): string | null {
  if (tableId === null) return null;
  const id = uuidOf('AccelerationTable', tableId);
  if (id === null || !viewer.memberships.some((seat) => seat.tableId === id)) {
    check.refuse('tableId', 'UNKNOWN_TABLE');
    return null;
  }
  const decision = mayChangeView(viewer, { tableId: id, ownerId: viewer.personId });
  if (!decision.allowed) throw new Forbidden(decision.reason);
  return id;
}

/** A name stands once among the views of a person or a table, and nobody has more than fit. */
async function checkPlace(
  tx: Transaction,
  check: InputCheck,
  { name, tableId, ownerId }: Pick<ViewContent, 'name' | 'tableId'> & { ownerId: string },
  self: string | null,
): Promise<void> {
  const home = tableId ?? ownerId;
  await tx.em.execute(`select pg_advisory_xact_lock(hashtext('views ' || ?))`, [home]);
  const others = await tx.em.execute<{ name: string }[]>(
    'select v.name from bottleneck_view v where coalesce(v.table_id, v.owner_id) = ?::uuid and v.id is distinct from ?::uuid',
    [home, self],
  );
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) check.refuse('name', 'VIEW_NAME_TAKEN');
  if (others.length >= bottleneckLimits.viewsMax)
    check.refuse('name', 'TOO_MANY_VIEWS', { max: bottleneckLimits.viewsMax });
}
