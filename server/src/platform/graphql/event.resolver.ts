import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Reference, StoredEvent } from '../streams/event.ts';
import { type EventChange, eventOfMany } from './event-visibility.ts';
import { EventType, FieldChange } from './event.types.ts';
import { globalId } from './global-id.ts';
import type { GraphContext } from './graph-context.ts';
import { Node } from './node.type.ts';

/** An event on the timeline of something. */
interface ToldEvent extends StoredEvent {
  readonly about?: Reference;
}

/** What events may carry beside their own facts; see docs/server-seams.md. */
interface EventPayload {
  readonly changes?: readonly EventChange[];
  readonly remark?: string;
}

function payloadOf(event: StoredEvent): EventPayload {
  const { payload } = event;
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? (payload as EventPayload) : {};
}

@Resolver(() => EventType)
export class EventResolver {
  @FieldResolver(() => Date, { description: 'When.' })
  occurredAt(@Root() event: StoredEvent): Date {
    return event.at;
  }

  @FieldResolver(() => [Node], { description: 'Nodes it is about, as far as the viewer may see them.' })
  async subjects(@Ctx() context: GraphContext, @Root() event: StoredEvent): Promise<object[]> {
    const found = await Promise.all(
      event.subjects.map(({ kind, id }) => context.node(context.platform.nodes.ofKind(kind)?.type ?? '', id)),
    );
    return found.filter((node) => node !== null);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'On the timeline of one of the many things that it is about: that one. What it says of it is not what it says of another.',
  })
  about(@Ctx() context: GraphContext, @Root() { type, about }: ToldEvent): string | null {
    const node = about && eventOfMany(context.platform, type) && context.platform.nodes.ofKind(about.kind);
    return node ? globalId(node.type, about.id) : null;
  }

  @FieldResolver(() => [FieldChange], { description: 'Field-level differences, with values a person can read.' })
  async changes(@Ctx() context: GraphContext, @Root() event: ToldEvent): Promise<readonly EventChange[]> {
    const many = eventOfMany(context.platform, event.type);
    if (many) return event.about ? many.changes(context, event, event.about) : [];
    return payloadOf(event).changes ?? [];
  }

  @FieldResolver(() => String, { nullable: true, description: 'Words the actor added (a reason, a remark).' })
  remark(@Root() event: StoredEvent): string | null {
    return payloadOf(event).remark || null;
  }
}
