import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { afterArg, connectionOf, firstArg, FirstType, type Page } from '../../../platform/graphql/connection.ts';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { MailState } from '../../../platform/mail/mail-queue.ts';
import type { AppContext } from '../../people/people.module.ts';
import { MeetingType } from '../meeting.types.ts';
import { type MailFace, outboxOf } from './outbox.queries.ts';

const MailStateEnum = graphEnum<MailState>('MailState', 'How far a mail is.', {
  WAITING: 'It waits for its time; until then what it tells can be taken back.',
  SENT: 'It has left.',
  FAILED: 'It cannot be sent.',
  OUTBOX: 'It is written and stays here: in the demo nothing is sent.',
});

@Policy('withParent')
@ObjectType('MailMessage', {
  implements: Node,
  description: 'A mail in the outbox.',
  simpleResolvers: true,
})
class MailMessageType extends Node {
  @Field(() => MailStateEnum, { description: 'How far it is.' })
  state!: MailState;

  @Field(() => String, { description: 'The address it goes to.' })
  address!: string;

  @Field(() => String, { description: 'Who gets it.' })
  receiver!: string;

  @Field(() => String, { description: 'Empty until it is written, when its time comes.' })
  subject!: string;

  @Field(() => String, { description: 'What it says, as plain text; empty until it is written.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The invitation that comes with it, as iCalendar.' })
  calendar!: string | null;

  @Field(() => Date, { description: 'When what it tells happened.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'When it leaves, or is tried again.' })
  dueAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it left.' })
  sentAt!: Date | null;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'What the mail server said when it did not take it.' })
  lastError!: string | null;
}

@Policy('withParent')
@ObjectType('MailMessageConnection', { description: 'A page of the outbox, the latest first.' })
class MailMessageConnection extends connectionOf('MailMessage', () => MailMessageType) {}

@Resolver(() => MailMessageType)
export class OutboxResolver {
  @Query(() => MailMessageConnection, {
    description: 'The outbox: in the demo, for chairs, secretaries and functional administrators.',
  })
  @Policy('signedIn')
  outbox(
    @Ctx() context: AppContext,
    @Arg('first', () => FirstType, firstArg(50)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<MailFace>> {
    return outboxOf(context, { first, after: after ?? null });
  }

  @FieldResolver(() => MeetingType, {
    nullable: true,
    description: 'The meeting it tells of; null when that is not yours to see.',
  })
  meeting(@Ctx() context: AppContext, @Root() mail: MailFace): Promise<object | null> {
    return context.node('Meeting', mail.meetingId);
  }
}
