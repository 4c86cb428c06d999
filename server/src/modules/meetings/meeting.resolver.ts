import { mayWithMeeting, meetingVerbs } from '@versnellingstafel/shared/meetings/permissions';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type AbilityFact, abilityOf } from '../../platform/graphql/abilities.ts';
import { Ability } from '../../platform/graphql/ability.type.ts';
import { afterArg, firstArg, FirstType, type Page } from '../../platform/graphql/connection.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { AppContext } from '../people/people.module.ts';
import { AccelerationTableType } from '../tables/tables.module.ts';
import { type AgendaItemFace, agendaOf } from './agenda.queries.ts';
import type { Meeting } from './meeting.entity.ts';
import { meetingFacts } from './meeting.policy.ts';
import { meetingsOf, nextMeetingOf } from './meeting.queries.ts';
import { AgendaItemType, MeetingConnection, MeetingType } from './meeting.types.ts';
import { isLeadOf } from './run/run.queries.ts';

@Resolver(() => MeetingType)
export class MeetingResolver {
  @Query(() => MeetingType, {
    nullable: true,
    description: 'A meeting by its id; null when it is not there or not yours: the same answer.',
  })
  @Policy('signedIn')
  meeting(
    @Ctx() context: AppContext,
    @Arg('id', () => ID, { description: 'The id from an earlier answer.' }) id: string,
  ): Promise<object | null> {
    return context.node('Meeting', uuidOf('Meeting', id));
  }

  @FieldResolver(() => Int, {
    description:
      'Raised by every change of the meeting and of any item on its agenda. Every mutation on the agenda takes this number as expectedVersion, also one that names an item. Who does not prepare the meeting gets the version that was published.',
  })
  async version(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<number> {
    const facts = await meetingFacts(context, meeting.id);
    return facts?.leads ? meeting.version : (meeting.publishedVersion ?? meeting.version);
  }

  @FieldResolver(() => AccelerationTableType, { description: 'The table that meets.' })
  table(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<object | null> {
    return context.node('AccelerationTable', meeting.tableId);
  }

  @FieldResolver(() => [AgendaItemType], {
    description: 'The agenda in its order: the working version for chair and secretary, for others what was published.',
  })
  items(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<AgendaItemFace[]> {
    return agendaOf(context, meeting.id);
  }

  @FieldResolver(() => Int, { description: 'Minutes that the items take together.' })
  async plannedMinutes(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<number> {
    return (await agendaOf(context, meeting.id)).reduce((total, item) => total + item.minutes, 0);
  }

  @FieldResolver(() => Int, { description: 'Minutes from start to end.' })
  availableMinutes(@Root() meeting: Meeting): number {
    return Math.floor((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000);
  }

  @FieldResolver(() => Int, {
    description: 'Changes of the agenda since it was last published; 0 for who does not prepare the meeting.',
  })
  async unpublishedChanges(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<number> {
    return (await meetingFacts(context, meeting.id))?.leads ? meeting.unpublishedChanges : 0;
  }

  @FieldResolver(() => [Ability], {
    description: 'What the viewer may do with it: prepare (EDIT_AGENDA, PUBLISH …), take part, steer, record, close.',
  })
  async viewerCan(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<AbilityFact[]> {
    const { role = null, isGuest = false } = (await meetingFacts(context, meeting.id)) ?? {};
    const isLead = meeting.state === 'IN_SESSION' && (await isLeadOf(context, meeting.id));
    const facts = { role, isGuest, isLead, state: meeting.state, published: meeting.publishedAt !== null };
    return meetingVerbs.map((verb) => abilityOf(context, verb, mayWithMeeting(verb, facts)));
  }
}

@Resolver(() => AccelerationTableType)
export class TableMeetingsResolver {
  @FieldResolver(() => MeetingType, {
    nullable: true,
    description: 'The next meeting that the viewer may see; one that is going on included.',
  })
  nextMeeting(@Ctx() context: AppContext, @Root() table: { id: string }): Promise<object | null> {
    return nextMeetingOf(context, table.id);
  }

  @FieldResolver(() => MeetingConnection, {
    description: 'Its meetings, the latest first, as far as the viewer may see them.',
  })
  meetings(
    @Ctx() context: AppContext,
    @Root() table: { id: string },
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<Meeting>> {
    return meetingsOf(context, table.id, { first, after: after ?? null });
  }
}
