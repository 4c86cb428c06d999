import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import type { AgendaItemFace } from '../agenda.queries.ts';
import type { Meeting } from '../meeting.entity.ts';
import { AgendaItemType, MeetingType } from '../meeting.types.ts';
import { attendanceAt, type AttendanceFace } from './attendance.queries.ts';
import { type RunFace, runFaceOf, type TimeFace, timeOf } from './run.face.ts';
import { isLeadOf } from './run.queries.ts';
import { AttendanceType, ItemTimeType, MeetingRunType } from './run.types.ts';

@Resolver(() => MeetingType)
export class RunOfMeeting {
  @FieldResolver(() => MeetingRunType, { nullable: true, description: 'How it goes; null before it starts.' })
  run(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<RunFace | null> {
    return runFaceOf(context, meeting);
  }

  @FieldResolver(() => Boolean, { description: 'Does the viewer hold the controls?' })
  viewerIsLead(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<boolean> {
    return isLeadOf(context, meeting.id);
  }

  @FieldResolver(() => [AttendanceType], {
    description: 'Who comes, who is there and who sent word: chair and secretary first, guests last.',
  })
  attendance(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<AttendanceFace[]> {
    return attendanceAt(context, meeting);
  }
}

@Resolver(() => MeetingRunType)
export class PeopleOfRun {
  @FieldResolver(() => PersonType, { description: 'Who began it.' })
  startedBy(@Ctx() context: AppContext, @Root() run: RunFace): Promise<object | null> {
    return context.node('Person', run.startedById);
  }

  @FieldResolver(() => PersonType, { description: 'Who holds the controls.' })
  lead(@Ctx() context: AppContext, @Root() run: RunFace): Promise<object | null> {
    return context.node('Person', run.leadId);
  }
}

@Resolver(() => AttendanceType)
export class PeopleOfAttendance {
  @FieldResolver(() => PersonType, { description: 'Who it is.' })
  person(@Ctx() context: AppContext, @Root() attendance: AttendanceFace): Promise<object | null> {
    return context.node('Person', attendance.personId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'The absent member whom this person replaces.' })
  substitutesFor(@Ctx() context: AppContext, @Root() attendance: AttendanceFace): Promise<object | null> {
    return context.node('Person', attendance.substitutesForId);
  }
}

@Resolver(() => AgendaItemType)
export class TimeOfItem {
  @FieldResolver(() => ItemTimeType, { description: 'How far it is, when it starts and how long it takes.' })
  time(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<TimeFace> {
    return timeOf(context, item);
  }
}
