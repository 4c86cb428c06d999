import { Field, ID, InputType } from 'type-graphql';

@InputType('AddCommentInput', { description: 'Something to say about a case.' })
export class AddCommentInput {
  @Field(() => ID, { description: 'The bottleneck.' })
  bottleneckId!: string;

  @Field(() => String, { description: 'Plain text, up to 4,000 characters.' })
  text!: string;

  @Field(() => [ID], { nullable: true, description: 'Whom it names, up to 10: they hear of it.' })
  mentionIds?: string[] | null;
}

@InputType('AddAttachmentInput', { description: 'A file or a link to put with a case.' })
export class AddAttachmentInput {
  @Field(() => ID, { description: 'The bottleneck.' })
  bottleneckId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called, up to 200 characters; left out: the name of the file, or the address.',
  })
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'From the answer of POST /files.' })
  fileId?: string | null;

  @Field(() => String, { nullable: true, description: 'Or a link, https only.' })
  url?: string | null;
}
