import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { messageFor, type MessageCode } from '@versnellingstafel/shared/errors/messages';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { globalId } from '../../../platform/graphql/global-id.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { AppContext } from '../../people/people.module.ts';
import { BottleneckType } from '../bottleneck.types.ts';
import {
  BulkChangePayload,
  BulkRefusal,
  ChangeBottlenecksInput,
  HandOverInput,
  HandOverPayload,
  UndoBulkChangeInput,
  UndoHandOverInput,
} from './bulk.types.ts';
import { type BulkOutcome, changeBottlenecks, type Refused } from './change-bottlenecks.ts';
import { handOver, type HandOverOutcome, undoHandOver } from './hand-over.ts';
import { undoBulkChange } from './undo-bulk-change.ts';

const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => BulkRefusal)
export class BulkRefusalFields {
  @FieldResolver(() => BottleneckType, { description: 'The case.' })
  bottleneck(@Ctx() context: AppContext, @Root() refused: Refused): Promise<object | null> {
    return context.node('Bottleneck', refused.bottleneckId);
  }

  @FieldResolver(() => String, { description: 'Why, in a sentence in the language of the viewer.' })
  reason(@Ctx() context: AppContext, @Root() refused: Refused): string {
    const values = { field: refused.field ?? '', max: bottleneckLimits.themesMax };
    return messageFor(refused.code as MessageCode, context.locale, values);
  }
}

/** One change of many cases, and taking it back. */
@Resolver(() => BulkChangePayload)
export class BulkChangeMutations {
  @Mutation(() => BulkChangePayload, { description: 'Changes several cases at once, all or nothing.' })
  @Policy('signedIn')
  changeBottlenecks(
    @Ctx() context: AppContext,
    @Arg('input', () => ChangeBottlenecksInput, { description: 'Which ones, and what.' })
    input: ChangeBottlenecksInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<BulkOutcome>> {
    return context.command('changeBottlenecks', input, key, (tx) =>
      changeBottlenecks(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => BulkChangePayload, { description: 'Takes a change of several cases back, by who made it.' })
  @Policy('signedIn')
  undoBulkChange(
    @Ctx() context: AppContext,
    @Arg('input', () => UndoBulkChangeInput, { description: 'Which change.' }) input: UndoBulkChangeInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<BulkOutcome>> {
    return context.command('undoBulkChange', input, key, (tx) => undoBulkChange(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => [BottleneckType], { description: 'The cases that were changed, as far as they still show.' })
  changed(@Ctx() context: AppContext, @Root() outcome: Outcome<BulkOutcome>): Promise<object[]> {
    return context.nodes('Bottleneck', outcome.changedIds ?? []);
  }

  @FieldResolver(() => [BulkRefusal], { description: 'The cases that stay as they are.' })
  async refused(@Ctx() context: AppContext, @Root() outcome: Outcome<BulkOutcome>): Promise<Refused[]> {
    // One that went out of sight meanwhile is not spoken of.
    const refused = outcome.refused ?? [];
    const seen = await context.nodes(
      'Bottleneck',
      refused.map(({ bottleneckId }) => bottleneckId),
    );
    const ids = new Set(seen.map((each) => (each as { id: string }).id));
    return refused.filter(({ bottleneckId }) => ids.has(bottleneckId));
  }

  @FieldResolver(() => ID, { nullable: true, description: 'Takes it back; null when there is nothing to take back.' })
  bulkChangeId(@Root() outcome: Outcome<BulkOutcome>): string | null {
    return outcome.bulkChangeId ? globalId('BulkChange', outcome.bulkChangeId) : null;
  }
}

@Resolver(() => HandOverPayload)
export class HandOverMutations {
  @Mutation(() => HandOverPayload, { description: 'Hands the open cases and actions of somebody to a colleague.' })
  @Policy('signedIn')
  handOver(
    @Ctx() context: AppContext,
    @Arg('input', () => HandOverInput, { description: 'From whom to whom.' }) input: HandOverInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<HandOverOutcome>> {
    return context.command('handOver', input, key, (tx) => handOver(tx, context.requireViewer(), input)).then(counted);
  }

  @Mutation(() => HandOverPayload, { description: 'Gives back what was handed over and nobody changed since.' })
  @Policy('signedIn')
  undoHandOver(
    @Ctx() context: AppContext,
    @Arg('input', () => UndoHandOverInput, { description: 'Which hand-over.' }) input: UndoHandOverInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<HandOverOutcome>> {
    return context
      .command('undoHandOver', input, key, (tx) => undoHandOver(tx, context.requireViewer(), input))
      .then(counted);
  }

  @FieldResolver(() => ID, { nullable: true, description: 'Takes it back; null when there is nothing to take back.' })
  handOverId(@Root() outcome: Outcome<HandOverOutcome>): string | null {
    return outcome.handOverId ? globalId('HandOver', outcome.handOverId) : null;
  }
}

/** Nothing was handed over when it was refused. */
function counted(outcome: Outcome<HandOverOutcome>): Outcome<HandOverOutcome> {
  return { bottleneckCount: 0, actionCount: 0, handOverId: null, ...outcome };
}
