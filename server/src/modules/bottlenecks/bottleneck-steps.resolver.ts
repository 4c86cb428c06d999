import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import type { AppContext } from '../people/people.module.ts';
import {
  BottleneckVersionInput,
  HoldBottleneckInput,
  ReasonInput,
  ReferBottleneckInput,
  ResolveBottleneckInput,
  TriageBottleneckInput,
} from './bottleneck.inputs.ts';
import { BottleneckPayload } from './bottleneck.types.ts';
import { type BottleneckOutcome, keyArg } from './bottleneck-mutations.resolver.ts';
import { EscalateBottleneckInput } from './escalation/escalation.inputs.ts';
import { escalateBottleneck } from './escalation/escalate-bottleneck.ts';
import { holdBottleneck } from './hold-bottleneck.ts';
import { referBottleneck } from './refer-bottleneck.ts';
import { reopenBottleneck } from './reopen-bottleneck.ts';
import { resolveBottleneck } from './resolve-bottleneck.ts';
import { resumeBottleneck } from './resume-bottleneck.ts';
import { returnEscalation } from './escalation/return-escalation.ts';
import { startBottleneck } from './start-bottleneck.ts';
import { submitBottleneck } from './submit-bottleneck.ts';
import { triageBottleneck } from './triage-bottleneck.ts';
import { undoTransition } from './undo-transition.ts';
import { withdrawBottleneck } from './withdraw-bottleneck.ts';

/** The steps that move a case from one state to another. */
@Resolver(() => BottleneckPayload)
export class BottleneckSteps {
  @Mutation(() => BottleneckPayload, { description: 'The owner sends a draft to its table.' })
  @Policy('signedIn')
  submitBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => BottleneckVersionInput, { description: 'Which draft.' }) input: BottleneckVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('submitBottleneck', input, key, (tx) =>
      submitBottleneck(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => BottleneckPayload, { description: 'The secretary takes a submitted bottleneck in.' })
  @Policy('signedIn')
  triageBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => TriageBottleneckInput, { description: 'Which one, and what was missing.' })
    input: TriageBottleneckInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('triageBottleneck', input, key, (tx) =>
      triageBottleneck(tx, context.requireViewer(), input, { demo: context.platform.settings.demo }),
    );
  }

  @Mutation(() => BottleneckPayload, { description: 'Chair or secretary start the work on it.' })
  @Policy('signedIn')
  startBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => BottleneckVersionInput, { description: 'Which one.' }) input: BottleneckVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('startBottleneck', input, key, (tx) => startBottleneck(tx, context.requireViewer(), input));
  }

  @Mutation(() => BottleneckPayload, { description: 'The secretary lets it wait.' })
  @Policy('signedIn')
  holdBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => HoldBottleneckInput, { description: 'Which one, why, and until when.' })
    input: HoldBottleneckInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('holdBottleneck', input, key, (tx) => holdBottleneck(tx, context.requireViewer(), input));
  }

  @Mutation(() => BottleneckPayload, { description: 'The secretary goes on with it.' })
  @Policy('signedIn')
  resumeBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => BottleneckVersionInput, { description: 'Which one.' }) input: BottleneckVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('resumeBottleneck', input, key, (tx) =>
      resumeBottleneck(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => BottleneckPayload, {
    description:
      'Escalates it to the table above the one that holds it: sent at once, or prepared until the political owner agrees.',
  })
  @Policy('signedIn')
  escalateBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => EscalateBottleneckInput, { description: 'Which one, and why.' }) input: EscalateBottleneckInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('escalateBottleneck', input, key, (tx) =>
      escalateBottleneck(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => BottleneckPayload, { description: 'The receiving table sends it back, with a reason.' })
  @Policy('signedIn')
  returnEscalation(
    @Ctx() context: AppContext,
    @Arg('input', () => ReasonInput, { description: 'Which one, and why.' }) input: ReasonInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('returnEscalation', input, key, (tx) =>
      returnEscalation(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => BottleneckPayload, {
    description:
      'With a note chosen (noteId), written there and then (newNote) or drafted from the case (lesson), or with none.',
  })
  @Policy('signedIn')
  resolveBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => ResolveBottleneckInput, { description: 'Which one, and what resolved it.' })
    input: ResolveBottleneckInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('resolveBottleneck', input, key, (tx) =>
      resolveBottleneck(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => BottleneckPayload, {
    description: 'Hands it to somebody without a table, who reports back by a day.',
  })
  @Policy('signedIn')
  referBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => ReferBottleneckInput, { description: 'Which one, to whom, and why.' })
    input: ReferBottleneckInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('referBottleneck', input, key, (tx) => referBottleneck(tx, context.requireViewer(), input));
  }

  @Mutation(() => BottleneckPayload, { description: 'The owner takes it back.' })
  @Policy('signedIn')
  withdrawBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => ReasonInput, { description: 'Which one, and why.' }) input: ReasonInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('withdrawBottleneck', input, key, (tx) =>
      withdrawBottleneck(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => BottleneckPayload, { description: 'Takes a closed one up again.' })
  @Policy('signedIn')
  reopenBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => ReasonInput, { description: 'Which one, and why.' }) input: ReasonInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('reopenBottleneck', input, key, (tx) =>
      reopenBottleneck(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => BottleneckPayload, {
    description: 'Takes back the last transition, by who did it, while nobody built on it.',
  })
  @Policy('signedIn')
  undoTransition(
    @Ctx() context: AppContext,
    @Arg('input', () => BottleneckVersionInput, { description: 'Which one.' }) input: BottleneckVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<BottleneckOutcome> {
    return context.command('undoTransition', input, key, (tx) =>
      undoTransition(tx, context.requireViewer(), input, context.platform),
    );
  }
}
