import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { NoteStatus } from '@versnellingstafel/shared/knowledge/validity';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ConfidentialityEnum } from '../projects/projects.module.ts';
import { NoteStatusEnum } from './knowledge.enums.ts';

@Policy('withParent')
@ObjectType('LegalReference', { description: 'A source of a note.', simpleResolvers: true })
export class LegalReferenceType {
  @Field(() => String, { description: 'The source as the author wrote it.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where to read it, for a ruling, a paper of parliament or a web address; otherwise null. Always http or https.',
  })
  url!: string | null;
}

@Policy('withParent')
@ObjectType('KnowledgeNote', {
  implements: Node,
  description: 'What was learned about a problem, with a date until which it is safe to use. All texts are plain text.',
  simpleResolvers: true,
})
export class KnowledgeNoteType extends Node {
  @Field(() => String, { description: 'Its place in addresses; made from the first title and never changed.' })
  slug!: string;

  @Field(() => Int, { description: 'Raised by every change; send it back as expectedVersion.' })
  version!: number;

  @Field(() => String, { description: 'What it answers, in one line.' })
  title!: string;

  @Field(() => String, { description: 'The answer in a few sentences.' })
  summary!: string;

  @Field(() => String, {
    description:
      'The explanation; empty when there is none. Lines that say what they are: `# ` and `## ` a heading, `- ` and `1. ` a point (two spaces before it: below the one above), `> ` a quote; `**` around what is bold, a backslash before what only looks like one of these.',
  })
  body!: string;

  @Field(() => String, { description: 'When it applies.' })
  applies!: string;

  @Field(() => String, { description: 'When it does not apply.' })
  appliesNot!: string;

  @Field(() => String, { description: 'What to do, step by step.' })
  steps!: string;

  @Field(() => String, { description: 'What to watch out for.' })
  caveat!: string;

  @Field(() => [String], { description: 'Words to find it by.' })
  tags!: string[];

  @Field(() => LocalDateScalar, { description: 'The day on which it was known to be right.' })
  validAsOf!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The day on which it must have been looked at again.' })
  reviewBy!: LocalDate;

  @Field(() => NoteStatusEnum, { description: 'How far it has come.' })
  status!: NoteStatus;

  @Field(() => ConfidentialityEnum, { description: 'Who may see it.' })
  confidentiality!: Confidentiality;

  @Field(() => ConfidentialityEnum, {
    nullable: true,
    description:
      'To whom its author opens it, as soon as a validator agrees; null when nobody asked. Of a note drafted from a case that is not public.',
  })
  releaseTo!: Confidentiality | null;

  @Field(() => Date, { description: 'When it changed last.' })
  updatedAt!: Date;
}

@Policy('withParent')
@ObjectType('KnowledgeNoteConnection', { description: 'A page of notes that the viewer may see.' })
export class KnowledgeNoteConnection extends connectionOf('KnowledgeNote', () => KnowledgeNoteType) {}

@Policy('withParent')
@ObjectType('KnowledgeNotePayload', { description: 'The note as it is now, or why nothing changed.' })
export class KnowledgeNotePayload extends Payload {}
