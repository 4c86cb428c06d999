import type { ItemProgress, Presence } from '@versnellingstafel/shared/meetings/run';
import type { TableRole } from '@versnellingstafel/shared/tables/roles';
import { Field, Int, ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { TableRoleEnum } from '../../tables/tables.module.ts';
import { AgendaItemType } from '../meeting.types.ts';
import { type AttendanceAnswer, AttendanceAnswerEnum, ItemProgressEnum, PresenceEnum } from '../meetings.enums.ts';

@Policy('withParent')
@ObjectType('MeetingRun', { description: 'How a meeting goes, at the moment of this answer.', simpleResolvers: true })
export class MeetingRunType {
  @Field(() => Date, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was closed; null while it goes on.' })
  closedAt!: Date | null;

  @Field(() => AgendaItemType, {
    nullable: true,
    description: 'Null before the first item, after the last, and when the viewer may not know what is current.',
  })
  currentItem!: object | null;

  @Field(() => Boolean, { description: 'Is the current item in the closed part?' })
  closedPartNow!: boolean;

  @Field(() => Boolean, { description: 'Does the clock stand still?' })
  paused!: boolean;

  @Field(() => Int, {
    description:
      'Of the current item, at the moment of this answer; below zero when it runs over, 0 when no item is current for the viewer.',
  })
  remainingSeconds!: number;

  @Field(() => Int, { description: 'Minutes of the current item, with what was added to it.' })
  givenMinutes!: number;

  @Field(() => Date, { description: 'When the meeting ends if every item to come takes its minutes.' })
  predictedEndAt!: Date;

  @Field(() => Int, { description: 'Minutes that it is going to end late; 0 when it fits.' })
  overrunMinutes!: number;
}

@Policy('withParent')
@ObjectType('ItemTime', {
  description:
    'The time of an item. Of an item that is hidden from the viewer it tells only whether the hidden part as a whole is over.',
  simpleResolvers: true,
})
export class ItemTimeType {
  @Field(() => ItemProgressEnum, { description: 'How far it is.' })
  progress!: ItemProgress;

  @Field(() => Date, { nullable: true, description: 'When it was begun first; null while it was not.' })
  startedAt!: Date | null;

  @Field(() => Int, { description: 'Seconds that it took, pauses left out.' })
  spentSeconds!: number;

  @Field(() => Int, {
    description: 'Minutes that were added while the meeting ran; below zero when they were taken off.',
  })
  extraMinutes!: number;

  @Field(() => Date, { description: 'When it starts as things go now; once begun, when it did.' })
  expectedStartAt!: Date;

  @Field(() => Int, { description: 'Minutes later than planned; below zero when it is earlier.' })
  delayMinutes!: number;
}

@Policy('withParent')
@ObjectType('Attendance', {
  description: 'One person at a meeting: what they answered and what was taken.',
  simpleResolvers: true,
})
export class AttendanceType {
  @Field(() => TableRoleEnum, {
    nullable: true,
    description: 'CHAIR, SECRETARY … of the member; null for a guest or somebody who comes for a member.',
  })
  role!: TableRole | null;

  @Field(() => Boolean, { description: 'Invited without a seat at the table?' })
  isGuest!: boolean;

  @Field(() => AttendanceAnswerEnum, { nullable: true, description: 'What they answered; null while they did not.' })
  answer!: AttendanceAnswer | null;

  @Field(() => String, {
    description: 'What they wrote with it; for who prepares the meeting and for themselves, empty for others.',
  })
  answerRemark!: string;

  @Field(() => PresenceEnum, { nullable: true, description: 'How they are there; null while it was not taken.' })
  presence!: Presence | null;

  @Field(() => Date, { nullable: true, description: 'When they came in.' })
  arrivedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When they went before the end.' })
  leftAt!: Date | null;
}
