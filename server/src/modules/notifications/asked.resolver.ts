import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { ActionType } from '../actions/actions.module.ts';
import { BottleneckType } from '../bottlenecks/bottlenecks.module.ts';
import { MeetingType } from '../meetings/meetings.module.ts';
import type { AppContext } from '../people/people.module.ts';
import { type AskedRow, askedOf } from './asked-of-me.ts';
import { AskedType } from './asked.types.ts';

@Resolver(() => AskedType)
export class AskedResolver {
  @Query(() => [AskedType], { description: 'What is asked of the viewer, the late ones first; at most 100.' })
  @Policy('signedIn')
  askedOfMe(@Ctx() context: AppContext): Promise<AskedRow[]> {
    return askedOf(context);
  }

  @FieldResolver(() => BottleneckType, { nullable: true, description: 'The case it is about.' })
  bottleneck(@Ctx() context: AppContext, @Root() asked: AskedRow): Promise<object | null> {
    return context.node('Bottleneck', asked.bottleneckId);
  }

  @FieldResolver(() => MeetingType, { nullable: true, description: 'The meeting it is about.' })
  meeting(@Ctx() context: AppContext, @Root() asked: AskedRow): Promise<object | null> {
    return context.node('Meeting', asked.meetingId);
  }

  @FieldResolver(() => ActionType, { nullable: true, description: 'The action it is about.' })
  action(@Ctx() context: AppContext, @Root() asked: AskedRow): Promise<object | null> {
    return context.node('Action', asked.actionId);
  }
}
