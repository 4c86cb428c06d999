import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { PublicHoliday } from '@versnellingstafel/shared/dates/working-days';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';

const PublicHolidayEnum = graphEnum<PublicHoliday>('PublicHoliday', 'A holiday in the Netherlands.', {
  NEW_YEAR: 'The first of January.',
  GOOD_FRIDAY: 'Two days before Easter; no day off.',
  EASTER_SUNDAY: 'Easter.',
  EASTER_MONDAY: 'The day after Easter.',
  KINGS_DAY: 'The 27th of April, the 26th when that is a Sunday.',
  LIBERATION_DAY: 'The fifth of May; a day off once in five years.',
  ASCENSION_DAY: 'Thursday, 39 days after Easter.',
  WHIT_SUNDAY: 'Pentecost.',
  WHIT_MONDAY: 'The day after Pentecost.',
  CHRISTMAS_DAY: 'The 25th of December.',
  BOXING_DAY: 'The 26th of December.',
});

const week = 'Week of the month, 1 to 4; 5 is the last one. Null: no fixed day, and no series.';
const weekday = 'Day of the week, 1 is Monday and 7 is Sunday.';
const wallTime = 'as a clock in the Netherlands shows it, HH:MM.';

@Policy('withParent')
@ObjectType('TableRhythm', { description: 'When a table meets, and by when what is due.', simpleResolvers: true })
export class TableRhythmType {
  @Field(() => Int, { description: 'Raised by every change of the rhythm.' })
  version!: number;

  @Field(() => Int, { nullable: true, description: week })
  week!: number | null;

  @Field(() => Int, { nullable: true, description: weekday })
  weekday!: number | null;

  @Field(() => String, { description: `When it begins, ${wallTime}` })
  starts!: string;

  @Field(() => String, { description: `When it ends, ${wallTime}` })
  ends!: string;

  @Field(() => String, { description: 'Where; empty when that is not fixed.' })
  location!: string;

  @Field(() => Int, { description: 'Days before a meeting on which submitting ends.' })
  submitDaysBefore!: number;

  @Field(() => Int, { description: 'Days before a meeting on which its papers are due.' })
  papersDaysBefore!: number;

  @Field(() => Int, { description: 'Days after a meeting on which its minutes are due.' })
  minutesDaysAfter!: number;

  @Field(() => Int, { description: 'Working days after a meeting within which municipalities hear what came of it.' })
  feedbackWorkingDays!: number;

  @Field(() => [Int], { description: 'Months in which it does not meet, 1 is January.' })
  monthsWithout!: readonly number[];

  @Field(() => Int, { description: 'So many months ahead the meetings are made.' })
  monthsAhead!: number;

  @Field(() => Boolean, { description: 'Are the meetings of the series made by themselves as time goes on?' })
  keepFilled!: boolean;
}

@Policy('withParent')
@ObjectType('HolidayFacts', { description: 'A holiday and what it means for work.', simpleResolvers: true })
class HolidayFactsType {
  @Field(() => PublicHolidayEnum, { description: 'Which holiday.' })
  holiday!: PublicHoliday;

  @Field(() => Boolean, { description: 'Are people off? A meeting on a day off is held a week later.' })
  dayOff!: boolean;
}

@Policy('withParent')
@ObjectType('RhythmDate', {
  description: 'A month of the series: the day by the rule, what becomes of it and why, and the deadlines around it.',
  simpleResolvers: true,
})
export class RhythmDateType {
  @Field(() => String, { description: 'The month, YYYY-MM.' })
  month!: string;

  @Field(() => LocalDateScalar, { description: 'The day by the rule.' })
  ruleDay!: LocalDate;

  @Field(() => HolidayFactsType, { nullable: true, description: 'The holiday on the day by the rule.' })
  holiday!: object | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it meets: another one than by the rule after a day off; null in a month without.',
  })
  day!: LocalDate | null;

  @Field(() => Date, { nullable: true, description: 'When it begins.' })
  startsAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ends.' })
  endsAt!: Date | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day to submit; a working day.' })
  submitBy!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day for its papers; a working day.' })
  papersBy!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day for its minutes; a working day.' })
  minutesBy!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day for feedback to municipalities.' })
  feedbackBy!: LocalDate | null;
}

@Policy('withParent')
@ObjectType('RhythmPreview', { description: 'The next dates of a rhythm, or what is wrong with it.' })
export class RhythmPreviewType extends Payload {}

@Policy('withParent')
@ObjectType('TablePayload', { description: 'The table as it is now, or why nothing changed.' })
export class TablePayload extends Payload {}

@InputType('RhythmInput', { description: 'A rhythm; what is left out stays as it is for the table.' })
export class RhythmInput {
  @Field(() => ID, { description: 'The table.' })
  tableId!: string;

  @Field(() => Int, { nullable: true, description: week })
  week?: number | null;

  @Field(() => Int, { nullable: true, description: weekday })
  weekday?: number | null;

  @Field(() => String, { nullable: true, description: `When it begins, ${wallTime}` })
  starts?: string | null;

  @Field(() => String, { nullable: true, description: `When it ends, ${wallTime} At most eight hours later.` })
  ends?: string | null;

  @Field(() => String, { nullable: true, description: 'Where; empty when that is not fixed.' })
  location?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days before a meeting on which submitting ends.' })
  submitDaysBefore?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days before a meeting on which its papers are due.' })
  papersDaysBefore?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days after a meeting on which its minutes are due.' })
  minutesDaysAfter?: number | null;

  @Field(() => Int, { nullable: true, description: 'Working days for feedback to municipalities.' })
  feedbackWorkingDays?: number | null;

  @Field(() => [Int], { nullable: true, description: 'Months in which it does not meet, 1 is January.' })
  monthsWithout?: number[] | null;

  @Field(() => Int, { nullable: true, description: 'So many months ahead the meetings are made.' })
  monthsAhead?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Are the meetings made by themselves as time goes on?' })
  keepFilled?: boolean | null;
}

@InputType('ChangeRhythmInput', { description: 'What changes about a rhythm; what is left out stays.' })
export class ChangeRhythmInput extends RhythmInput {
  @Field(() => Int, { description: 'Version of the rhythm that was seen.' })
  expectedVersion!: number;
}
