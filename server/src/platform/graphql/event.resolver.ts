import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { StoredEvent } from '../streams/event.ts';
import { EventType, FieldChange } from './event.types.ts';
import type { GraphContext } from './graph-context.ts';
import { Node } from './node.type.ts';

interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What events may carry beside their own facts; see docs/server-seams.md. */
interface EventPayload {
  readonly changes?: readonly Change[];
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

  @FieldResolver(() => [FieldChange], { description: 'Field-level differences, with values a person can read.' })
  changes(@Root() event: StoredEvent): readonly Change[] {
    return payloadOf(event).changes ?? [];
  }

  @FieldResolver(() => String, { nullable: true, description: 'Words the actor added (a reason, a remark).' })
  remark(@Root() event: StoredEvent): string | null {
    return payloadOf(event).remark || null;
  }
}
