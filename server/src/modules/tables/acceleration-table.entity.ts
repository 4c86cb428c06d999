import { defineEntity, p } from '@mikro-orm/core';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { Rhythm } from '@versnellingstafel/shared/tables/rhythm';
import type { TableLevel, TableRole } from '@versnellingstafel/shared/tables/roles';
import { Municipality } from '../people/municipality.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Region } from '../people/region.entity.ts';

const tableSchema = defineEntity({
  name: 'AccelerationTable',
  tableName: 'acceleration_table',
  properties: {
    id: p.uuid().primary(),
    /** Its place in addresses: `west-overijssel`. */
    slug: p.text(),
    name: p.text(),
    shortName: p.text(),
    level: p.text().$type<TableLevel>(),
    regionId: () => p.manyToOne(Region).mapToPk().fieldName('region_id').nullable(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').nullable(),
    /** Where an escalation goes; null at the end of the line. */
    parentId: () => p.manyToOne(AccelerationTable).mapToPk().fieldName('parent_id').nullable(),
    position: p.integer().default(0),
    /** Meets in this week of the month (1 to 4, 5 is the last) … */
    meetingWeek: p.integer().nullable(),
    /** … on this day (1 is Monday), Europe/Amsterdam, `HH:MM`. */
    meetingWeekday: p.integer().nullable(),
    meetingStarts: p.text().default('13:30'),
    meetingEnds: p.text().default('16:00'),
    meetingLocation: p.text().default(''),
    /** Days from a meeting to its deadlines; negative before it. */
    submitDays: p.integer().default(-14),
    papersDays: p.integer().default(-7),
    minutesDays: p.integer().default(7),
    /** Working days from a meeting to telling the municipalities what came of their cases. */
    feedbackDays: p.integer().default(5),
    /** Months in which it does not meet, 1 is January. */
    monthsWithout: p.json<number[]>().default([]),
    monthsAhead: p.integer().default(6),
    /** Are the meetings of the series made by themselves? */
    keepFilled: p.boolean().default(true),
    rhythmVersion: p.integer().default(1),
    rhythmChangedById: () => p.manyToOne(Person).mapToPk().fieldName('rhythm_changed_by_id').nullable(),
    rhythmChangedAt: p.datetime().nullable(),
    /** Does a political owner agree before an escalation leaves this table? */
    escalationNeedsAgreement: p.boolean().default(true),
    /** Days within which this table answers what is escalated to it. */
    answerTermDays: p.integer().default(28),
    /** From this day on it receives nothing; null while it meets. */
    closedOn: p.date().$type<LocalDate>().nullable(),
  },
});

export class AccelerationTable extends tableSchema.class {
  /** Meets to this rhythm from now on; the meetings that were made stay. */
  keepRhythm(rhythm: Rhythm, change: { by: string; at: Date }): void {
    this.meetingWeek = rhythm.day?.week ?? null;
    this.meetingWeekday = rhythm.day?.weekday ?? null;
    this.meetingStarts = rhythm.starts;
    this.meetingEnds = rhythm.ends;
    this.meetingLocation = rhythm.location;
    this.submitDays = -rhythm.submitDaysBefore;
    this.papersDays = -rhythm.papersDaysBefore;
    this.minutesDays = rhythm.minutesDaysAfter;
    this.feedbackDays = rhythm.feedbackWorkingDays;
    this.monthsWithout = [...rhythm.monthsWithout];
    this.monthsAhead = rhythm.monthsAhead;
    this.keepSeries(rhythm.keepFilled, change);
  }

  /** Escalates and answers by these rules from now on. */
  keepEscalationRules(rules: { escalationNeedsAgreement: boolean; answerTermDays: number }): void {
    Object.assign(this, rules);
  }

  /** From now on its meetings are made by themselves, or they are not. */
  keepSeries(keepFilled: boolean, change: { by: string; at: Date }): void {
    this.keepFilled = keepFilled;
    this.rhythmVersion += 1;
    this.rhythmChangedById = change.by;
    this.rhythmChangedAt = change.at;
  }
}
tableSchema.setClass(AccelerationTable);

const membershipSchema = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: {
    tableId: () => p.manyToOne(AccelerationTable).mapToPk().fieldName('table_id').primary(),
    personId: () => p.manyToOne(Person).mapToPk().fieldName('person_id').primary(),
    role: p.text().$type<TableRole>(),
    /** May answer escalations and adopt for the table. */
    mandate: p.boolean().default(false),
  },
});

export class Membership extends membershipSchema.class {}
membershipSchema.setClass(Membership);
