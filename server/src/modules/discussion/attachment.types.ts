import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Policy } from '../../platform/graphql/policy.ts';

export type AttachmentKind = 'FILE' | 'LINK';
const AttachmentKindEnum = graphEnum<AttachmentKind>('AttachmentKind', 'What an attachment is.', {
  FILE: 'A file that was uploaded.',
  LINK: 'A page of the web.',
});

@Policy('withParent')
@ObjectType('Attachment', {
  implements: Node,
  description: 'A file or a link that somebody put with a case.',
  simpleResolvers: true,
})
export class AttachmentType extends Node {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => AttachmentKindEnum, { description: 'A file or a link.' })
  kind!: AttachmentKind;

  @Field(() => String, { nullable: true, description: 'Kind of the file; null for a link.' })
  mediaType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Bytes of the file; null for a link.' })
  size!: number | null;

  @Field(() => Boolean, { description: 'Was it taken away?' })
  removed!: boolean;

  @Field(() => Date, { description: 'When it was added.' })
  addedAt!: Date;
}

@InputType('AttachmentInput', { description: 'An attachment that goes or comes back.' })
export class AttachmentInput {
  @Field(() => ID, { description: 'The attachment.' })
  attachmentId!: string;
}

@Policy('withParent')
@ObjectType('AttachmentPayload', {
  description: 'The attachment with its case as they are now, or why nothing changed.',
})
export class AttachmentPayload extends Payload {}
