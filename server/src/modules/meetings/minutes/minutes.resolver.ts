import { mayWithMinutes, minutesVerbs } from '@versnellingstafel/shared/meetings/minutes';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type AbilityFact, abilityOf } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import { closedPartTitle } from '../agenda-item.resolver.ts';
import type { Meeting } from '../meeting.entity.ts';
import { AgendaItemType, MeetingType } from '../meeting.types.ts';
import type { AttendanceFace } from '../run/attendance.queries.ts';
import { AttendanceType } from '../run/run.types.ts';
import { attendanceFace } from './minutes-attendance.ts';
import type { Minutes, MinutesAddendum, MinutesRemark } from './minutes.entity.ts';
import { addendaOf, factsOf, minutesOf, remarksOf } from './minutes.queries.ts';
import { AddendumType, MinutesRemarkType, MinutesSectionType, MinutesType } from './minutes.types.ts';
import { type ShownSection, shownMinutes } from './shown-minutes.ts';

@Resolver(() => MeetingType)
export class MeetingMinutesResolver {
  @FieldResolver(() => MinutesType, {
    nullable: true,
    description:
      'Its minutes. Null before the meeting is closed; before they are published also for who is not of the table.',
  })
  minutes(@Ctx() context: AppContext, @Root() meeting: { id: string }): Promise<object | null> {
    return minutesOf(context, meeting.id);
  }
}

@Resolver(() => MinutesType)
export class MinutesResolver {
  @FieldResolver(() => MeetingType, { description: 'The meeting they are of.' })
  meeting(@Ctx() context: AppContext, @Root() minutes: Minutes): Promise<object | null> {
    return context.node('Meeting', minutes.meetingId);
  }

  @FieldResolver(() => [MinutesSectionType], {
    description:
      'What they say of each item, in the order of the agenda; of an item that the viewer may not see only that it was there.',
  })
  async sections(@Ctx() context: AppContext, @Root() minutes: Minutes): Promise<readonly ShownSection[]> {
    const meeting = (await context.node('Meeting', minutes.meetingId)) as Meeting | null;
    return meeting === null ? [] : (await shownMinutes(context, meeting)).sections;
  }

  @FieldResolver(() => [AttendanceType], { description: 'Who was there, and who sent word.' })
  async attendance(@Ctx() context: AppContext, @Root() minutes: Minutes): Promise<AttendanceFace[]> {
    const meeting = (await context.node('Meeting', minutes.meetingId)) as Meeting | null;
    const attendance = meeting === null ? [] : (await shownMinutes(context, meeting)).attendance;
    return attendance.map((row) => attendanceFace(minutes.meetingId, row));
  }

  @FieldResolver(() => [MinutesRemarkType], {
    description:
      'What participants say of them, in its order: for the people of the table, as far as they see the item.',
  })
  remarks(@Ctx() context: AppContext, @Root() minutes: Minutes): Promise<object[]> {
    return remarksOf(context, minutes);
  }

  @FieldResolver(() => [AddendumType], {
    description: 'What was added after they were adopted; what does not count is for the people of the table.',
  })
  addenda(@Ctx() context: AppContext, @Root() minutes: Minutes): Promise<object[]> {
    return addendaOf(context, minutes);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who adopted them; null before.' })
  adoptedBy(@Ctx() context: AppContext, @Root() minutes: Minutes): Promise<object | null> {
    return context.node('Person', minutes.adoptedById);
  }

  @FieldResolver(() => MeetingType, {
    nullable: true,
    description: 'The meeting that adopted it; null when it was adopted by written procedure.',
  })
  adoptedIn(@Ctx() context: AppContext, @Root() minutes: Minutes): Promise<object | null> {
    return context.node('Meeting', minutes.adoptedInId);
  }

  @FieldResolver(() => [Ability], {
    description: 'SEND_FOR_REVIEW, REMARK, SETTLE, ADOPT, PUBLISH, ADD_ADDENDUM, PROPOSE_ADDENDUM.',
  })
  async viewerCan(@Ctx() context: AppContext, @Root() minutes: Minutes): Promise<AbilityFact[]> {
    const facts = await factsOf(context, minutes);
    return minutesVerbs.map((verb) => abilityOf(context, verb, mayWithMinutes(verb, facts)));
  }
}

@Resolver(() => MinutesSectionType)
export class MinutesSectionResolver {
  @FieldResolver(() => AgendaItemType, { description: 'The item.' })
  item(@Ctx() context: AppContext, @Root() section: ShownSection): Promise<object | null> {
    return context.node('AgendaItem', section.itemId);
  }

  @FieldResolver(() => String, {
    description: 'Its title; of an item that the viewer may not see only that it is closed.',
  })
  title(@Ctx() context: AppContext, @Root() section: ShownSection): string {
    return section.masked ? closedPartTitle[context.locale] : section.title;
  }

  @FieldResolver(() => MeetingType, { nullable: true, description: 'The meeting at which it went on.' })
  carriedOverTo(@Ctx() context: AppContext, @Root() section: ShownSection): Promise<object | null> {
    return context.node('Meeting', section.carriedOverTo);
  }
}

@Resolver(() => MinutesRemarkType)
export class MinutesRemarkResolver {
  @FieldResolver(() => AgendaItemType, {
    nullable: true,
    description: 'The item it is about; null for all of the minutes.',
  })
  item(@Ctx() context: AppContext, @Root() remark: MinutesRemark): Promise<object | null> {
    return context.node('AgendaItem', remark.agendaItemId);
  }

  @FieldResolver(() => PersonType, { description: 'Who says it.' })
  author(@Ctx() context: AppContext, @Root() remark: MinutesRemark): Promise<object | null> {
    return context.node('Person', remark.authorId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who answered; null while it is open.' })
  settledBy(@Ctx() context: AppContext, @Root() remark: MinutesRemark): Promise<object | null> {
    return context.node('Person', remark.settledById);
  }
}

@Resolver(() => AddendumType)
export class AddendumResolver {
  @FieldResolver(() => AgendaItemType, {
    nullable: true,
    description: 'The item it is about; null for all of the minutes.',
  })
  item(@Ctx() context: AppContext, @Root() addendum: MinutesAddendum): Promise<object | null> {
    return context.node('AgendaItem', addendum.agendaItemId);
  }

  @FieldResolver(() => PersonType, { description: 'Who wrote it.' })
  author(@Ctx() context: AppContext, @Root() addendum: MinutesAddendum): Promise<object | null> {
    return context.node('Person', addendum.authorId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who decided on it; null while it is proposed.' })
  decidedBy(@Ctx() context: AppContext, @Root() addendum: MinutesAddendum): Promise<object | null> {
    return context.node('Person', addendum.decidedById);
  }
}
