import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AgendaPurposeEnum } from './meetings.enums.ts';

const meetingVersion =
  'Version of the MEETING that was seen, also where an item is named: all who prepare one agenda work against one number.';

@InputType('PlanMeetingInput', { description: 'A new meeting.' })
export class PlanMeetingInput {
  @Field(() => ID, { description: 'The table that meets.' })
  tableId!: string;

  @Field(() => Date, { description: 'When it starts; not in the past.' })
  startsAt!: Date;

  @Field(() => Date, { description: 'When it ends; at most eight hours later.' })
  endsAt!: Date;

  @Field(() => String, { description: 'Where.' })
  location!: string;
}

@InputType('MeetingInput', { description: 'A meeting, whatever was seen of it.' })
export class MeetingInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;
}

@InputType('MeetingVersionInput', { description: 'A meeting in the version that was seen.' })
export class MeetingVersionInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: meetingVersion })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: "A word with the publication, in one's own words." })
  message?: string | null;
}

@InputType('AddAgendaItemInput', { description: 'A new item.' })
export class AddAgendaItemInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, {
    nullable: true,
    description: `${meetingVersion} May be left out: adding undoes no work of others.`,
  })
  expectedVersion?: number | null;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => AgendaPurposeEnum, { nullable: true, defaultValue: 'DISCUSS', description: 'What it is for.' })
  purpose?: AgendaPurpose | null;

  @Field(() => Int, { nullable: true, defaultValue: 15, description: 'How long it takes.' })
  minutes?: number | null;

  @Field(() => ID, { nullable: true, description: 'Who presents it.' })
  presenterId?: string | null;

  @Field(() => String, { nullable: true, description: 'Who presents it, where that is not a person with an account.' })
  presenterText?: string | null;

  @Field(() => String, { nullable: true, description: 'The decision that is proposed.' })
  proposedDecision?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Cases it is about; their state stays. To schedule a case use scheduleBottleneck.',
  })
  bottleneckIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Notes it is about.' })
  noteIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Projects it is about.' })
  projectIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Meetings it is about; a meeting stands for its minutes, decisions and promises.',
  })
  meetingIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the chair notes on it; by the chair, for the chair alone.',
  })
  annotation?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Is it in the closed part?' })
  closedPart?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Its place, 1 is first; default: the last.' })
  position?: number | null;
}

@InputType('EditAgendaItemInput', { description: 'What changes about an item; what is left out stays.' })
export class EditAgendaItemInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: meetingVersion })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  title?: string | null;

  @Field(() => AgendaPurposeEnum, { nullable: true, description: 'What it is for.' })
  purpose?: AgendaPurpose | null;

  @Field(() => Int, { nullable: true, description: 'How long it takes.' })
  minutes?: number | null;

  @Field(() => ID, { nullable: true, description: 'Who presents it; null: nobody.' })
  presenterId?: string | null;

  @Field(() => String, { nullable: true, description: 'Who presents it, where that is not a person with an account.' })
  presenterText?: string | null;

  @Field(() => String, { nullable: true, description: 'The decision that is proposed.' })
  proposedDecision?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Is it in the closed part?' })
  closedPart?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the chair notes on it; by the chair, for the chair alone.',
  })
  annotation?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'All it is about: cases, notes, projects, meetings. What the viewer may not see of it stays.',
  })
  subjectIds?: string[] | null;
}

@InputType('MoveAgendaItemInput', { description: 'A new place for an item.' })
export class MoveAgendaItemInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: meetingVersion })
  expectedVersion!: number;

  @Field(() => Int, { description: 'New place, 1 is first.' })
  position!: number;
}

@InputType('RemoveAgendaItemInput', { description: 'An item that goes.' })
export class RemoveAgendaItemInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: meetingVersion })
  expectedVersion!: number;
}

@InputType('RecordOutcomeInput', { description: 'What was agreed on an item.' })
export class RecordOutcomeInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: meetingVersion })
  expectedVersion!: number;

  @Field(() => String, { description: 'In short; empty takes it back.' })
  outcome!: string;
}

@InputType('ScheduleBottleneckInput', { description: 'A case for the agenda of a meeting.' })
export class ScheduleBottleneckInput {
  @Field(() => ID, { description: 'The case.' })
  bottleneckId!: string;

  @Field(() => Int, { description: 'Version of the case that was seen.' })
  expectedVersion!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The meeting; default: the next meeting of the table that holds it.',
  })
  meetingId?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 15, description: 'How long it takes.' })
  minutes?: number | null;

  @Field(() => AgendaPurposeEnum, { nullable: true, defaultValue: 'DISCUSS', description: 'What the item is for.' })
  purpose?: AgendaPurpose | null;

  @Field(() => String, { nullable: true, description: 'What is asked of the table; stands on the case too.' })
  ask?: string | null;
}
