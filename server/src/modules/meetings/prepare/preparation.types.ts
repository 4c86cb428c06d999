import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type { AgendaProposalState } from '@versnellingstafel/shared/meetings/proposals';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { AgendaPurposeEnum } from '../meetings.enums.ts';
import type { AgendaReasonKind } from './agenda-reason.ts';
import { AgendaProposalStateEnum, AgendaReasonKindEnum } from './preparation.enums.ts';

@Policy('withParent')
@ObjectType('AgendaReason', {
  description: 'Why something is on an agenda, or is proposed for one.',
  simpleResolvers: true,
})
export class AgendaReasonType {
  @Field(() => AgendaReasonKindEnum, { description: 'The kind of reason.' })
  kind!: AgendaReasonKind;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day that makes it urgent.' })
  on!: LocalDate | null;

  @Field(() => Int, { nullable: true, description: 'Promises that were kept since last time.' })
  done!: number | null;

  @Field(() => Int, { nullable: true, description: 'Promises, or answers to municipalities, that are late.' })
  late!: number | null;

  @Field(() => Int, { nullable: true, description: 'Promises that are open and not late.' })
  open!: number | null;
}

@Policy('withParent')
@ObjectType('AgendaSuggestion', {
  description: 'Something that an agenda proposes for itself, with why. It follows from what is the case now.',
  simpleResolvers: true,
})
export class AgendaSuggestionType {
  @Field(() => String, { description: 'The same for the same thing, as long as it is suggested.' })
  key!: string;

  @Field(() => [AgendaReasonType], { description: 'Why: at least one reason, the most urgent first.' })
  reasons!: AgendaReasonType[];

  @Field(() => String, { description: 'The title that the item will have.' })
  title!: string;

  @Field(() => AgendaPurposeEnum, { description: 'What the item will be for.' })
  purpose!: AgendaPurpose;

  @Field(() => Int, { description: 'How long it will take.' })
  minutes!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Who presents it, where that is nobody with a seat at the table.',
  })
  presenterText!: string | null;

  @Field(() => String, { description: 'The decision that is proposed; empty when none is known.' })
  proposedDecision!: string;

  @Field(() => Boolean, { description: 'Will it be in the closed part?' })
  closedPart!: boolean;

  @Field(() => Boolean, { description: 'Does it fit in the minutes that are left, in the order of this list?' })
  fits!: boolean;
}

@Policy('withParent')
@ObjectType('AgendaProposal', {
  implements: Node,
  description: 'An item that a participant proposes. It shows to its proposer and to who prepares the meeting.',
  simpleResolvers: true,
})
export class AgendaProposalType extends Node {
  @Field(() => Date, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => String, { description: 'The title of the item.' })
  title!: string;

  @Field(() => AgendaPurposeEnum, { description: 'What the item is for.' })
  purpose!: AgendaPurpose;

  @Field(() => Int, { description: 'How long it would take.' })
  minutes!: number;

  @Field(() => String, { description: 'Why it should come to the table.' })
  motivation!: string;

  @Field(() => String, { description: 'The decision that is proposed; empty when there is none.' })
  proposedDecision!: string;

  @Field(() => AgendaProposalStateEnum, { description: 'What became of it.' })
  state!: AgendaProposalState;

  @Field(() => String, { description: 'Why it was returned; empty when it was not.' })
  returnReason!: string;

  @Field(() => Boolean, { description: 'Was it sent after the last day for submitting?' })
  afterDeadline!: boolean;
}

@Policy('withParent')
@ObjectType('Guest', {
  description: 'Somebody who is invited to one item of an agenda and has no seat at the table.',
  simpleResolvers: true,
})
export class GuestType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { description: 'The organisation; empty when it is not known.' })
  organisation!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the invitation goes, of a guest without an account; for who prepares the meeting.',
  })
  email!: string | null;
}

@Policy('withParent')
@ObjectType('AgendaTemplateItem', { description: 'An item that a template puts on an agenda.', simpleResolvers: true })
export class AgendaTemplateItemType {
  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => AgendaPurposeEnum, { description: 'What it is for.' })
  purpose!: AgendaPurpose;

  @Field(() => Int, { description: 'How long it takes.' })
  minutes!: number;

  @Field(() => String, { nullable: true, description: 'Who presents it.' })
  presenterText!: string | null;

  @Field(() => Boolean, { description: 'Is it in the closed part?' })
  closedPart!: boolean;

  @Field(() => String, { description: 'The decision that is proposed; empty when there is none.' })
  proposedDecision!: string;
}

@Policy('withParent')
@ObjectType('AgendaTemplate', {
  implements: Node,
  description: 'An agenda to begin with, of one table; for who prepares its meetings.',
  simpleResolvers: true,
})
export class AgendaTemplateType extends Node {
  @Field(() => String, { description: 'Its name; each at a table has another one.' })
  name!: string;
}

@Policy('withParent')
@ObjectType('AgendaProposalPayload', {
  description: 'The proposal with its meeting as they are now, or why nothing changed.',
})
export class AgendaProposalPayload extends Payload {}

@Policy('withParent')
@ObjectType('AgendaTemplatePayload', {
  description: 'The template with its table as they are now, or why nothing changed.',
})
export class AgendaTemplatePayload extends Payload {}
