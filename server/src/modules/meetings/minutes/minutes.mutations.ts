import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { AppContext } from '../../people/people.module.ts';
import { MeetingInput } from '../meeting.inputs.ts';
import { MeetingPayload, MeetingType } from '../meeting.types.ts';
import { addAddendum } from './add-addendum.ts';
import { adoptMinutes } from './adopt-minutes.ts';
import { closeMeeting } from './close-meeting.ts';
import {
  AddendumInput,
  AdoptMinutesInput,
  MinutesVersionInput,
  RemarkOnMinutesInput,
  SettleAddendumInput,
  SettleRemarkInput,
} from './minutes.inputs.ts';
import { MinutesPayload, MinutesType } from './minutes.types.ts';
import { publishMinutes } from './publish-minutes.ts';
import { remarkOnMinutes } from './remark-on-minutes.ts';
import { reopenMeeting } from './reopen-meeting.ts';
import { sendMinutesForReview } from './send-minutes-for-review.ts';
import { settleAddendum } from './settle-addendum.ts';
import { settleRemark } from './settle-remark.ts';

type MinutesOutcome = Outcome<{ meetingId: string; minutesId: string }>;

/** The option of the argument that makes a retry safe. */
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => MeetingPayload)
export class ReopenMutation {
  @Mutation(() => MeetingPayload, {
    description: 'Undo of closing, while the minutes are a draft that nobody built on. For chair and secretary.',
  })
  @Policy('signedIn')
  reopenMeeting(
    @Ctx() context: AppContext,
    @Arg('input', () => MeetingInput, { description: 'Which meeting.' }) input: MeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<{ meetingId: string }>> {
    return context.command('reopenMeeting', input, key, (tx) => reopenMeeting(tx, context.requireViewer(), input));
  }
}

@Resolver(() => MinutesPayload)
export class MinutesMutations {
  @Mutation(() => MinutesPayload, {
    description:
      'Ends the meeting: freezes the agenda as it went, draws up the minutes and moves what is unfinished to the next meeting by reference. For chair and secretary.',
  })
  @Policy('signedIn')
  closeMeeting(
    @Ctx() context: AppContext,
    @Arg('input', () => MeetingInput, { description: 'Which meeting.' }) input: MeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MinutesOutcome> {
    return context.command('closeMeeting', input, key, (tx) => closeMeeting(tx, context.requireViewer(), input));
  }

  @Mutation(() => MinutesPayload, {
    description: 'Lays the draft before the participants, until the day that the rhythm says. For chair and secretary.',
  })
  @Policy('signedIn')
  sendMinutesForReview(
    @Ctx() context: AppContext,
    @Arg('input', () => MinutesVersionInput, { description: 'Which minutes, in which version.' })
    input: MinutesVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MinutesOutcome> {
    return context.command('sendMinutesForReview', input, key, (tx) =>
      sendMinutesForReview(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => MinutesPayload, {
    description: 'Says something about minutes that lie with the participants. For participants and substitutes.',
  })
  @Policy('signedIn')
  remarkOnMinutes(
    @Ctx() context: AppContext,
    @Arg('input', () => RemarkOnMinutesInput, { description: 'What is said.' }) input: RemarkOnMinutesInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MinutesOutcome> {
    return context.command('remarkOnMinutes', input, key, (tx) => remarkOnMinutes(tx, context.requireViewer(), input));
  }

  @Mutation(() => MinutesPayload, {
    description: 'Takes a remark over or not, once, before the minutes are adopted. For chair and secretary.',
  })
  @Policy('signedIn')
  settleRemark(
    @Ctx() context: AppContext,
    @Arg('input', () => SettleRemarkInput, { description: 'What becomes of it.' }) input: SettleRemarkInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MinutesOutcome> {
    return context.command('settleRemark', input, key, (tx) => settleRemark(tx, context.requireViewer(), input));
  }

  @Mutation(() => MinutesPayload, {
    description:
      'Adopts the minutes and freezes what they say. In a later meeting by chair or secretary; in writing by who holds the mandate of the table.',
  })
  @Policy('signedIn')
  adoptMinutes(
    @Ctx() context: AppContext,
    @Arg('input', () => AdoptMinutesInput, { description: 'Which minutes, and how.' }) input: AdoptMinutesInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MinutesOutcome> {
    return context.command('adoptMinutes', input, key, (tx) => adoptMinutes(tx, context.requireViewer(), input));
  }

  @Mutation(() => MinutesPayload, {
    description: 'Shows the adopted minutes to all who may see the meeting, and tells them. For chair and secretary.',
  })
  @Policy('signedIn')
  publishMinutes(
    @Ctx() context: AppContext,
    @Arg('input', () => MinutesVersionInput, { description: 'Which minutes, in which version.' })
    input: MinutesVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MinutesOutcome> {
    return context.command('publishMinutes', input, key, (tx) => publishMinutes(tx, context.requireViewer(), input));
  }

  @Mutation(() => MinutesPayload, {
    description:
      'Adds something to adopted minutes. By chair or secretary it counts at once; by others, and for text that came too late, it is proposed.',
  })
  @Policy('signedIn')
  addAddendum(
    @Ctx() context: AppContext,
    @Arg('input', () => AddendumInput, { description: 'What is added.' }) input: AddendumInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MinutesOutcome> {
    return context.command('addAddendum', input, key, (tx) => addAddendum(tx, context.requireViewer(), input));
  }

  @Mutation(() => MinutesPayload, {
    description: 'Accepts a proposed addendum or returns it with the reason, once. For chair and secretary.',
  })
  @Policy('signedIn')
  settleAddendum(
    @Ctx() context: AppContext,
    @Arg('input', () => SettleAddendumInput, { description: 'What becomes of it.' }) input: SettleAddendumInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MinutesOutcome> {
    return context.command('settleAddendum', input, key, (tx) => settleAddendum(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => MinutesType, { nullable: true, description: 'The minutes, when it was carried out.' })
  minutes(@Ctx() context: AppContext, @Root() payload: MinutesOutcome): Promise<object | null> {
    return context.node('Minutes', payload.minutesId);
  }

  @FieldResolver(() => MeetingType, { nullable: true, description: 'Their meeting, when it was carried out.' })
  meeting(@Ctx() context: AppContext, @Root() payload: MinutesOutcome): Promise<object | null> {
    return context.node('Meeting', payload.meetingId);
  }
}
