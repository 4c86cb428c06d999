import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { ApplicationResult } from '@versnellingstafel/shared/knowledge/validity';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';

const ApplicationResultEnum = graphEnum<ApplicationResult>('ApplicationResult', 'What became of a note on a case.', {
  WORKED: 'It solved the problem.',
  PARTLY: 'It helped, and something else was needed too.',
  FAILED: 'It did not help here.',
  NOT_YET: 'It is not known yet.',
});

@Policy('withParent')
@ObjectType('Application', {
  implements: Node,
  description: 'A note used on a case. It shows to who may see both.',
  simpleResolvers: true,
})
export class ApplicationType extends Node {
  @Field(() => ApplicationResultEnum, { description: 'What became of it.' })
  result!: ApplicationResult;

  @Field(() => String, { description: 'Under which conditions; empty when nothing was said.' })
  conditions!: string;

  @Field(() => LocalDateScalar, { description: 'When that was said.' })
  appliedOn!: LocalDate;
}

@Policy('withParent')
@ObjectType('ReuseFigures', {
  description: 'How often notes were used, with which result; counts what the viewer may see.',
  simpleResolvers: true,
})
export class ReuseFiguresType {
  @Field(() => Int, { description: 'Cases that it solved.' })
  worked!: number;

  @Field(() => Int, { description: 'Cases where it helped.' })
  partly!: number;

  @Field(() => Int, { description: 'Cases where it did not help.' })
  failed!: number;

  @Field(() => Int, { description: 'Cases where that is not known yet.' })
  notYet!: number;
}

@Policy('withParent')
@ObjectType('ApplicationPayload', {
  description: 'The link with its note and its case as they are now, or why nothing changed.',
})
export class ApplicationPayload extends Payload {}

@InputType('ApplyNoteInput', { description: 'A note used on a case; there is one link for each note and case.' })
export class ApplyNoteInput {
  @Field(() => ID, { description: 'The note.' })
  noteId!: string;

  @Field(() => ID, { description: 'The case.' })
  bottleneckId!: string;

  @Field(() => ApplicationResultEnum, { description: 'What became of it.' })
  result!: ApplicationResult;

  @Field(() => String, { nullable: true, description: 'Under which conditions; left out, they stay as they are.' })
  conditions?: string | null;
}

@InputType('RemoveApplicationInput', { description: 'A link that goes.' })
export class RemoveApplicationInput {
  @Field(() => ID, { description: 'The link.' })
  applicationId!: string;
}
