import { defineEntity, p } from '@mikro-orm/core';
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
    /** Meets in this week of the month (1 to 5) … */
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
  },
});

export class AccelerationTable extends tableSchema.class {}
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
