import { Field, ID, InputType, Int } from 'type-graphql';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import type { SeriesScope } from './series-for-change.ts';

const SeriesScopeEnum = graphEnum<SeriesScope>('SeriesScope', 'How much of a series a change is about.', {
  ONE: 'This meeting alone.',
  FROM_HERE: 'This meeting and all later ones of the series.',
});

const seen = 'Version of the meeting that was seen.';
const scope = 'This meeting alone, or also the later ones of its series.';

@InputType('PlanSeriesInput', { description: 'Which series is made ahead.' })
export class PlanSeriesInput {
  @Field(() => ID, { description: 'The table.' })
  tableId!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Do drafts of the series move to where the rhythm has them now? Those that were moved by hand stay.',
  })
  moveDrafts?: boolean | null;
}

@InputType('RescheduleMeetingInput', { description: 'Another time or place for a meeting.' })
export class RescheduleMeetingInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => Date, { description: 'When it starts; not in the past.' })
  startsAt!: Date;

  @Field(() => Date, { description: 'When it ends; at most eight hours later.' })
  endsAt!: Date;

  @Field(() => String, { nullable: true, description: 'Where; left out: as it was.' })
  location?: string | null;

  @Field(() => SeriesScopeEnum, { nullable: true, defaultValue: 'ONE', description: scope })
  scope?: SeriesScope | null;
}

@InputType('CancelMeetingInput', { description: 'A meeting that does not take place.' })
export class CancelMeetingInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why; all who may see the meeting read it.' })
  reason!: string;

  @Field(() => SeriesScopeEnum, { nullable: true, defaultValue: 'ONE', description: scope })
  scope?: SeriesScope | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Do its items go on the next agenda of the table, by reference? Those that stand there already do not.',
  })
  moveItems?: boolean | null;
}

@InputType('RestoreMeetingInput', { description: 'A cancelled meeting that takes place after all.' })
export class RestoreMeetingInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => SeriesScopeEnum, {
    nullable: true,
    defaultValue: 'ONE',
    description: 'This meeting alone, or also the later ones that were cancelled in the same act.',
  })
  scope?: SeriesScope | null;
}

@InputType('UndoRescheduleInput', { description: 'A moved meeting that goes back.' })
export class UndoRescheduleInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;
}
