import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type BottleneckFace, BottleneckType } from '../bottlenecks/bottlenecks.module.ts';
import { type AppContext, PersonType } from '../people/people.module.ts';
import { type AgendaItemFace, itemsAbout } from './agenda.queries.ts';
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
  async subjects(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<object[]> {
    const typeOf = (kind: string) => context.platform.nodes.ofKind(kind)?.type ?? '';
    const found = await Promise.all(item.subjects.map(({ kind, id }) => context.node(typeOf(kind), id)));
    return found.filter((subject) => subject !== null);
  }

  @FieldResolver(() => Int, {
    description: 'Homes that wait on the open cases it is about, each project once; counts what the viewer may see.',
  })
  async homesWaiting(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<number> {
    const ids = item.subjects.filter((subject) => subject.kind === 'bottleneck').map((subject) => subject.id);
    const cases = (await context.nodes('Bottleneck', ids)) as BottleneckFace[];
    const most = new Map<string, number>();
    for (const { projectId, homesBlocked } of cases
      .filter((face) => isOpen(face.state))
      .flatMap((face) => face.impacts)) {
      most.set(projectId, Math.max(most.get(projectId) ?? 0, homesBlocked ?? 0));
    }
    return [...most.values()].reduce((total, homes) => total + homes, 0);
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
