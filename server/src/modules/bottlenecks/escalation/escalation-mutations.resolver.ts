import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { AppContext } from '../../people/people.module.ts';
import { keyArg } from '../bottleneck-mutations.resolver.ts';
import { BottleneckType } from '../bottleneck.types.ts';
import { acceptEscalation } from './accept-escalation.ts';
import { agreeToEscalation, declineEscalation } from './agree-to-escalation.ts';
import { answerEscalation } from './answer-escalation.ts';
import { editEscalation } from './edit-escalation.ts';
import {
  AcceptEscalationInput,
  AnswerEscalationInput,
  EditEscalationInput,
  EscalationReasonInput,
  EscalationVersionInput,
} from './escalation.inputs.ts';
import { escalationById, type EscalationFace } from './escalation.queries.ts';
import { EscalationPayload, EscalationType } from './escalation.types.ts';
import { sendEscalation } from './send-escalation.ts';
import { undoEscalationStep } from './undo-escalation-step.ts';
import { withdrawEscalation } from './withdraw-escalation.ts';

type EscalationIds = { escalationId: string | null; bottleneckId: string };
type EscalationOutcome = Outcome<EscalationIds>;

/** The handshake between two tables about a case. */
@Resolver(() => EscalationPayload)
export class EscalationMutations {
  @Mutation(() => EscalationPayload, {
    description: 'Rewrites a memo that has not left; what was agreed to is to be agreed to again.',
  })
  @Policy('signedIn')
  editEscalation(
    @Ctx() context: AppContext,
    @Arg('input', () => EditEscalationInput, { description: 'What changes.' }) input: EditEscalationInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<EscalationOutcome> {
    return context.command('editEscalation', input, key, (tx): Promise<EscalationIds> =>
      editEscalation(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => EscalationPayload, { description: 'The political owner agrees that the memo leaves.' })
  @Policy('signedIn')
  agreeToEscalation(
    @Ctx() context: AppContext,
    @Arg('input', () => EscalationVersionInput, { description: 'Which one.' }) input: EscalationVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<EscalationOutcome> {
    return context.command('agreeToEscalation', input, key, (tx): Promise<EscalationIds> =>
      agreeToEscalation(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => EscalationPayload, { description: 'The political owner does not agree yet, with a reason.' })
  @Policy('signedIn')
  declineEscalation(
    @Ctx() context: AppContext,
    @Arg('input', () => EscalationReasonInput, { description: 'Which one, and why.' }) input: EscalationReasonInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<EscalationOutcome> {
    return context.command('declineEscalation', input, key, (tx): Promise<EscalationIds> =>
      declineEscalation(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => EscalationPayload, { description: 'Sends a memo to the table above, and the case with it.' })
  @Policy('signedIn')
  sendEscalation(
    @Ctx() context: AppContext,
    @Arg('input', () => EscalationVersionInput, { description: 'Which one.' }) input: EscalationVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<EscalationOutcome> {
    return context.command('sendEscalation', input, key, (tx): Promise<EscalationIds> =>
      sendEscalation(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => EscalationPayload, { description: 'The sending table takes it back before it is accepted.' })
  @Policy('signedIn')
  withdrawEscalation(
    @Ctx() context: AppContext,
    @Arg('input', () => EscalationReasonInput, { description: 'Which one, and why.' }) input: EscalationReasonInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<EscalationOutcome> {
    return context.command('withdrawEscalation', input, key, (tx): Promise<EscalationIds> =>
      withdrawEscalation(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => EscalationPayload, { description: 'The receiving table takes the question on.' })
  @Policy('signedIn')
  acceptEscalation(
    @Ctx() context: AppContext,
    @Arg('input', () => AcceptEscalationInput, { description: 'Which one, and by when.' }) input: AcceptEscalationInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<EscalationOutcome> {
    return context.command('acceptEscalation', input, key, (tx): Promise<EscalationIds> =>
      acceptEscalation(tx, context.requireViewer(), input, context.platform),
    );
  }

  @Mutation(() => EscalationPayload, { description: 'The receiving table answers; the answer goes back one table.' })
  @Policy('signedIn')
  answerEscalation(
    @Ctx() context: AppContext,
    @Arg('input', () => AnswerEscalationInput, { description: 'Which one, and the answer.' })
    input: AnswerEscalationInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<EscalationOutcome> {
    return context.command('answerEscalation', input, key, (tx): Promise<EscalationIds> =>
      answerEscalation(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => EscalationPayload, {
    description: 'Takes back the last step, by who took it, while nobody built on it.',
  })
  @Policy('signedIn')
  undoEscalationStep(
    @Ctx() context: AppContext,
    @Arg('input', () => EscalationVersionInput, { description: 'Which one.' }) input: EscalationVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<EscalationOutcome> {
    return context.command('undoEscalationStep', input, key, (tx): Promise<EscalationIds> =>
      undoEscalationStep(tx, context.requireViewer(), input, context.platform),
    );
  }

  @FieldResolver(() => EscalationType, {
    nullable: true,
    description: 'The escalation, when it was carried out and the viewer still sees it.',
  })
  escalation(@Ctx() context: AppContext, @Root() payload: EscalationOutcome): Promise<EscalationFace | null> {
    return escalationById(context, payload.escalationId ?? null);
  }

  @FieldResolver(() => BottleneckType, {
    nullable: true,
    description: 'The case, when it was carried out and the viewer still sees it.',
  })
  bottleneck(@Ctx() context: AppContext, @Root() payload: EscalationOutcome): Promise<object | null> {
    return context.node('Bottleneck', payload.bottleneckId);
  }
}
