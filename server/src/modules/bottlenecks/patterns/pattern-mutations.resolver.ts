import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { type MessageCode, messageFor } from '@versnellingstafel/shared/errors/messages';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { fieldProblem, inLocale } from '../../../platform/graphql/problem-data.ts';
import type { AppContext } from '../../people/people.module.ts';
import { BottleneckType } from '../bottleneck.types.ts';
import { addToPattern, dissolvePattern, editPattern, removeFromPattern } from './change-pattern.ts';
import { makePattern } from './make-pattern.ts';
import type { LeftOut, PatternOutcome } from './open-pattern.ts';
import {
  EditPatternInput,
  MakePatternInput,
  PatternMembersInput,
  PatternReasonInput,
  PatternVersionInput,
  ResolvePatternInput,
} from './pattern.inputs.ts';
import { PatternLeftOutType, PatternPayload, PatternType } from './pattern.types.ts';
import { resolvePattern } from './resolve-pattern.ts';
import { undoResolvePattern } from './undo-resolve-pattern.ts';

const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;
type Done = Promise<Outcome<PatternOutcome>>;

/** Grouping cases that are one problem, and deciding them at once. */
@Resolver(() => PatternPayload)
export class PatternMutations {
  @Mutation(() => PatternPayload, { description: 'Says that several bottlenecks of a table are one problem.' })
  @Policy('signedIn')
  makePattern(
    @Ctx() context: AppContext,
    @Arg('input', () => MakePatternInput, { description: 'Which ones, and what they share.' }) input: MakePatternInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    return context.command('makePattern', input, key, (tx) => makePattern(tx, context.requireViewer(), input));
  }

  @Mutation(() => PatternPayload, { description: 'Changes its words.' })
  @Policy('signedIn')
  editPattern(
    @Ctx() context: AppContext,
    @Arg('input', () => EditPatternInput, { description: 'The words.' }) input: EditPatternInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    return context.command('editPattern', input, key, (tx) => editPattern(tx, context.requireViewer(), input));
  }

  @Mutation(() => PatternPayload, { description: 'Adds bottlenecks that are the same problem.' })
  @Policy('signedIn')
  addToPattern(
    @Ctx() context: AppContext,
    @Arg('input', () => PatternMembersInput, { description: 'Which ones.' }) input: PatternMembersInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    return context.command('addToPattern', input, key, (tx) => addToPattern(tx, context.requireViewer(), input));
  }

  @Mutation(() => PatternPayload, { description: 'Takes bottlenecks out that are another problem.' })
  @Policy('signedIn')
  removeFromPattern(
    @Ctx() context: AppContext,
    @Arg('input', () => PatternMembersInput, { description: 'Which ones.' }) input: PatternMembersInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    return context.command('removeFromPattern', input, key, (tx) =>
      removeFromPattern(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => PatternPayload, {
    description: 'Decides once for all of its bottlenecks, but for those that are left out.',
  })
  @Policy('signedIn')
  async resolvePattern(
    @Ctx() context: AppContext,
    @Arg('input', () => ResolvePatternInput, { description: 'What resolved them.' }) input: ResolvePatternInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    const outcome = await context.command('resolvePattern', input, key, (tx) =>
      resolvePattern(tx, context.requireViewer(), input),
    );
    if (!outcome.refused) return outcome;
    const problem = fieldProblem('PATTERN_MEMBERS_REFUSED', ['input', 'allowedOnly'], { count: outcome.refused });
    return { ...outcome, problems: [inLocale(problem, context.locale)] };
  }

  @Mutation(() => PatternPayload, {
    description: 'Takes the resolving back, for every bottleneck that nobody changed since.',
  })
  @Policy('signedIn')
  undoResolvePattern(
    @Ctx() context: AppContext,
    @Arg('input', () => PatternVersionInput, { description: 'Which one.' }) input: PatternVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    return context.command('undoResolvePattern', input, key, (tx) =>
      undoResolvePattern(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => PatternPayload, { description: 'It is not one problem after all.' })
  @Policy('signedIn')
  dissolvePattern(
    @Ctx() context: AppContext,
    @Arg('input', () => PatternReasonInput, { description: 'Which one, and why.' }) input: PatternReasonInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    return context.command('dissolvePattern', input, key, (tx) => dissolvePattern(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => PatternType, { nullable: true, description: 'The pattern, when it was carried out.' })
  pattern(@Ctx() context: AppContext, @Root() payload: Outcome<PatternOutcome>): Promise<object | null> {
    return context.node('Pattern', payload.patternId);
  }

  @FieldResolver(() => [PatternLeftOutType], {
    description: 'The bottlenecks that stayed as they were, as far as this viewer may see them.',
  })
  async leftOut(@Ctx() context: AppContext, @Root() payload: Outcome<PatternOutcome>): Promise<readonly LeftOut[]> {
    const given = payload.leftOut ?? [];
    const shown = await Promise.all(given.map(({ bottleneckId }) => context.node('Bottleneck', bottleneckId)));
    return given
      .filter((_, index) => shown[index] !== null)
      .map(({ bottleneckId, reason }) => ({
        bottleneckId,
        reason: messageFor(reason as MessageCode, context.locale),
      }));
  }
}

@Resolver(() => PatternLeftOutType)
export class PatternLeftOutFields {
  @FieldResolver(() => BottleneckType, { description: 'The bottleneck.' })
  bottleneck(@Ctx() context: AppContext, @Root() { bottleneckId }: LeftOut): Promise<object | null> {
    return context.node('Bottleneck', bottleneckId);
  }
}
