import { contextOf } from '../../platform/graphql/event-visibility.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { Onlookers } from '../../platform/presence/onlookers.ts';
import { StreamRefused } from '../../platform/streams/stream-refused.ts';
import type { AppContext } from '../people/people.module.ts';

/** A node that people look at together. @throws StreamRefused when it is not there, or not for the viewer of the context to see. */
export async function lookedAt(context: AppContext, type: string, id: string): Promise<string> {
  const uuid = uuidOf(type, id);
  if (uuid === null || (await context.node(type, uuid)) === null)
    throw new StreamRefused('NOT_FOUND', 'There is no such thing.');
  return uuid;
}

/**
 * Who looks at a node, as the source of a subscription.
 * @param counts whether who follows counts as looking
 * @param room of which room of `Presence`; that of the node itself when left out
 * @throws StreamRefused when it is not there, or not for the viewer to see.
 */
export async function onlookersOf(
  context: AppContext,
  { type, id, counts = true, room }: { type: string; id: string; counts?: boolean; room?: string },
): Promise<Onlookers> {
  const { platform } = context;
  const uuid = await lookedAt(context, type, id);
  const { personId } = context.requireViewer();
  return new Onlookers({
    presence: platform.presence,
    room: room ?? uuid,
    countsAs: counts ? personId : null,
    now: () => platform.now(),
    mayStay: async () => (await (await contextOf(platform, personId)).node(type, uuid)) !== null,
  });
}
