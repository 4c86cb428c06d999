import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { AppContext } from '../../people/people.module.ts';
import type { BottleneckFace } from '../bottleneck.face.ts';
import { BottleneckType } from '../bottleneck.types.ts';
import { isWatching, watchBottleneck } from './watch-bottleneck.ts';

@InputType('WatchInput', { description: 'A case to follow, or to follow no longer.' })
class WatchInput {
  @Field(() => ID, { description: 'The bottleneck.' })
  bottleneckId!: string;

  @Field(() => Boolean, { description: 'true: follow it; false: no longer.' })
  watching!: boolean;
}

@Policy('withParent')
@ObjectType('WatchPayload', { description: 'The case, with whether it is followed now.' })
class WatchPayload extends Payload {}

@Resolver(() => BottleneckType)
export class BottleneckWatching {
  @FieldResolver(() => Boolean, { description: 'Does the viewer follow it?' })
  watching(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<boolean> {
    return isWatching(context, row.id);
  }
}

@Resolver(() => WatchPayload)
export class WatchMutations {
  @Mutation(() => WatchPayload, { description: 'Follows a case: what happens to it reaches the inbox.' })
  @Policy('signedIn')
  watchBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => WatchInput, { description: 'Which case.' }) input: WatchInput,
    @Arg('idempotencyKey', () => ID, {
      nullable: true,
      description: 'The same key for every attempt at the same thing.',
    })
    key: string | null,
  ): Promise<Outcome<{ bottleneckId: string }>> {
    return context.command('watchBottleneck', input, key, (tx) => watchBottleneck(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => BottleneckType, { nullable: true, description: 'The case; null when it is not there.' })
  bottleneck(@Ctx() context: AppContext, @Root() outcome: Outcome<{ bottleneckId: string }>): Promise<object | null> {
    return context.node('Bottleneck', outcome.bottleneckId);
  }
}
