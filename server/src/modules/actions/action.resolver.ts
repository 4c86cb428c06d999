import { actionVerbs, mayWithAction } from '@versnellingstafel/shared/actions/permissions';
import { type ActionUrgency, daysLate, urgencyOf } from '@versnellingstafel/shared/actions/states';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { type AbilityFact, abilityOf } from '../../platform/graphql/abilities.ts';
import { Ability } from '../../platform/graphql/ability.type.ts';
import { afterArg, firstArg, FirstType } from '../../platform/graphql/connection.ts';
import { timelineOf } from '../../platform/graphql/event.queries.ts';
import { EventConnection } from '../../platform/graphql/event.types.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { type AppContext, OrganisationType, PersonType } from '../people/people.module.ts';
import { AccelerationTableType } from '../tables/tables.module.ts';
import type { Action } from './action.entity.ts';
import { type ActionOrder, ActionOrderEnum, ActionUrgencyEnum } from './action.enums.ts';
import { actionKind } from './action.events.ts';
import { ActionFilter } from './action.inputs.ts';
import { actionFacts } from './action.policy.ts';
import { type ActionPage, actionByNumber, listActions, type PromiseFigures, promisesOf } from './action.queries.ts';
import { ActionConnection, ActionType, PromiseFiguresType } from './action.types.ts';

@Resolver(() => ActionType)
export class ActionResolver {
  @Query(() => ActionConnection, { description: 'The actions that the viewer may see.' })
  @Policy('signedIn')
  actions(
    @Ctx() context: AppContext,
    @Arg('filter', () => ActionFilter, { nullable: true, description: 'Which ones.' }) filter: ActionFilter | null,
    @Arg('orderBy', () => ActionOrderEnum, {
      nullable: true,
      defaultValue: 'DUE_ON',
      description: 'In which order.',
    })
    orderBy: ActionOrder | null,
    @Arg('first', () => FirstType, firstArg(50)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<ActionPage> {
    return listActions(context, { filter, orderBy: orderBy ?? 'DUE_ON', first, after: after ?? null });
  }

  @Query(() => ActionType, {
    nullable: true,
    description: 'An action by its number; null when it is not there or not yours: the same answer.',
  })
  @Policy('signedIn')
  action(
    @Ctx() context: AppContext,
    @Arg('number', () => String, { description: 'For example A-2026-014.' }) number: string,
  ): Promise<Action | null> {
    return actionByNumber(context, number);
  }

  @FieldResolver(() => PersonType, { description: 'Who does it.' })
  owner(@Ctx() context: AppContext, @Root() action: Action): Promise<object | null> {
    return context.node('Person', action.ownerId);
  }

  @FieldResolver(() => PersonType, { description: 'Who wrote it down.' })
  createdBy(@Ctx() context: AppContext, @Root() action: Action): Promise<object | null> {
    return context.node('Person', action.createdById);
  }

  @FieldResolver(() => AccelerationTableType, { description: 'The table it was agreed at.' })
  table(@Ctx() context: AppContext, @Root() action: Action): Promise<object | null> {
    return context.node('AccelerationTable', action.tableId);
  }

  @FieldResolver(() => ActionUrgencyEnum, { description: 'Where it stands on the ladder of reminders.' })
  urgency(@Ctx() context: AppContext, @Root() action: Action): ActionUrgency {
    return urgencyOf(action, localDateOf(context.now()));
  }

  @FieldResolver(() => Int, { description: 'Days that it is late; 0 while it is not.' })
  daysLate(@Ctx() context: AppContext, @Root() action: Action): number {
    return daysLate(action, localDateOf(context.now()));
  }

  @FieldResolver(() => [Ability], { description: 'EDIT, COMPLETE, REOPEN, WITHDRAW.' })
  async viewerCan(@Ctx() context: AppContext, @Root() action: Action): Promise<AbilityFact[]> {
    const owner = (await context.node('Person', action.ownerId)) as { organisationId: string } | null;
    const facts = actionFacts(context.requireViewer(), action, owner?.organisationId ?? '');
    return actionVerbs.map((verb) => abilityOf(context, verb, mayWithAction(verb, facts)));
  }

  @FieldResolver(() => EventConnection, { description: 'What happened to it, the latest first.' })
  timeline(
    @Ctx() context: AppContext,
    @Root() action: Action,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<object> {
    return timelineOf(context, { kind: actionKind, id: action.id }, { first, after });
  }
}

@Resolver(() => ActionConnection)
export class ActionConnectionResolver {
  @FieldResolver(() => Int, { description: 'Exact to 10,000; counts what this viewer may see.' })
  async totalCount(@Root() page: ActionPage): Promise<number> {
    return (await page.count()).count;
  }

  @FieldResolver(() => Boolean, { description: 'false: there are more than 10,000.' })
  async totalCountIsExact(@Root() page: ActionPage): Promise<boolean> {
    return (await page.count()).isExact;
  }
}

@Resolver(() => AccelerationTableType)
export class TablePromises {
  @FieldResolver(() => [PromiseFiguresType], {
    description:
      'How organisations keep their promises, over what was agreed for the last twelve months and the viewer may see.',
  })
  promises(@Ctx() context: AppContext, @Root() table: { id: string }): Promise<PromiseFigures[]> {
    return promisesOf(context, table.id);
  }
}

@Resolver(() => PromiseFiguresType)
export class PromiseFiguresResolver {
  @FieldResolver(() => OrganisationType, { description: 'Whose promises.' })
  organisation(@Ctx() context: AppContext, @Root() figures: PromiseFigures): Promise<object | null> {
    return context.node('Organisation', figures.organisationId);
  }
}
