import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../platform/graphql/graph-context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { BottleneckPayload } from '../bottlenecks/bottlenecks.module.ts';
import type { AppContext } from '../people/people.module.ts';
import { addAgendaItem } from './add-agenda-item.ts';
import { editAgendaItem } from './edit-agenda-item.ts';
import {
  AddAgendaItemInput,
  EditAgendaItemInput,
  MeetingVersionInput,
  MoveAgendaItemInput,
  PlanMeetingInput,
  RecordOutcomeInput,
  RemoveAgendaItemInput,
  ScheduleBottleneckInput,
} from './meeting.inputs.ts';
import { AgendaItemType, MeetingPayload, MeetingType } from './meeting.types.ts';
import { moveAgendaItem } from './move-agenda-item.ts';
import { planMeeting } from './plan-meeting.ts';
import { publishAgenda } from './publish-agenda.ts';
import { recordOutcome } from './record-outcome.ts';
import { removeAgendaItem } from './remove-agenda-item.ts';
import { scheduleBottleneck } from './schedule-bottleneck.ts';

type MeetingOutcome = Outcome<{ meetingId: string; itemId?: string }>;

/** The option of the argument that makes a retry safe. */
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => MeetingPayload)
export class MeetingMutations {
  @Mutation(() => MeetingPayload, { description: 'Plans a meeting. For chair and secretary of the table.' })
  @Policy('signedIn')
  planMeeting(
    @Ctx() context: AppContext,
    @Arg('input', () => PlanMeetingInput, { description: 'Which table, when and where.' }) input: PlanMeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('planMeeting', input, key, (tx) => planMeeting(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, {
    description: 'Shows the agenda as it is now to all who may see the meeting. For chair and secretary.',
  })
  @Policy('signedIn')
  publishAgenda(
    @Ctx() context: AppContext,
    @Arg('input', () => MeetingVersionInput, { description: 'Which meeting, in which version.' })
    input: MeetingVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('publishAgenda', input, key, (tx) => publishAgenda(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, { description: 'Adds an item to the agenda. For chair and secretary.' })
  @Policy('signedIn')
  addAgendaItem(
    @Ctx() context: AppContext,
    @Arg('input', () => AddAgendaItemInput, { description: 'The item.' }) input: AddAgendaItemInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('addAgendaItem', input, key, (tx) => addAgendaItem(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, { description: 'Changes an item. For chair and secretary.' })
  @Policy('signedIn')
  editAgendaItem(
    @Ctx() context: AppContext,
    @Arg('input', () => EditAgendaItemInput, { description: 'What changes.' }) input: EditAgendaItemInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('editAgendaItem', input, key, (tx) => editAgendaItem(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, {
    description: 'Gives an item another place; the others keep their order. For chair and secretary.',
  })
  @Policy('signedIn')
  moveAgendaItem(
    @Ctx() context: AppContext,
    @Arg('input', () => MoveAgendaItemInput, { description: 'Which item, and where to.' }) input: MoveAgendaItemInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('moveAgendaItem', input, key, (tx) => moveAgendaItem(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, {
    description:
      'Takes an item off. A case that was scheduled goes back to where it was, unless another agenda to come has it. For chair and secretary.',
  })
  @Policy('signedIn')
  removeAgendaItem(
    @Ctx() context: AppContext,
    @Arg('input', () => RemoveAgendaItemInput, { description: 'Which item.' }) input: RemoveAgendaItemInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('removeAgendaItem', input, key, (tx) =>
      removeAgendaItem(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => MeetingPayload, { description: 'What was agreed on an item, in short. For chair and secretary.' })
  @Policy('signedIn')
  recordOutcome(
    @Ctx() context: AppContext,
    @Arg('input', () => RecordOutcomeInput, { description: 'Which item, and what.' }) input: RecordOutcomeInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('recordOutcome', input, key, (tx) => recordOutcome(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => MeetingType, { nullable: true, description: 'The meeting; null when nothing was changed.' })
  meeting(@Ctx() context: AppContext, @Root() outcome: MeetingOutcome): Promise<object | null> {
    return context.node('Meeting', outcome.meetingId);
  }

  @FieldResolver(() => AgendaItemType, {
    nullable: true,
    description: 'The item that it was about; null when it is gone or nothing was changed.',
  })
  item(@Ctx() context: AppContext, @Root() outcome: MeetingOutcome): Promise<object | null> {
    return context.node('AgendaItem', outcome.itemId);
  }
}

@Resolver()
export class ScheduleMutation {
  @Mutation(() => BottleneckPayload, {
    description:
      'Puts it on the agenda of a meeting: the case becomes SCHEDULED and an agenda item points at it. For the secretary of the table that holds it.',
  })
  @Policy('signedIn')
  scheduleBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => ScheduleBottleneckInput, { description: 'Which case, for which meeting.' })
    input: ScheduleBottleneckInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<{ bottleneckId: string }>> {
    return context.command('scheduleBottleneck', input, key, (tx) =>
      scheduleBottleneck(tx, context.requireViewer(), input),
    );
  }
}
