import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { setWatching, watchedBy } from '../../discussion/discussion.module.ts';
import type { AppContext, Viewer } from '../../people/people.module.ts';
import { bottleneckKind } from '../bottleneck.events.ts';
import { openBottleneck } from '../open-bottleneck.ts';

/** Follows a case, or stops to. Whoever sees it may; the case itself does not change. @throws Refusal. */
export async function watchBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: { bottleneckId: string; watching: boolean },
): Promise<{ bottleneckId: string }> {
  const { row } = await openBottleneck(tx, viewer, input.bottleneckId);
  await setWatching(tx, viewer.personId, { kind: bottleneckKind, id: row.id }, input.watching);
  return { bottleneckId: row.id };
}

/** Does the viewer follow this case? One statement for all that are asked for. */
export async function isWatching(context: AppContext, bottleneckId: string): Promise<boolean> {
  const loader = context.loader<boolean>('bottleneck:watching', async (ids) => {
    const watched = watchedBy(context.requireViewer().personId, bottleneckKind, 'given.id');
    const rows = await context.em.execute<{ id: string }[]>(
      `select given.id from unnest(?::uuid[]) as given (id) where ${watched.sql}`,
      [arrayLiteral(ids), ...watched.params],
    );
    return new Map(rows.map(({ id }) => [id, true]));
  });
  return (await loader.load(bottleneckId)) ?? false;
}
