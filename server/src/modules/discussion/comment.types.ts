import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Policy } from '../../platform/graphql/policy.ts';

@Policy('withParent')
@ObjectType('Comment', {
  implements: Node,
  description: 'What somebody said about a case. One that was taken away stays in its place, without its words.',
  simpleResolvers: true,
})
export class CommentType extends Node {
  @Field(() => Int, { description: 'Rises with every change; hand it in to change it.' })
  version!: number;

  @Field(() => String, {
    description: 'What was said, as plain text; empty when it was taken away, but for who may put it back.',
  })
  text!: string;

  @Field(() => Boolean, { description: 'Was it taken away?' })
  removed!: boolean;

  @Field(() => Date, { description: 'When it was said.' })
  writtenAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last said otherwise.' })
  editedAt!: Date | null;
}

@Policy('withParent')
@ObjectType('CommentConnection', { description: 'A page of comments.' })
export class CommentConnection extends connectionOf('Comment', () => CommentType) {}

@InputType('EditCommentInput', { description: 'The same thing said otherwise.' })
export class EditCommentInput {
  @Field(() => ID, { description: 'The comment.' })
  commentId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Plain text, up to 4,000 characters.' })
  text!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Everybody whom it names, up to 10; who is new hears of it. Left out: as it was.',
  })
  mentionIds?: string[] | null;
}

@InputType('CommentVersionInput', { description: 'A comment in the version that was seen.' })
export class CommentVersionInput {
  @Field(() => ID, { description: 'The comment.' })
  commentId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@Policy('withParent')
@ObjectType('CommentPayload', { description: 'The comment with its case as they are now, or why nothing changed.' })
export class CommentPayload extends Payload {}
