import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { EventType } from '../../platform/graphql/event.types.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Policy } from '../../platform/graphql/policy.ts';

@Policy('own')
@ObjectType('InboxItem', { implements: Node, description: 'Something that reached a person.', simpleResolvers: true })
class InboxItemType extends Node {
  @Field(() => EventType, { description: 'What happened.' })
  event!: object;

  @Field(() => String, {
    description:
      'Why it reached this person: OWNER, FILER, LEAD, CIVIL_OWNER, POLITICAL_OWNER, SECRETARY, CHAIR, AUTHOR, PROPOSER, SUBSTITUTE, GUEST, CO_SIGNER or PARTICIPANT.',
  })
  reason!: string;

  @Field(() => Date, { nullable: true, description: 'When it was read; null while it was not.' })
  readAt!: Date | null;
}

@Policy('withParent')
@ObjectType('InboxConnection', { description: 'A page of what reached the viewer, newest first.' })
export class InboxConnection extends connectionOf('Inbox', () => InboxItemType) {}

@Policy('withParent')
@ObjectType('InboxPayload', { description: 'What marking the inbox answers with.' })
export class InboxPayload extends Payload {}
