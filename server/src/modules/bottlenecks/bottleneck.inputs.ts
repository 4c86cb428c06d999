import { Field, ID, InputType, Int } from 'type-graphql';
import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { WriteNoteInput } from '../knowledge/knowledge.module.ts';
import { ConfidentialityEnum } from '../projects/projects.module.ts';
import { TableLevelEnum } from '../tables/tables.module.ts';

@InputType('ProjectImpactInput', { description: 'A project that is blocked.' })
export class ProjectImpactInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => Int, { nullable: true, description: 'Homes of it that wait, 0 to 20,000; left out: not known.' })
  homesBlocked?: number | null;
}

@InputType('BottleneckVersionInput', { description: 'A bottleneck in the version that was seen.' })
export class BottleneckVersionInput {
  @Field(() => ID, { description: 'The bottleneck.' })
  bottleneckId!: string;

  @Field(() => Int, { description: 'The version that was seen; another one now gives a conflict.' })
  expectedVersion!: number;
}

@InputType('ReasonInput', { description: 'A step that needs a reason.' })
export class ReasonInput extends BottleneckVersionInput {
  @Field(() => String, { description: 'Why; it stands on the timeline.' })
  reason!: string;
}

@InputType('LogBottleneckInput', { description: 'A new bottleneck.' })
export class LogBottleneckInput {
  @Field(() => String, { description: 'What it is, in a line of 5 to 160 characters.' })
  title!: string;

  @Field(() => [ProjectImpactInput], { description: 'The projects it blocks; the first one decides where it lies.' })
  projects!: ProjectImpactInput[];

  @Field(() => [String], { description: 'Codes of one to five themes; a draft may still lack one.' })
  themeCodes!: string[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'true: a draft that only the filer sees; otherwise it is submitted at once.',
  })
  draft?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What is going on.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'What was tried already.' })
  triedSoFar?: string | null;

  @Field(() => String, { nullable: true, description: 'What is asked of the table.' })
  ask?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Decision needed before this date.' })
  decisionBy?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Planned start of construction.' })
  constructionStart?: LocalDate | null;

  @Field(() => TableLevelEnum, {
    nullable: true,
    description: 'The level that could solve it; default: that of the table.',
  })
  solvableAt?: TableLevel | null;

  @Field(() => ConfidentialityEnum, { nullable: true, description: 'Who may see it; default: what its themes ask.' })
  confidentiality?: Confidentiality | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day by which the next thing should have happened; default: the term of the state.',
  })
  dueOn?: LocalDate | null;

  @Field(() => ID, { nullable: true, description: "Default: the regional table of the project's municipality." })
  tableId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Notes to link at once.' })
  noteIds?: string[] | null;
}

@InputType('EditBottleneckInput', { description: 'What changes on a bottleneck; what is left out stays.' })
export class EditBottleneckInput extends BottleneckVersionInput {
  @Field(() => String, { nullable: true, description: 'What it is, in a line.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What is going on.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'What was tried already.' })
  triedSoFar?: string | null;

  @Field(() => String, { nullable: true, description: 'What is asked of the table.' })
  ask?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Decision needed before this date; null takes it off.' })
  decisionBy?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Planned start of construction; null takes it off.' })
  constructionStart?: LocalDate | null;

  @Field(() => TableLevelEnum, { nullable: true, description: 'The level that could solve it.' })
  solvableAt?: TableLevel | null;

  @Field(() => [String], { nullable: true, description: 'Codes of its themes, in place of the present ones.' })
  themeCodes?: string[] | null;

  @Field(() => [ProjectImpactInput], { nullable: true, description: 'Its projects, in place of the present ones.' })
  projects?: ProjectImpactInput[] | null;

  @Field(() => String, { nullable: true, description: 'The resolution that is proposed; its lead may write this one.' })
  proposedResolution?: string | null;
}

@InputType('AssignBottleneckInput', {
  description: 'Who carries a bottleneck, until when, and what comes next; what is left out stays.',
})
export class AssignBottleneckInput extends BottleneckVersionInput {
  @Field(() => ID, { nullable: true, description: 'The new owner; never nobody.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The lead (trekker); null: nobody.' })
  leadId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The civil owner; null: nobody.' })
  civilOwnerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The political owner; null: nobody.' })
  politicalOwnerId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The due date; an open case always has one.' })
  dueOn?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'The next step, in a line.' })
  nextStep?: string | null;
}

@InputType('TriageBottleneckInput', {
  description: 'A submitted bottleneck that the secretary takes in, and what was missing.',
})
export class TriageBottleneckInput extends BottleneckVersionInput {
  @Field(() => String, { nullable: true, description: 'A remark for the timeline.' })
  remark?: string | null;

  @Field(() => TableLevelEnum, { nullable: true, description: 'The level that could solve it.' })
  solvableAt?: TableLevel | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Planned start of construction.' })
  constructionStart?: LocalDate | null;

  @Field(() => [ProjectImpactInput], { nullable: true, description: 'Its projects, in place of the present ones.' })
  projects?: ProjectImpactInput[] | null;
}

@InputType('HoldBottleneckInput', { description: 'A bottleneck that waits.' })
export class HoldBottleneckInput extends BottleneckVersionInput {
  @Field(() => String, { description: 'What it waits for.' })
  reason!: string;

  @Field(() => LocalDateScalar, { description: 'The day on which it comes back.' })
  returnOn!: LocalDate;
}

@InputType('ResolveBottleneckInput', { description: 'A bottleneck that is resolved.' })
export class ResolveBottleneckInput extends BottleneckVersionInput {
  @Field(() => String, { description: 'What resolved it.' })
  resolution!: string;

  @Field(() => ID, { nullable: true, description: 'The note that was used.' })
  noteId?: string | null;

  @Field(() => WriteNoteInput, {
    nullable: true,
    description: 'A note written here and now, so that others learn from it.',
  })
  newNote?: WriteNoteInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What would help the next one. With it a note is drafted from the case, of which this is the summary; beside a noteId, in place of a newNote.',
  })
  lesson?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Open the case to all of Overijssel, so that the other region learns from it.',
  })
  openToAll?: boolean | null;
}

@InputType('ReferBottleneckInput', { description: 'A bottleneck that goes to somebody without a table.' })
export class ReferBottleneckInput extends BottleneckVersionInput {
  @Field(() => String, { description: 'To whom, with the contact.' })
  referredTo!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => LocalDateScalar, { description: 'The day by which the owner hears back.' })
  feedbackBy!: LocalDate;
}

@InputType('ConfidentialityInput', { description: 'Who may see a bottleneck.' })
export class ConfidentialityInput extends BottleneckVersionInput {
  @Field(() => ConfidentialityEnum, { description: 'Who may see it.' })
  confidentiality!: Confidentiality;

  @Field(() => [ID], {
    nullable: true,
    description: 'People it is shared with, in place of the present ones; left out: as it is.',
  })
  shareWithIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'People with an interest in the matter, who see nothing of it; left out: as it is.',
  })
  excludeIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Organisations it is shared with as a whole, in place of the present ones; left out: as it is.',
  })
  sharedWithOrganisationIds?: string[] | null;
}
