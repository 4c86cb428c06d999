import type { AgendaChangeKind } from '@versnellingstafel/shared/meetings/agenda-changes';
import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import { Policy } from '../../../platform/graphql/policy.ts';

const AgendaChangeKindEnum = graphEnum<AgendaChangeKind>('AgendaChangeKind', 'What changed in what was told.', {
  ADDED: 'The item is new.',
  REMOVED: 'The item is gone.',
  MOVED: 'The item stands elsewhere; `before` and `after` are its places.',
  EDITED: 'The item reads otherwise; `before` and `after` hold the text where there is one.',
  RESCHEDULED: 'The meeting is at another time; `before` and `after` are moments.',
  PLACE: 'The meeting is elsewhere.',
  CANCELLED: 'The meeting does not take place.',
  RESTORED: 'The meeting takes place after all.',
  PAPER_ADDED: 'The item has a new paper, named in `after`.',
  PAPER_REMOVED: 'A paper of the item is gone, named in `before`.',
});

@Policy('withParent')
@ObjectType('AgendaChange', {
  description: 'One thing that changed. Of what the viewer may not see only that something in it changed.',
  simpleResolvers: true,
})
export class AgendaChangeType {
  @Field(() => AgendaChangeKindEnum, { description: 'What changed.' })
  kind!: AgendaChangeKind;

  @Field(() => String, { description: 'The item; empty for a change of the meeting itself.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it was.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is.' })
  after!: string | null;
}

@Policy('withParent')
@ObjectType('Publication', {
  description:
    'Something that participants were told: the agenda, or that the meeting was moved, cancelled or restored.',
  simpleResolvers: true,
})
export class PublicationType {
  @Field(() => Int, { description: 'The first is 1.' })
  number!: number;

  @Field(() => Date, { description: 'When.' })
  publishedAt!: Date;

  @Field(() => String, { description: 'A word with it; empty without one.' })
  message!: string;

  @Field(() => [AgendaChangeType], { description: 'What changed since the one before; empty for the first.' })
  changes!: readonly AgendaChangeType[];
}
