import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ConfidentialityEnum } from '../projects/projects.module.ts';
import { ValidityEnum } from './knowledge.enums.ts';

@InputType('KnowledgeNoteFilter', {
  description: 'Which notes; what is left out does not filter. Without validity, archived ones are left out.',
})
export class KnowledgeNoteFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must all stand in the title, the summary, the tags or the sources.',
  })
  text?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of themes: notes with one of these.' })
  themeCodes?: string[] | null;

  @Field(() => [ValidityEnum], {
    nullable: true,
    description: 'How safe they are to use today; EXPIRED brings the archived ones too.',
  })
  validity?: Validity[] | null;

  @Field(() => ID, { nullable: true, description: 'Only notes of this author.' })
  authorId?: string | null;
}

/** The parts that a new note and a change have in common; all may be left out. */
@InputType({ description: 'The parts of a note that may be left out.' })
export abstract class NoteParts {
  @Field(() => String, { nullable: true, description: 'The explanation.' })
  body?: string | null;

  @Field(() => String, { nullable: true, description: 'When it applies.' })
  applies?: string | null;

  @Field(() => String, { nullable: true, description: 'When it does not apply.' })
  appliesNot?: string | null;

  @Field(() => String, { nullable: true, description: 'What to do, step by step.' })
  steps?: string | null;

  @Field(() => String, { nullable: true, description: 'What to watch out for.' })
  caveat?: string | null;

  @Field(() => [String], { nullable: true, description: 'Words to find it by.' })
  tags?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Sources, one each; rulings (ECLI) and papers of parliament become links.',
  })
  legalReferences?: string[] | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it was known to be right; default: today.',
  })
  validAsOf?: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it must be looked at again; default: in a year.',
  })
  reviewBy?: LocalDate | null;

  @Field(() => ConfidentialityEnum, {
    nullable: true,
    description: 'Who may see it; default: everyone who is signed in, or as the case it is written from.',
  })
  confidentiality?: Confidentiality | null;
}

@InputType('WriteNoteInput', { description: 'A new note.' })
export class WriteNoteInput extends NoteParts {
  @Field(() => String, { description: 'What it answers, in one line; its address is made from it.' })
  title!: string;

  @Field(() => String, { description: 'The answer in a few sentences.' })
  summary!: string;

  @Field(() => [String], { description: 'Codes of one to five themes.' })
  themeCodes!: string[];
}

@InputType('EditNoteInput', { description: 'What changes about a note; what is left out stays.' })
export class EditNoteInput extends NoteParts {
  @Field(() => ID, { description: 'The note.' })
  noteId!: string;

  @Field(() => Int, { description: 'The version that the change was made against.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'A new title; the address stays.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The answer in a few sentences.' })
  summary?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of one to five themes, in place of the present ones.' })
  themeCodes?: string[] | null;
}

@InputType('ValidateNoteInput', { description: 'What a validator vouches for.' })
export class ValidateNoteInput {
  @Field(() => ID, { description: 'The note.' })
  noteId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it is known to be right; default: today.',
  })
  validAsOf?: LocalDate | null;

  @Field(() => LocalDateScalar, { description: 'The day on which it must be looked at again.' })
  reviewBy!: LocalDate;
}

@InputType('NoteVersionInput', { description: 'A note in the version that was seen.' })
export class NoteVersionInput {
  @Field(() => ID, { description: 'The note.' })
  noteId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'When it is archived: the note that replaces it.' })
  supersededBy?: string | null;
}
