import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { BottleneckType } from '../bottlenecks/bottlenecks.module.ts';
import { type AppContext, PersonType } from '../people/people.module.ts';
import { type AgendaItemFace, itemsAbout } from './agenda.queries.ts';
import { homesWaitingOn, seenOf } from './item-subjects.queries.ts';
import { AgendaItemType, AgendaSubject, MeetingType } from './meeting.types.ts';

/** What stands in place of a title that the viewer may not see. */
export const closedPartTitle = { nl: 'Besloten deel', en: 'Closed part' } as const;

@Resolver(() => AgendaItemType)
export class AgendaItemResolver {
  @FieldResolver(() => MeetingType, { description: 'The meeting whose agenda it stands on.' })
  meeting(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<object | null> {
    return context.node('Meeting', item.meetingId);
  }

  @FieldResolver(() => String, {
    description: 'Its title; of an item that the viewer may not see only that it is closed.',
  })
  title(@Ctx() context: AppContext, @Root() item: AgendaItemFace): string {
    return item.masked ? closedPartTitle[context.locale] : item.title;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who presents it.' })
  presenter(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<object | null> {
    return context.node('Person', item.presenterId);
  }

  @FieldResolver(() => [AgendaSubject], { description: 'What it is about, as far as the viewer may see it.' })
  subjects(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<object[]> {
    return seenOf(context, item.subjects);
  }

  @FieldResolver(() => Int, {
    description: 'Homes that wait on the open cases it is about, each project once; counts what the viewer may see.',
  })
  homesWaiting(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<number> {
    return homesWaitingOn(context, item.subjects);
  }
}

@Resolver(() => BottleneckType)
export class BottleneckAgendaResolver {
  @FieldResolver(() => [AgendaItemType], {
    description: 'Items of agendas that are about it, the latest first, as far as the viewer may see them.',
  })
  agendaItems(@Ctx() context: AppContext, @Root() bottleneck: { id: string }): Promise<AgendaItemFace[]> {
    return itemsAbout(context, bottleneck.id);
  }
}
