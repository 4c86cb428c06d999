import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type AbilityFact, abilityOf } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import { AccelerationTableType } from '../../tables/tables.module.ts';
import type { BottleneckView } from './bottleneck-view.entity.ts';
import {
  BottleneckViewInput,
  BottleneckViewPayload,
  BottleneckViewType,
  EditBottleneckViewInput,
  SaveBottleneckViewInput,
} from './bottleneck-view.types.ts';
import { editView, removeView, saveView } from './save-view.ts';
import { mayChangeView } from './view-rights.ts';
import { countOfView, listViews } from './view.queries.ts';

type ViewOutcome = Outcome<{ viewId: string }>;
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => BottleneckViewType)
export class BottleneckViewResolver {
  @Query(() => [BottleneckViewType], { description: 'Saved views: one’s own, and those of a table that one sits at.' })
  @Policy('signedIn')
  bottleneckViews(
    @Ctx() context: AppContext,
    @Arg('tableId', () => ID, { nullable: true, description: 'Of this table; left out: of every table.' })
    tableId: string | null,
  ): Promise<BottleneckView[]> {
    return listViews(context, tableId);
  }

  @FieldResolver(() => AccelerationTableType, {
    nullable: true,
    description: 'The table that shares it; null: one’s own.',
  })
  table(@Ctx() context: AppContext, @Root() view: BottleneckView): Promise<object | null> {
    return context.node('AccelerationTable', view.tableId);
  }

  @FieldResolver(() => PersonType, { description: 'Who saved it.' })
  owner(@Ctx() context: AppContext, @Root() view: BottleneckView): Promise<object | null> {
    return context.node('Person', view.ownerId);
  }

  @FieldResolver(() => Int, { description: 'How many cases it shows, as far as the viewer may see them.' })
  count(@Ctx() context: AppContext, @Root() view: BottleneckView): Promise<number> {
    return countOfView(context, view);
  }

  @FieldResolver(() => [Ability], { description: 'What the viewer may do with it: EDIT, REMOVE.' })
  viewerCan(@Ctx() context: AppContext, @Root() view: BottleneckView): AbilityFact[] {
    const decision = mayChangeView(context.requireViewer(), view);
    return ['EDIT', 'REMOVE'].map((verb) => abilityOf(context, verb, decision));
  }
}

@Resolver(() => BottleneckViewPayload)
export class BottleneckViewMutations {
  @Mutation(() => BottleneckViewPayload, { description: 'Keeps a view of the list.' })
  @Policy('signedIn')
  saveBottleneckView(
    @Ctx() context: AppContext,
    @Arg('input', () => SaveBottleneckViewInput, { description: 'The view.' }) input: SaveBottleneckViewInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ViewOutcome> {
    return context.command('saveBottleneckView', input, key, (tx) => saveView(tx, context.requireViewer(), input));
  }

  @Mutation(() => BottleneckViewPayload, { description: 'Changes a view.' })
  @Policy('signedIn')
  editBottleneckView(
    @Ctx() context: AppContext,
    @Arg('input', () => EditBottleneckViewInput, { description: 'What changes.' }) input: EditBottleneckViewInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ViewOutcome> {
    return context.command('editBottleneckView', input, key, (tx) => editView(tx, context.requireViewer(), input));
  }

  @Mutation(() => BottleneckViewPayload, { description: 'Takes a view away; saving it again brings it back.' })
  @Policy('signedIn')
  removeBottleneckView(
    @Ctx() context: AppContext,
    @Arg('input', () => BottleneckViewInput, { description: 'Which one.' }) input: BottleneckViewInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ViewOutcome> {
    return context.command('removeBottleneckView', input, key, (tx) =>
      removeView(tx, context.requireViewer(), input.viewId),
    );
  }

  @FieldResolver(() => BottleneckViewType, {
    nullable: true,
    description: 'The view; null when it is gone or was not kept.',
  })
  view(@Ctx() context: AppContext, @Root() outcome: ViewOutcome): Promise<object | null> {
    return context.node('BottleneckView', outcome.viewId);
  }
}
