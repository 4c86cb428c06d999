import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../platform/graphql/graph-context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { AppContext } from '../people/people.module.ts';
import { assignBottleneck } from './assign-bottleneck.ts';
import {
  AssignBottleneckInput,
  ConfidentialityInput,
  EditBottleneckInput,
  LogBottleneckInput,
} from './bottleneck.inputs.ts';
import { BottleneckPayload, BottleneckType } from './bottleneck.types.ts';
import { editBottleneck } from './edit-bottleneck.ts';
import { logBottleneck } from './log-bottleneck.ts';
import { setConfidentiality } from './set-confidentiality.ts';

export type BottleneckOutcome = Outcome<{ bottleneckId: string; noteId?: string }>;

/** The option of the argument that makes a retry safe. */
export const keyArg = {
  nullable: true,
  description: 'One for each intention: a retry with the same key gives the first answer.',
} as const;

/** What is written on a case, and who carries and sees it. */
@Resolver(() => BottleneckPayload)
export class BottleneckMutations {
  @Mutation(() => BottleneckPayload, { description: 'Logs a bottleneck: a draft, or submitted at once.' })
  @Policy('signedIn')
  logBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => LogBottleneckInput, { description: 'The bottleneck.' }) input: LogBottleneckInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    const { demo } = context.platform.settings;
    return context.command('logBottleneck', input, key, (tx) =>
      logBottleneck(tx, context.requireViewer(), input, { demo }),
    );
  }

  @Mutation(() => BottleneckPayload, { description: 'Changes what is written on a bottleneck.' })
  @Policy('signedIn')
  editBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => EditBottleneckInput, { description: 'What changes.' }) input: EditBottleneckInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    const { demo } = context.platform.settings;
    return context.command('editBottleneck', input, key, (tx) =>
      editBottleneck(tx, context.requireViewer(), input, { demo }),
    );
  }

  @Mutation(() => BottleneckPayload, {
    description: 'Changes who carries a bottleneck, until when, and what comes next.',
  })
  @Policy('signedIn')
  assignBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => AssignBottleneckInput, { description: 'What changes.' }) input: AssignBottleneckInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('assignBottleneck', input, key, (tx) =>
      assignBottleneck(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => BottleneckPayload, { description: 'Changes who may see a bottleneck.' })
  @Policy('signedIn')
  setConfidentiality(
    @Ctx() context: AppContext,
    @Arg('input', () => ConfidentialityInput, { description: 'Who may see it.' }) input: ConfidentialityInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('setConfidentiality', input, key, (tx) =>
      setConfidentiality(tx, context.requireViewer(), input),
    );
  }

  @FieldResolver(() => BottleneckType, {
    nullable: true,
    description: 'The bottleneck; null when nothing was changed, or when it is no longer yours to see.',
  })
  bottleneck(@Ctx() context: AppContext, @Root() outcome: BottleneckOutcome): Promise<object | null> {
    return context.node('Bottleneck', outcome.bottleneckId);
  }
}
