import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import { AccelerationTableType, type RhythmDateFace, RhythmDateType } from '../../tables/tables.module.ts';
import type { Meeting } from '../meeting.entity.ts';
import { MeetingType } from '../meeting.types.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { planSeries } from './plan-series.ts';
import { rescheduleMeeting } from './reschedule-meeting.ts';
import { restoreMeeting } from './restore-meeting.ts';
import {
  CancelMeetingInput,
  PlanSeriesInput,
  RescheduleMeetingInput,
  RestoreMeetingInput,
  UndoRescheduleInput,
} from './series.inputs.ts';
import { laterInSeries, meetingOfMonth } from './series.queries.ts';
import { undoReschedule } from './undo-reschedule.ts';

@Policy('withParent')
@ObjectType('SeriesPayload', {
  description: 'The meetings that a change of a series was about, or why nothing changed.',
})
class SeriesPayload extends Payload {}

type SeriesOutcome = Outcome<{ tableId?: string; meetingId?: string; meetingIds: string[] }>;

/** The option of the argument that makes a retry safe. */
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => MeetingType)
export class SeriesOfMeeting {
  @FieldResolver(() => Boolean, { description: 'Does it belong to the series of its table?' })
  ofSeries(@Root() meeting: Meeting): boolean {
    return meeting.seriesMonth !== null;
  }

  @FieldResolver(() => Int, {
    description: 'How many later meetings of the series would go along; 0 for who does not prepare the meeting.',
  })
  laterInSeries(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<number> {
    return laterInSeries(context, meeting);
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When it would have begun; null when it was not moved.' })
  movedFrom(@Root() meeting: Meeting): Date | null {
    return meeting.movedFrom;
  }

  @FieldResolver(() => LocalDateScalar, { nullable: true, description: 'Last day for feedback to municipalities.' })
  feedbackBy(@Root() meeting: Meeting): LocalDate | null {
    return meeting.feedbackBy;
  }

  @FieldResolver(() => String, { description: 'Why it does not take place; empty when it does.' })
  cancelReason(@Root() meeting: Meeting): string {
    return meeting.cancelReason;
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When it was cancelled; null while it is not.' })
  cancelledAt(@Root() meeting: Meeting): Date | null {
    return meeting.cancelledAt;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who cancelled it.' })
  cancelledBy(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<object | null> {
    return context.node('Person', meeting.cancelledById);
  }
}

@Resolver(() => RhythmDateType)
export class MeetingOfRhythmDate {
  @FieldResolver(() => MeetingType, {
    nullable: true,
    description: 'The meeting that the series has in this month already, as far as the viewer may see it.',
  })
  meeting(@Ctx() context: AppContext, @Root() date: RhythmDateFace): Promise<object | null> {
    return meetingOfMonth(context, date);
  }
}

@Resolver(() => SeriesPayload)
export class SeriesMutations {
  @Mutation(() => SeriesPayload, {
    description:
      'Makes the meetings of the series that are missing ahead, as drafts. For chair and secretary and for functional administrators.',
  })
  @Policy('signedIn')
  planSeries(
    @Ctx() context: AppContext,
    @Arg('input', () => PlanSeriesInput, { description: 'Of which table.' }) input: PlanSeriesInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<SeriesOutcome> {
    return context.command('planSeries', input, key, (tx) => planSeries(tx, context.requireViewer(), input));
  }

  @Mutation(() => SeriesPayload, {
    description:
      'Moves a meeting, alone or with the later ones of its series; deadlines follow. For chair and secretary.',
  })
  @Policy('signedIn')
  rescheduleMeeting(
    @Ctx() context: AppContext,
    @Arg('input', () => RescheduleMeetingInput, { description: 'Which meeting, and where to.' })
    input: RescheduleMeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<SeriesOutcome> {
    return context.command('rescheduleMeeting', input, key, (tx) =>
      rescheduleMeeting(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => SeriesPayload, {
    description: 'Puts back what the viewer moved last, with all that moved along. For chair and secretary.',
  })
  @Policy('signedIn')
  undoReschedule(
    @Ctx() context: AppContext,
    @Arg('input', () => UndoRescheduleInput, { description: 'Which meeting.' }) input: UndoRescheduleInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<SeriesOutcome> {
    return context.command('undoReschedule', input, key, (tx) => undoReschedule(tx, context.requireViewer(), input));
  }

  @Mutation(() => SeriesPayload, {
    description:
      'Cancels a meeting, alone or with the later ones of its series. Cases that were scheduled for it go back to where they were, unless another agenda to come has them. For chair and secretary.',
  })
  @Policy('signedIn')
  cancelMeeting(
    @Ctx() context: AppContext,
    @Arg('input', () => CancelMeetingInput, { description: 'Which meeting, and why.' }) input: CancelMeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<SeriesOutcome> {
    return context.command('cancelMeeting', input, key, (tx) => cancelMeeting(tx, context.requireViewer(), input));
  }

  @Mutation(() => SeriesPayload, {
    description: 'A cancelled meeting takes place after all, with its cases back on it. For chair and secretary.',
  })
  @Policy('signedIn')
  restoreMeeting(
    @Ctx() context: AppContext,
    @Arg('input', () => RestoreMeetingInput, { description: 'Which meeting.' }) input: RestoreMeetingInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<SeriesOutcome> {
    return context.command('restoreMeeting', input, key, (tx) => restoreMeeting(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => MeetingType, { nullable: true, description: 'The meeting that was named.' })
  meeting(@Ctx() context: AppContext, @Root() outcome: SeriesOutcome): Promise<object | null> {
    return context.node('Meeting', outcome.meetingId);
  }

  @FieldResolver(() => [MeetingType], {
    description: 'All meetings that were made or changed, as far as one may see them.',
  })
  meetings(@Ctx() context: AppContext, @Root() outcome: SeriesOutcome): Promise<object[]> {
    return context.nodes('Meeting', outcome.meetingIds ?? []);
  }

  @FieldResolver(() => AccelerationTableType, { nullable: true, description: 'The table whose series was made.' })
  table(@Ctx() context: AppContext, @Root() outcome: SeriesOutcome): Promise<object | null> {
    return context.node('AccelerationTable', outcome.tableId);
  }
}
