import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { AbilityFact } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { type AppContext, OrganisationType, PersonType } from '../../people/people.module.ts';
import type { BottleneckFace } from '../bottleneck.face.ts';
import { BottleneckVersionInput } from '../bottleneck.inputs.ts';
import { BottleneckPayload, BottleneckType } from '../bottleneck.types.ts';
import { coSign, declineCoSigning, withdrawCoSigner } from './answer-co-signing.ts';
import { askCoSigner } from './ask-co-signer.ts';
import { abilitiesOnCoSigner, type CoSignerFace, coSignersOf, organisationsSharedWith } from './co-signer.queries.ts';
import {
  AskCoSignerInput,
  CoSignerInput,
  DeclineCoSignInput,
  JoinBottleneckInput,
  ReferralFeedbackInput,
} from './intake.inputs.ts';
import { CoSignerType } from './intake.types.ts';
import { joinBottleneck, undoJoin } from './join-bottleneck.ts';
import { recordReferralFeedback } from './record-feedback.ts';

type CaseOutcome = Promise<Outcome<{ bottleneckId: string }>>;
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => CoSignerType)
export class CoSignerFields {
  @FieldResolver(() => ID, { description: 'Names it in mutations.' })
  id(@Root() face: CoSignerFace): string {
    return globalId('CoSigner', face.id);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'The person; null for somebody without an account.' })
  person(@Ctx() context: AppContext, @Root() face: CoSignerFace): Promise<object | null> {
    return context.node('Person', face.personId);
  }

  @FieldResolver(() => [Ability], { description: 'What the viewer may do about it: SIGN, DECLINE, WITHDRAW.' })
  viewerCan(@Ctx() context: AppContext, @Root() face: CoSignerFace): Promise<AbilityFact[]> {
    return abilitiesOnCoSigner(context, face);
  }
}

/** The parties to a case, and with which organisations it is shared. */
@Resolver(() => BottleneckType)
export class BottleneckParties {
  @FieldResolver(() => [CoSignerType], { description: 'Who signs it too, the first asked first.' })
  coSigners(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<CoSignerFace[]> {
    return coSignersOf(context, row);
  }

  @FieldResolver(() => [OrganisationType], {
    description:
      'Organisations it is shared with as a whole; for its people and those who may change it, empty for others.',
  })
  async sharedWithOrganisations(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object[]> {
    return context.nodes('Organisation', await organisationsSharedWith(context, row));
  }
}

/** Filing a case together. */
@Resolver(() => BottleneckPayload)
export class IntakeMutations {
  @Mutation(() => BottleneckPayload, { description: 'Asks the other party to sign a case too.' })
  @Policy('signedIn')
  askCoSigner(
    @Ctx() context: AppContext,
    @Arg('input', () => AskCoSignerInput, { description: 'Who, for which case.' }) input: AskCoSignerInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): CaseOutcome {
    return context.command('askCoSigner', input, key, (tx) => askCoSigner(tx, context.requireViewer(), input));
  }

  @Mutation(() => BottleneckPayload, { description: 'Signs a case as the other party.' })
  @Policy('signedIn')
  coSign(
    @Ctx() context: AppContext,
    @Arg('input', () => CoSignerInput, { description: 'As which party.' }) input: CoSignerInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): CaseOutcome {
    return context.command('coSign', input, key, (tx) => coSign(tx, context.requireViewer(), input));
  }

  @Mutation(() => BottleneckPayload, { description: 'Does not sign a case, with a reason.' })
  @Policy('signedIn')
  declineCoSign(
    @Ctx() context: AppContext,
    @Arg('input', () => DeclineCoSignInput, { description: 'As which party, and why.' }) input: DeclineCoSignInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): CaseOutcome {
    return context.command('declineCoSign', input, key, (tx) => declineCoSigning(tx, context.requireViewer(), input));
  }

  @Mutation(() => BottleneckPayload, { description: 'Takes the question to sign back, or steps back after signing.' })
  @Policy('signedIn')
  withdrawCoSigner(
    @Ctx() context: AppContext,
    @Arg('input', () => CoSignerInput, { description: 'Which party.' }) input: CoSignerInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): CaseOutcome {
    return context.command('withdrawCoSigner', input, key, (tx) =>
      withdrawCoSigner(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => BottleneckPayload, { description: 'Puts one’s own project on a case with the same problem.' })
  @Policy('signedIn')
  joinBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => JoinBottleneckInput, { description: 'Which case and project.' }) input: JoinBottleneckInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): CaseOutcome {
    const { demo } = context.platform.settings;
    return context.command('joinBottleneck', input, key, (tx) =>
      joinBottleneck(tx, context.requireViewer(), input, { demo }),
    );
  }

  @Mutation(() => BottleneckPayload, { description: 'Takes one’s own joining back, while nobody built on it.' })
  @Policy('signedIn')
  undoJoin(
    @Ctx() context: AppContext,
    @Arg('input', () => BottleneckVersionInput, { description: 'The case as joining left it.' })
    input: BottleneckVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): CaseOutcome {
    return context.command('undoJoin', input, key, (tx) =>
      undoJoin(tx, context.requireViewer(), input, context.platform),
    );
  }

  @Mutation(() => BottleneckPayload, { description: 'Writes down what came back of a referral.' })
  @Policy('signedIn')
  recordReferralFeedback(
    @Ctx() context: AppContext,
    @Arg('input', () => ReferralFeedbackInput, { description: 'What came back.' }) input: ReferralFeedbackInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): CaseOutcome {
    return context.command('recordReferralFeedback', input, key, (tx) =>
      recordReferralFeedback(tx, context.requireViewer(), input),
    );
  }
}
