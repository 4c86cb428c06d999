import { Arg, Ctx, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { fieldProblem, inLocale } from '../../../platform/graphql/problem-data.ts';
import type { Onlooker } from '../../../platform/presence/presence.ts';
import { lookedAt, onlookersOf, PresenceFrame } from '../../discussion/discussion.module.ts';
import type { AppContext } from '../../people/people.module.ts';
import { HandPayload } from './presence.types.ts';
import { mayRaiseHand } from './raise-hand.ts';
import { RaiseHandInput } from './run.inputs.ts';

interface PresenceArgs {
  readonly meetingId: string;
  readonly projector?: boolean | null;
}

@Resolver()
export class PresenceResolver {
  @Subscription(() => PresenceFrame, {
    description:
      'Who looks: the whole list at once and at every change. Following counts as looking, but for a projector.',
    subscribe: ({ args, context }: { args: PresenceArgs; context: AppContext }) =>
      onlookersOf(context, { type: 'Meeting', id: args.meetingId, counts: args.projector !== true }),
  })
  @Policy('signedIn')
  async meetingPresence(
    @Root() frame: { onlookers: Onlooker[] },
    @Ctx() context: AppContext,
    @Arg('meetingId', () => ID, { description: 'The meeting.' }) meetingId: string,
    @Arg('projector', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'A screen on the wall: it follows without being somebody.',
    })
    _projector: boolean | null,
  ): Promise<{ onlookers: Onlooker[] }> {
    await lookedAt(context, 'Meeting', meetingId);
    return frame;
  }
}

@Resolver()
export class HandMutation {
  @Mutation(() => HandPayload, {
    description:
      'Asks for the floor, or no longer; seen by who looks now, kept nowhere. For those who may join the meeting.',
  })
  @Policy('signedIn')
  async raiseHand(
    @Ctx() context: AppContext,
    @Arg('input', () => RaiseHandInput, { description: 'At which meeting, up or down.' }) input: RaiseHandInput,
  ): Promise<Outcome<{ raised: boolean }>> {
    const viewer = context.requireViewer();
    const outcome = await context.command('raiseHand', input, null, (tx) => mayRaiseHand(tx, viewer, input));
    if (outcome.meetingId === undefined) return { raised: false, problems: outcome.problems };
    const looks = context.platform.presence.raise(outcome.meetingId, viewer.personId, input.raised);
    const notLooking = inLocale(fieldProblem('NOT_LOOKING', ['input', 'meetingId']), context.locale);
    return looks ? { raised: input.raised, problems: [] } : { raised: false, problems: [notLooking] };
  }
}
