import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type { AddendumOrigin, AddendumState, MinutesState } from '@versnellingstafel/shared/meetings/minutes';
import { Field, Int, ObjectType } from 'type-graphql';
import type { TextBlock } from '../../../platform/collab/text-blocks.ts';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { AgendaPurposeEnum } from '../meetings.enums.ts';
import { AddendumOriginEnum, AddendumStateEnum, MinutesStateEnum, TextBlockKindEnum } from './minutes.enums.ts';

@Policy('withParent')
@ObjectType('TextBlock', { description: 'A paragraph, heading or line of a list.', simpleResolvers: true })
class TextBlockType {
  @Field(() => TextBlockKindEnum, { description: 'What it is.' })
  kind!: TextBlock['kind'];

  @Field(() => String, { description: 'What it says; plain text.' })
  text!: string;

  @Field(() => Int, { description: 'How deep a heading or a line of a list is; 1 is the highest.' })
  level!: number;
}

@Policy('withParent')
@ObjectType('MinutesSection', { description: 'What the minutes say of one item of the agenda.', simpleResolvers: true })
export class MinutesSectionType {
  @Field(() => Int, { description: 'Place of the item, 1 is first.' })
  position!: number;

  @Field(() => AgendaPurposeEnum, { description: 'What the item was for.' })
  purpose!: AgendaPurpose;

  @Field(() => Boolean, { description: 'Is it in the closed part?' })
  closedPart!: boolean;

  @Field(() => Boolean, { description: 'Stands there without its content.' })
  masked!: boolean;

  @Field(() => [TextBlockType], { description: 'What was written about it.' })
  text!: readonly TextBlock[];

  @Field(() => Date, { nullable: true, description: 'When it began; null when the table did not come to it.' })
  startedAt!: Date | null;

  @Field(() => Int, { description: 'How long it took, in seconds.' })
  spentSeconds!: number;
}

@Policy('withParent')
@ObjectType('Addendum', {
  implements: Node,
  description: 'What is added to minutes after they were adopted. The adopted text itself stays as it is.',
  simpleResolvers: true,
})
export class AddendumType extends Node {
  @Field(() => AddendumStateEnum, { description: 'What became of it.' })
  state!: AddendumState;

  @Field(() => AddendumOriginEnum, { description: 'Where it comes from.' })
  origin!: AddendumOrigin;

  @Field(() => String, { description: 'What is added.' })
  text!: string;

  @Field(() => Date, { description: 'When it was written.' })
  writtenAt!: Date;

  @Field(() => String, { description: 'What chair or secretary say to it; empty when nothing.' })
  answer!: string;

  @Field(() => Date, { nullable: true, description: 'When it was decided on; null while it is proposed.' })
  decidedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Its number among those that count; null while it does not.' })
  number!: number | null;
}

@Policy('withParent')
@ObjectType('MinutesRemark', {
  implements: Node,
  description: 'What a participant says of minutes that lie with them.',
  simpleResolvers: true,
})
export class MinutesRemarkType extends Node {
  @Field(() => String, { description: 'What is said.' })
  text!: string;

  @Field(() => Date, { description: 'When.' })
  writtenAt!: Date;

  @Field(() => Boolean, { nullable: true, description: 'Was it taken over? Null while it is open.' })
  taken!: boolean | null;

  @Field(() => String, { description: 'What chair or secretary say to it; empty when nothing.' })
  answer!: string;
}

@Policy('withParent')
@ObjectType('Minutes', {
  implements: Node,
  description:
    'The minutes of a meeting that is over: read from what happened until they are adopted, and from then on from what was frozen. Before they are published they are for the members of the table.',
  simpleResolvers: true,
})
export class MinutesType extends Node {
  @Field(() => Int, { description: 'Raised by every step, remark and addendum.' })
  version!: number;

  @Field(() => MinutesStateEnum, { description: 'How far they are.' })
  state!: MinutesState;

  @Field(() => Date, { description: 'When they were drawn up: at closing.' })
  drawnUpAt!: Date;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Until when participants remark; null before.' })
  reviewBy!: LocalDate | null;

  @Field(() => Date, { nullable: true, description: 'When they were adopted; null before.' })
  adoptedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the frozen text, in hexadecimal; null before.' })
  hash!: string | null;

  @Field(() => Date, { nullable: true, description: 'When they were published; null before.' })
  publishedAt!: Date | null;
}

@Policy('withParent')
@ObjectType('MinutesPayload', { description: 'The minutes as they are now, or why nothing changed.' })
export class MinutesPayload extends Payload {}
