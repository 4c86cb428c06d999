import { Arg, Ctx, ID, Query, Resolver, Root, Subscription } from 'type-graphql';
import { followStream } from '../../platform/graphql/event.queries.ts';
import { StreamFrame } from '../../platform/graphql/event.types.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { Frame, Reference } from '../../platform/streams/event.ts';
import { StreamRefused } from '../../platform/streams/stream-refused.ts';
import type { AppContext } from '../people/people.module.ts';

const noTable = '00000000-0000-0000-0000-000000000000';

/** An id of the wrong form is followed like that of a table that does not exist: both end alike. */
function streamOf(tableId: string): Reference {
  return { kind: 'table', id: uuidOf('AccelerationTable', tableId) ?? noTable };
}

@Resolver()
export class TableEventsResolver {
  @Query(() => String, {
    nullable: true,
    description:
      'Cursor of the present in the stream of a table: fetch it before the lists, then subscribe after it. Null when the table is not there or not yours.',
  })
  @Policy('signedIn')
  async tableCursor(
    @Ctx() context: AppContext,
    @Arg('tableId', () => ID, { description: 'The table.' }) tableId: string,
  ): Promise<string | null> {
    const stream = streamOf(tableId);
    if (!context.requireViewer().followedTableIds.includes(stream.id)) return null;
    return context.platform.streams.cursorNow(context.em, stream);
  }

  @Subscription(() => StreamFrame, {
    description: 'What happens at a table, from a cursor on; only what this viewer may see.',
    subscribe: ({ args, context }: { args: { tableId: string; after?: string | null }; context: AppContext }) =>
      followStream(context, streamOf(args.tableId), args.after),
  })
  @Policy('signedIn')
  tableEvents(
    @Root() frame: Frame,
    @Ctx() context: AppContext,
    @Arg('tableId', () => ID, { description: 'The table.' }) tableId: string,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the last frame that was handled; without it only what is new.',
    })
    _after: string | null,
  ): Frame {
    // Rights may have gone between the stream's own check and this very frame.
    if (!context.requireViewer().followedTableIds.includes(streamOf(tableId).id))
      throw new StreamRefused('NOT_FOUND', 'There is no such table.');
    return frame;
  }
}
