import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';

@Policy('withParent')
@ObjectType('Paper', {
  implements: Node,
  description: 'A paper of an agenda item: a file or a link. It shows to whoever may see the item.',
  simpleResolvers: true,
})
export class PaperType extends Node {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Name of the file; null for a link.' })
  fileName!: string | null;

  @Field(() => String, { nullable: true, description: 'Kind of the file; null for a link.' })
  mediaType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Bytes of the file; null for a link.' })
  size!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Pages of a PDF; null for anything else, or when it cannot be read.',
  })
  pages!: number | null;

  @Field(() => Date, { description: 'When it was added.' })
  addedAt!: Date;
}

@InputType('AddPaperInput', { description: 'A paper for an agenda item: a file or a link.' })
export class AddPaperInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'From the answer of POST /files; or the id of a paper that was just taken away, to put it back.',
  })
  fileId?: string | null;

  @Field(() => String, { nullable: true, description: 'Or a link, https only.' })
  url?: string | null;
}

@InputType('RemovePaperInput', { description: 'A paper that goes.' })
export class RemovePaperInput {
  @Field(() => ID, { description: 'The paper.' })
  paperId!: string;
}

@Policy('withParent')
@ObjectType('PaperPayload', { description: 'The paper with its item as they are now, or why nothing changed.' })
export class PaperPayload extends Payload {}
