import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { AgendaPurpose, MeetingState } from '@versnellingstafel/shared/meetings/agenda';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { typeOf } from '../../platform/graphql/node-brand.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { BottleneckType } from '../bottlenecks/bottlenecks.module.ts';
import { KnowledgeNoteType } from '../knowledge/knowledge.module.ts';
import { ProjectType } from '../projects/projects.module.ts';
import { AgendaPurposeEnum, MeetingStateEnum } from './meetings.enums.ts';

@Policy('withParent')
@ObjectType('Meeting', {
  implements: Node,
  description:
    'A meeting of a table with its agenda. Chair and secretary see the working version, everybody else what was published.',
  simpleResolvers: true,
})
export class MeetingType extends Node {
  @Field(() => MeetingStateEnum, { description: 'How far it has come.' })
  state!: MeetingState;

  @Field(() => Date, { description: 'When it starts.' })
  startsAt!: Date;

  @Field(() => Date, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => String, { description: 'Where.' })
  location!: string;

  @Field(() => LocalDateScalar, { description: 'Last day to submit a case for it.' })
  submitBy!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day for its papers.' })
  papersBy!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day for its minutes.' })
  minutesBy!: LocalDate;

  @Field(() => Date, { nullable: true, description: 'When the agenda was published last; null while it is not.' })
  publishedAt!: Date | null;
}

@Policy('withParent')
@ObjectType('AgendaItem', {
  implements: Node,
  description:
    'An item of an agenda. In the closed part it shows to members from public bodies; to others it stands there without title, subjects and texts.',
  simpleResolvers: true,
})
export class AgendaItemType extends Node {
  @Field(() => Int, { description: 'Its place, 1 is first.' })
  position!: number;

  @Field(() => AgendaPurposeEnum, { description: 'What it is for.' })
  purpose!: AgendaPurpose;

  @Field(() => Int, { description: 'How long it takes.' })
  minutes!: number;

  @Field(() => Date, {
    description: 'When it starts: the start of the meeting and the minutes of the items before it.',
  })
  startsAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who presents it, where that is not a person with an account.' })
  presenterText!: string | null;

  @Field(() => String, { description: 'The decision that is proposed; empty when there is none.' })
  proposedDecision!: string;

  @Field(() => String, { description: 'What was agreed at the table, in short; empty while nothing is.' })
  outcome!: string;

  @Field(() => Boolean, { description: 'Is it in the closed part?' })
  closedPart!: boolean;
}

export const AgendaSubject = createUnionType({
  name: 'AgendaSubject',
  description: 'What an item is about; a meeting stands for its minutes, decisions and promises.',
  types: () => [BottleneckType, KnowledgeNoteType, ProjectType, MeetingType] as const,
  resolveType: (source: object) => typeOf(source),
});

@Policy('withParent')
@ObjectType('MeetingConnection', {
  description: 'A page of meetings, the latest first, as far as the viewer may see them.',
})
export class MeetingConnection extends connectionOf('Meeting', () => MeetingType) {}

@Policy('withParent')
@ObjectType('MeetingPayload', { description: 'The meeting as it is now, or why nothing changed.' })
export class MeetingPayload extends Payload {}
