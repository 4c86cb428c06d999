import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { ActionType } from '../actions/actions.module.ts';
import type { AppContext, Viewer } from '../people/people.module.ts';
import { visibleBottlenecks } from './bottleneck.policy.ts';
import { BottleneckType } from './bottleneck.types.ts';

@Resolver(() => ActionType)
export class ActionBottleneckResolver {
  @FieldResolver(() => BottleneckType, {
    nullable: true,
    description: 'The case it is for; null when it is for none, or not one that the viewer may see.',
  })
  bottleneck(@Ctx() context: AppContext, @Root() action: { bottleneckId: string | null }): Promise<object | null> {
    return context.node('Bottleneck', action.bottleneckId);
  }
}

/** The case that a new action is for, under the rights of the viewer. @returns its bare UUID, or null. */
export async function caseOfNewAction(tx: Transaction, viewer: Viewer, bottleneckId: string): Promise<string | null> {
  const id = uuidOf('Bottleneck', bottleneckId);
  if (id === null) return null;
  const visible = visibleBottlenecks(viewer, 'b');
  const [row] = await tx.em.execute<{ id: string }[]>(
    `select b.id from bottleneck b where b.id = ? and b.state <> 'DRAFT' and ${visible.sql}`,
    [id, ...visible.params],
  );
  return row?.id ?? null;
}
