import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AbilityFact } from '../../platform/graphql/abilities.ts';
import { Ability } from '../../platform/graphql/ability.type.ts';
import { FirstType, type Page, afterArg, firstArg } from '../../platform/graphql/connection.ts';
import type { Outcome } from '../../platform/graphql/graph-context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { type AppContext, PersonType, RegionType, type Viewer, ViewerType } from '../people/people.module.ts';
import { AccelerationTable, type Membership } from './acceleration-table.entity.ts';
import { addMember } from './add-member.ts';
import { removeMember } from './remove-member.ts';
import { listTables, membersOfTables } from './tables.queries.ts';
import {
  AccelerationTableConnection,
  AccelerationTableType,
  AddMemberInput,
  MembershipPayload,
  MembershipType,
  RemoveMemberInput,
} from './tables.types.ts';

type Seat = Pick<Membership, 'personId' | 'tableId' | 'role' | 'mandate'>;

@Resolver(() => AccelerationTableType)
export class AccelerationTableResolver {
  @Query(() => AccelerationTableConnection, { description: 'All tables, in the order of the line.' })
  @Policy('signedIn')
  tables(
    @Ctx() context: AppContext,
    @Arg('first', () => FirstType, firstArg(50)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<AccelerationTable>> {
    return listTables(context, { first, after });
  }

  @Query(() => AccelerationTableType, { nullable: true, description: 'A table by its place in addresses.' })
  @Policy('signedIn')
  table(
    @Ctx() context: AppContext,
    @Arg('slug', () => String, { description: 'For example west-overijssel.' }) slug: string,
  ): Promise<AccelerationTable | null> {
    return context.em.findOne(AccelerationTable, { slug });
  }

  @FieldResolver(() => RegionType, { nullable: true, description: 'The region it serves; null above the regions.' })
  region(@Ctx() context: AppContext, @Root() table: AccelerationTable): Promise<object | null> {
    return context.node('Region', table.regionId);
  }

  @FieldResolver(() => AccelerationTableType, {
    nullable: true,
    description: 'Where an escalation goes; null at the end of the line.',
  })
  parent(@Ctx() context: AppContext, @Root() table: AccelerationTable): Promise<object | null> {
    return context.node('AccelerationTable', table.parentId);
  }

  @FieldResolver(() => [MembershipType], { description: 'Who sits there: chair and secretary first, then by name.' })
  async members(@Ctx() context: AppContext, @Root() table: AccelerationTable): Promise<readonly Seat[]> {
    return (await context.loader('membersOfTable', (ids) => membersOfTables(context, ids)).load(table.id)) ?? [];
  }

  @FieldResolver(() => [Ability], { description: 'What this viewer may do at this table, for example MANAGE_MEMBERS.' })
  viewerCan(@Ctx() context: AppContext, @Root() table: AccelerationTable): AbilityFact[] {
    return context.abilities('AccelerationTable', table);
  }
}

@Resolver(() => MembershipType)
export class MembershipResolver {
  @FieldResolver(() => AccelerationTableType, { description: 'The table.' })
  table(@Ctx() context: AppContext, @Root() seat: Seat): Promise<object | null> {
    return context.node('AccelerationTable', seat.tableId);
  }

  @FieldResolver(() => PersonType, { description: 'Who sits there.' })
  person(@Ctx() context: AppContext, @Root() seat: Seat): Promise<object | null> {
    return context.node('Person', seat.personId);
  }
}

@Resolver(() => ViewerType)
export class ViewerMemberships {
  @FieldResolver(() => [MembershipType], { description: 'Seats at tables.' })
  memberships(@Root() viewer: Viewer): Seat[] {
    return viewer.memberships.map((seat) => ({ ...seat, personId: viewer.personId }));
  }
}

@Resolver(() => MembershipPayload)
export class MembershipMutations {
  @Mutation(() => MembershipPayload, {
    description: 'Gives a person a seat at a table. For its secretary and functional administrators.',
  })
  @Policy('signedIn')
  addMember(
    @Ctx() context: AppContext,
    @Arg('input', () => AddMemberInput, { description: 'Who and where.' }) input: AddMemberInput,
    @Arg('idempotencyKey', () => ID, {
      nullable: true,
      description: 'The same key for every attempt at the same thing.',
    })
    key: string | null,
  ): Promise<Outcome<{ tableId: string }>> {
    return context.command('addMember', input, key, (tx) => addMember(tx, context.requireViewer(), input));
  }

  @Mutation(() => MembershipPayload, {
    description: 'Ends a seat at a table. For its secretary and functional administrators.',
  })
  @Policy('signedIn')
  removeMember(
    @Ctx() context: AppContext,
    @Arg('input', () => RemoveMemberInput, { description: 'Who and where.' }) input: RemoveMemberInput,
    @Arg('idempotencyKey', () => ID, {
      nullable: true,
      description: 'The same key for every attempt at the same thing.',
    })
    key: string | null,
  ): Promise<Outcome<{ tableId: string }>> {
    return context.command('removeMember', input, key, (tx) => removeMember(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => AccelerationTableType, { nullable: true, description: 'The table, when it was carried out.' })
  table(@Ctx() context: AppContext, @Root() payload: Outcome<{ tableId: string }>): Promise<object | null> {
    return context.node('AccelerationTable', payload.tableId);
  }
}
