import type { Presence } from '@versnellingstafel/shared/meetings/run';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PresenceEnum } from '../meetings.enums.ts';

const meeting = 'The meeting.';

@InputType('GoToItemInput', { description: 'Where a meeting goes.' })
export class GoToItemInput {
  @Field(() => ID, { description: meeting })
  meetingId!: string;

  @Field(() => ID, { nullable: true, description: 'Null ends the last item.' })
  itemId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The item that was current for who asks; another one now is a conflict. Null: none was. Left out: whatever it is.',
  })
  fromItemId?: string | null;
}

@InputType('AddMinutesInput', { description: 'More or fewer minutes for an item.' })
export class AddMinutesInput {
  @Field(() => ID, { description: meeting })
  meetingId!: string;

  @Field(() => ID, { description: 'The item: the current one or one to come.' })
  itemId!: string;

  @Field(() => Int, { description: '1 to 120; below zero takes them off.' })
  minutes!: number;
}

@InputType('JoinMeetingInput', { description: 'That one is there.' })
export class JoinMeetingInput {
  @Field(() => ID, { description: meeting })
  meetingId!: string;

  @Field(() => Boolean, { description: 'Online, or in the room?' })
  online!: boolean;
}

@InputType('TakeAttendanceInput', { description: 'How somebody is at a meeting.' })
export class TakeAttendanceInput {
  @Field(() => ID, { description: meeting })
  meetingId!: string;

  @Field(() => ID, { description: 'A member of the table, a guest, or somebody who comes for a member.' })
  personId!: string;

  @Field(() => PresenceEnum, { nullable: true, description: 'Null: not taken yet. Left out: as it is.' })
  presence?: Presence | null;

  @Field(() => Boolean, { nullable: true, description: 'Did the person go before the end? Left out: as it is.' })
  left?: boolean | null;
}

@InputType('RaiseHandInput', { description: 'Asks for the floor, or no longer.' })
export class RaiseHandInput {
  @Field(() => ID, { description: meeting })
  meetingId!: string;

  @Field(() => Boolean, { description: 'Up, or down again?' })
  raised!: boolean;
}
