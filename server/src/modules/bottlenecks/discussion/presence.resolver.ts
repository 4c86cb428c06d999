import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { Onlooker } from '../../../platform/presence/presence.ts';
import { lookedAt, onlookersOf, PresenceFrame } from '../../discussion/discussion.module.ts';
import type { AppContext } from '../../people/people.module.ts';

@Resolver()
export class BottleneckPresence {
  @Subscription(() => PresenceFrame, {
    description: 'Who looks at a case: the whole list at once and at every change. Following counts as looking.',
    subscribe: ({ args, context }: { args: { bottleneckId: string }; context: AppContext }) =>
      onlookersOf(context, { type: 'Bottleneck', id: args.bottleneckId }),
  })
  @Policy('signedIn')
  async bottleneckPresence(
    @Root() frame: { onlookers: Onlooker[] },
    @Ctx() context: AppContext,
    @Arg('bottleneckId', () => ID, { description: 'The bottleneck.' }) bottleneckId: string,
  ): Promise<{ onlookers: Onlooker[] }> {
    await lookedAt(context, 'Bottleneck', bottleneckId);
    return frame;
  }
}
