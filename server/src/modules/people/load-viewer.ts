import type { SqlEntityManager } from '@mikro-orm/sql';
import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import { type OrganisationKind, type OrganisationRole, isPublicBody } from '@versnellingstafel/shared/people/roles';
import type { Seat, Viewer } from './viewer.ts';

interface ViewerRow {
  personId: string;
  chosenLocale: MessageLocale | null;
  lastVisitAt: Date | string | null;
  organisationId: string;
  organisationKind: OrganisationKind;
  municipalityId: string | null;
  organisationRoles: OrganisationRole[];
  seats: Omit<Seat, 'publicBody'>[];
  regionIds: string[];
  followedTableIds: string[];
}

/*
 * The rights of a person in one statement. It reads the seats of the room of tables too: asking two rooms would
 * cost every request a second round trip.
 */
const sql = `
  with recursive seat as (
    select m.table_id, m.role, m.mandate, t.region_id
    from membership m join acceleration_table t on t.id = m.table_id
    where m.person_id = ?
  ), followed as (
    select table_id as id from seat
    union
    select t.id from acceleration_table t join followed f on t.parent_id = f.id
  ), roles as (
    select r.role, r.organisation_id from organisation_role r where r.person_id = ?
  ), regions as (
    select region_id as id from seat where region_id is not null
    union
    select m.region_id from roles r
      join organisation o on o.id = r.organisation_id
      join municipality m on m.id = o.municipality_id
    where r.role in ('CIVIL_OWNER', 'POLITICAL_OWNER')
  )
  select p.id as "personId", p.locale as "chosenLocale", p.last_visit_at as "lastVisitAt",
    o.id as "organisationId", o.kind as "organisationKind", o.municipality_id as "municipalityId",
    (select coalesce(json_agg(distinct role order by role), '[]') from roles) as "organisationRoles",
    (select coalesce(json_agg(json_build_object('tableId', table_id, 'role', role, 'mandate', mandate) order by table_id), '[]') from seat) as "seats",
    (select coalesce(json_agg(id), '[]') from regions) as "regionIds",
    (select coalesce(json_agg(id), '[]') from followed) as "followedTableIds"
  from person p join organisation o on o.id = p.organisation_id
  where p.id = ?`;

/** Reads who somebody is and what their rights rest on, now. @returns null when there is no such person. */
export async function loadViewer(em: SqlEntityManager, personId: string): Promise<Viewer | null> {
  const rows = await em.execute<ViewerRow[]>(sql, [personId, personId, personId]);
  const row = rows[0];
  if (!row) return null;
  const { seats, lastVisitAt, ...facts } = row;
  const publicBody = isPublicBody(row.organisationKind);
  return {
    ...facts,
    lastVisitAt: lastVisitAt === null ? null : new Date(lastVisitAt),
    memberships: seats.map((seat) => ({ ...seat, publicBody })),
    publicBodyTableIds: publicBody ? seats.filter((seat) => seat.role !== 'OBSERVER').map((seat) => seat.tableId) : [],
  };
}
