import { Field, ObjectType, createUnionType } from 'type-graphql';
import { connectionOf } from './connection.ts';
import { Node } from './node.type.ts';
import { Policy } from './policy.ts';

@Policy('withParent')
@ObjectType('FieldChange', {
  description: 'One field before and after, with values a person can read.',
  simpleResolvers: true,
})
export class FieldChange {
  @Field(() => String, { description: 'Name of the field in the schema.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'Value before; null when there was none.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'Value after; null when there is none.' })
  after!: string | null;
}

/** Who did it (`actor`) is added by the room of people. */
@Policy('withParent')
@ObjectType('Event', {
  implements: Node,
  description: 'What happened, once; the same row is the timeline, the audit trail and the live feed.',
})
export class EventType extends Node {
  @Field(() => String, { description: 'Stable name, for example BOTTLENECK_TRIAGED.', simple: true })
  type!: string;
}

@Policy('withParent')
@ObjectType('EventConnection', { description: 'A page of events, newest first.' })
export class EventConnection extends connectionOf('Event', () => EventType) {}

@Policy('withParent')
@ObjectType('StreamChange', { description: 'Something happened.', simpleResolvers: true })
class StreamChange {
  @Field(() => String, { description: 'Follow from here after a break.' })
  cursor!: string;

  @Field(() => EventType, { description: 'What happened.' })
  event!: object;
}

@Policy('withParent')
@ObjectType('StreamReset', {
  description: 'The cursor is too old or of another epoch: fetch everything again and go on from this cursor.',
  simpleResolvers: true,
})
class StreamReset {
  @Field(() => String, { description: 'Follow from here, once everything was fetched again.' })
  cursor!: string;
}

/** What a subscription to a stream delivers. */
export const StreamFrame = createUnionType({
  name: 'StreamFrame',
  description: 'One delivery of a stream.',
  types: () => [StreamChange, StreamReset] as const,
  resolveType: (frame: object) => ((frame as { kind?: string }).kind === 'EVENT' ? 'StreamChange' : 'StreamReset'),
});
