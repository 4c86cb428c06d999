import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { type AbilityFact, abilityOf } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { BottleneckType } from '../../bottlenecks/bottlenecks.module.ts';
import { type AppContext, MunicipalityType, PersonType } from '../../people/people.module.ts';
import { AccelerationTableType } from '../../tables/tables.module.ts';
import { MeetingType } from '../meeting.types.ts';
import type { CaseFeedback } from './feedback.entity.ts';
import { feedbackOf, openFeedbackOf } from './feedback.queries.ts';
import { CaseFeedbackType, FeedbackInput, FeedbackPayload } from './feedback.types.ts';
import { mayRecord, recordFeedback } from './record-feedback.ts';

@Resolver(() => CaseFeedbackType)
export class CaseFeedbackResolver {
  @FieldResolver(() => MeetingType, { description: 'The meeting that handled the case.' })
  meeting(@Ctx() context: AppContext, @Root() feedback: CaseFeedback): Promise<object | null> {
    return context.node('Meeting', feedback.meetingId);
  }

  @FieldResolver(() => BottleneckType, { description: 'The case.' })
  bottleneck(@Ctx() context: AppContext, @Root() feedback: CaseFeedback): Promise<object | null> {
    return context.node('Bottleneck', feedback.bottleneckId);
  }

  @FieldResolver(() => MunicipalityType, { description: 'Who is to hear it.' })
  municipality(@Ctx() context: AppContext, @Root() feedback: CaseFeedback): Promise<object | null> {
    return context.node('Municipality', feedback.municipalityId);
  }

  @FieldResolver(() => Boolean, { description: 'Is the last day over, and was it not told?' })
  overdue(@Ctx() context: AppContext, @Root() feedback: CaseFeedback): boolean {
    return feedback.doneAt === null && feedback.dueOn < localDateOf(context.now());
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who told it; null while nobody did.' })
  doneBy(@Ctx() context: AppContext, @Root() feedback: CaseFeedback): Promise<object | null> {
    return context.node('Person', feedback.doneById);
  }

  @FieldResolver(() => [Ability], { description: 'RECORD.' })
  async viewerCan(@Ctx() context: AppContext, @Root() feedback: CaseFeedback): Promise<AbilityFact[]> {
    const { tableId, bottleneckId, doneAt } = feedback;
    const bottleneck = (await context.node('Bottleneck', bottleneckId)) as { ownerId: string } | null;
    const facts = { tableId, ownerId: bottleneck?.ownerId ?? null, done: doneAt !== null };
    return [abilityOf(context, 'RECORD', mayRecord(context.requireViewer(), facts))];
  }
}

@Resolver(() => MeetingType)
export class MeetingFeedbackResolver {
  @FieldResolver(() => [CaseFeedbackType], {
    description:
      'What municipalities are to hear of the cases that were handled, the most urgent first; as far as the viewer sees the cases.',
  })
  feedback(@Ctx() context: AppContext, @Root() meeting: { id: string }): Promise<object[]> {
    return feedbackOf(context, meeting.id);
  }
}

@Resolver(() => AccelerationTableType)
export class TableFeedbackResolver {
  @FieldResolver(() => [CaseFeedbackType], {
    description:
      'What municipalities have not been told yet, the most urgent first; as far as the viewer sees the cases.',
  })
  openFeedback(@Ctx() context: AppContext, @Root() table: { id: string }): Promise<object[]> {
    return openFeedbackOf(context, table.id);
  }
}

@Resolver(() => FeedbackPayload)
export class FeedbackMutation {
  @Mutation(() => FeedbackPayload, {
    description:
      'Records that a municipality was told. For the owner of the case, and chair and secretary of the table.',
  })
  @Policy('signedIn')
  recordFeedback(
    @Ctx() context: AppContext,
    @Arg('input', () => FeedbackInput, { description: 'What was told.' }) input: FeedbackInput,
    @Arg('idempotencyKey', () => ID, {
      nullable: true,
      description: 'The same key for every attempt at the same thing.',
    })
    key: string | null,
  ): Promise<Outcome<{ feedbackId: string }>> {
    return context.command('recordFeedback', input, key, (tx) => recordFeedback(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => CaseFeedbackType, { nullable: true, description: 'The feedback, when it was recorded.' })
  feedback(@Ctx() context: AppContext, @Root() payload: Outcome<{ feedbackId: string }>): Promise<object | null> {
    return context.node('CaseFeedback', payload.feedbackId);
  }
}
