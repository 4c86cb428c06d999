import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { contextOf } from '../../../platform/graphql/event-visibility.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { fieldProblem, inLocale } from '../../../platform/graphql/problem-data.ts';
import { Onlookers } from '../../../platform/presence/onlookers.ts';
import type { Onlooker } from '../../../platform/presence/presence.ts';
import { StreamRefused } from '../../../platform/streams/stream-refused.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import { HandPayload, OnlookerType, PresenceFrame } from './presence.types.ts';
import { mayRaiseHand } from './raise-hand.ts';
import { RaiseHandInput } from './run.inputs.ts';

interface PresenceArgs {
  readonly meetingId: string;
  readonly projector?: boolean | null;
}

/** @throws StreamRefused when the meeting is not there, or not for the viewer of the context to see. */
async function meetingOf(context: AppContext, meetingId: string): Promise<string> {
  const id = uuidOf('Meeting', meetingId);
  if (id === null || (await context.node('Meeting', id)) === null)
    throw new StreamRefused('NOT_FOUND', 'There is no such meeting.');
  return id;
}

async function onlookersOf(context: AppContext, { meetingId, projector }: PresenceArgs): Promise<Onlookers> {
  const { platform } = context;
  const room = await meetingOf(context, meetingId);
  const { personId } = context.requireViewer();
  return new Onlookers({
    presence: platform.presence,
    room,
    countsAs: projector === true ? null : personId,
    now: () => platform.now(),
    mayStay: async () => (await (await contextOf(platform, personId)).node('Meeting', room)) !== null,
  });
}

@Resolver(() => OnlookerType)
export class PresenceResolver {
  @Subscription(() => PresenceFrame, {
    description:
      'Who looks: the whole list at once and at every change. Following counts as looking, but for a projector.',
    subscribe: ({ args, context }: { args: PresenceArgs; context: AppContext }) => onlookersOf(context, args),
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
    await meetingOf(context, meetingId);
    return frame;
  }

  @FieldResolver(() => PersonType, { description: 'Who it is.' })
  person(@Ctx() context: AppContext, @Root() onlooker: Onlooker): Promise<object | null> {
    return context.node('Person', onlooker.personId);
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
