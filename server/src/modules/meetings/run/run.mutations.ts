import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { AppContext } from '../../people/people.module.ts';
import { MeetingInput } from '../meeting.inputs.ts';
import { MeetingPayload } from '../meeting.types.ts';
import { addMinutes } from './add-minutes.ts';
import { goToItem } from './go-to-item.ts';
import { joinMeeting } from './join-meeting.ts';
import { leaveMeeting } from './leave-meeting.ts';
import { pauseMeeting } from './pause-meeting.ts';
import { resumeMeeting } from './resume-meeting.ts';
import { AddMinutesInput, GoToItemInput, JoinMeetingInput, TakeAttendanceInput } from './run.inputs.ts';
import { startMeeting } from './start-meeting.ts';
import { takeAttendance } from './take-attendance.ts';
import { takeLead } from './take-lead.ts';

type RunOutcome = Outcome<{ meetingId: string; itemId?: string | null }>;

/** The option of the argument that makes a retry safe. */
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;
const which = { description: 'Which meeting.' } as const;

@Resolver(() => MeetingPayload)
export class RunMutations {
  @Mutation(() => MeetingPayload, {
    description: 'Begins a meeting: its first item is current, and who begins it leads. For chair and secretary.',
  })
  @Policy('signedIn')
  startMeeting(
    @Ctx() context: AppContext,
    @Arg('input', () => MeetingInput, which) input: MeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<RunOutcome> {
    return context.command('startMeeting', input, key, (tx) => startMeeting(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, {
    description: 'Makes another item the current one; the one before is done. For who leads.',
  })
  @Policy('signedIn')
  goToItem(
    @Ctx() context: AppContext,
    @Arg('input', () => GoToItemInput, { description: 'Where to, and from where.' }) input: GoToItemInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<RunOutcome> {
    return context.command('goToItem', input, key, (tx) => goToItem(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, { description: 'Stops the clock of the current item. For who leads.' })
  @Policy('signedIn')
  pauseMeeting(
    @Ctx() context: AppContext,
    @Arg('input', () => MeetingInput, which) input: MeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<RunOutcome> {
    return context.command('pauseMeeting', input, key, (tx) => pauseMeeting(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, { description: 'Lets the clock go on. For who leads.' })
  @Policy('signedIn')
  resumeMeeting(
    @Ctx() context: AppContext,
    @Arg('input', () => MeetingInput, which) input: MeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<RunOutcome> {
    return context.command('resumeMeeting', input, key, (tx) => resumeMeeting(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, { description: 'Gives an item more minutes, or fewer. For who leads.' })
  @Policy('signedIn')
  addMinutes(
    @Ctx() context: AppContext,
    @Arg('input', () => AddMinutesInput, { description: 'Which item, and how many.' }) input: AddMinutesInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<RunOutcome> {
    return context.command('addMinutes', input, key, (tx) => addMinutes(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, {
    description: 'Takes over the controls in one step, also when who led is gone. For chair and secretary.',
  })
  @Policy('signedIn')
  takeLead(
    @Ctx() context: AppContext,
    @Arg('input', () => MeetingInput, which) input: MeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<RunOutcome> {
    return context.command('takeLead', input, key, (tx) => takeLead(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, {
    description: 'Marks somebody as there, absent or gone, until the minutes are adopted. For chair and secretary.',
  })
  @Policy('signedIn')
  takeAttendance(
    @Ctx() context: AppContext,
    @Arg('input', () => TakeAttendanceInput, { description: 'Who, and how.' }) input: TakeAttendanceInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<RunOutcome> {
    return context.command('takeAttendance', input, key, (tx) => takeAttendance(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, {
    description: 'Says that one is there. For members, those who come for a member, and guests.',
  })
  @Policy('signedIn')
  joinMeeting(
    @Ctx() context: AppContext,
    @Arg('input', () => JoinMeetingInput, { description: 'Which meeting, and how.' }) input: JoinMeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<RunOutcome> {
    return context.command('joinMeeting', input, key, (tx) => joinMeeting(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, { description: 'Says that one goes before the end.' })
  @Policy('signedIn')
  leaveMeeting(
    @Ctx() context: AppContext,
    @Arg('input', () => MeetingInput, which) input: MeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<RunOutcome> {
    return context.command('leaveMeeting', input, key, (tx) => leaveMeeting(tx, context.requireViewer(), input));
  }
}
