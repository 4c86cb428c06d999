import { mayAct, mayTransition } from '@versnellingstafel/shared/bottlenecks/permissions';
import type { BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { Assignment, Snapshot } from '../bottleneck.entity.ts';
import { openBottlenecks, type OpenBottleneck } from '../open-bottleneck.ts';
import { recordMany } from './bulk-events.ts';
import type { BulkOutcome, Refused, UndoRow } from './change-bottlenecks.ts';
import { restoreThemes } from './themes-of-many.ts';

/**
 * Takes a change of many back, by who made it. What somebody changed since keeps that change, and is listed.
 * @throws Refusal (UNKNOWN_BULK_CHANGE: not there, not theirs, or undone already).
 */
export async function undoBulkChange(
  tx: Transaction,
  viewer: Viewer,
  input: { bulkChangeId: string },
): Promise<BulkOutcome> {
  const rows = await takeBack<UndoRow[]>(tx, viewer, 'CHANGE', uuidOf('BulkChange', input.bulkChangeId), [
    'input',
    'bulkChangeId',
  ]);
  const opens = await openBottlenecks(
    tx,
    viewer,
    { sql: 'b.id = any(?::uuid[])', params: [arrayLiteral(rows.map(({ id }) => id))] },
    { orChangedLast: true },
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const kept: Refused[] = [];
  const told = opens.flatMap((open) => {
    const row = byId.get(open.row.id);
    const code = row === undefined || row.version !== open.row.version ? 'CONFLICT' : whyNoLonger(open, row);
    if (row === undefined || code !== null) {
      kept.push({ bottleneckId: open.row.id, code: code ?? 'CONFLICT' });
      return [];
    }
    const { version } = open.row;
    open.row.assign(row.assignment as Partial<Assignment>, open.change);
    open.row.restore(row.before as Snapshot, open.change);
    // One undoing is one version.
    open.row.version = version + 1;
    const changes = row.changes.map(({ field, before, after }) => ({ field, before: after, after: before }));
    return [{ open, changes }];
  });
  const same = told.map(({ open }) => open);
  await tx.em.flush();
  await restoreThemes(
    tx,
    same.flatMap((open) => {
      const themeIds = byId.get(open.row.id)?.themeIds;
      return themeIds ? [{ id: open.row.id, themeIds }] : [];
    }),
  );
  if (told.length > 0) recordMany(tx, 'BULK_CHANGE_UNDONE', told);
  return { changedIds: same.map((open) => open.row.id), refused: kept, bulkChangeId: null };
}

/** Who lost the right to a change since does not take it back either; an owner who gave the case away had it then. */
function whyNoLonger({ viewer, facts }: OpenBottleneck, { before, assignment, actions, verb }: UndoRow): string | null {
  const then = {
    ...facts,
    isOwner: facts.isOwner || (assignment as { ownerId?: string }).ownerId === viewer.personId,
    state: (before as { state: BottleneckState }).state,
  };
  const decisions = [
    ...actions.map((action) => mayAct(action, then)),
    ...(verb === null ? [] : [mayTransition(verb, then)]),
  ];
  const denied = decisions.find((decision) => !decision.allowed);
  return denied && !denied.allowed ? denied.reason : null;
}

/** What was kept to take something back, once. */
export async function takeBack<T>(
  tx: Transaction,
  viewer: Viewer,
  kind: 'CHANGE' | 'HAND_OVER',
  id: string | null,
  path: readonly string[],
): Promise<T> {
  const [found] = await tx.em.execute<{ undo: T }[]>(
    `update bulk_change set undone_at = ? where id = ? and kind = ? and person_id = ? and undone_at is null returning undo`,
    [tx.now, id, kind, viewer.personId],
  );
  return found?.undo ?? refuse(notFoundProblem(path, 'UNKNOWN_BULK_CHANGE'));
}
