import { defineEntity, p } from '@mikro-orm/core';
import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import type { OrganisationRole as Role } from '@versnellingstafel/shared/people/roles';
import { Organisation } from './organisation.entity.ts';

const personSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    jobTitle: p.text().default(''),
    organisationId: () => p.manyToOne(Organisation).mapToPk().fieldName('organisation_id'),
    fictional: p.boolean().default(false),
    /** Who this is, in a sentence; only people with one can be signed in as in the demo. */
    personaSummary: p.text().nullable(),
    personaPosition: p.integer().nullable(),
    /** The language this person chose; null: the browser's. */
    locale: p.text().$type<MessageLocale>().nullable(),
    lastVisitAt: p.datetime().nullable(),
  },
});

export class Person extends personSchema.class {}
personSchema.setClass(Person);

const roleSchema = defineEntity({
  name: 'OrganisationRole',
  tableName: 'organisation_role',
  properties: {
    personId: () => p.manyToOne(Person).mapToPk().fieldName('person_id').primary(),
    organisationId: () => p.manyToOne(Organisation).mapToPk().fieldName('organisation_id').primary(),
    role: p.text().$type<Role>().primary(),
  },
});

/** A role that a person holds in an organisation. */
export class OrganisationRole extends roleSchema.class {}
roleSchema.setClass(OrganisationRole);
