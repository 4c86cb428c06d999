import { holdsMandate } from '@versnellingstafel/shared/bottlenecks/escalations';
import {
  type BottleneckFacts,
  type Decision,
  type EscalationLine,
  mayLogBottleneck,
} from '@versnellingstafel/shared/bottlenecks/permissions';
import type { BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import { hasRole, roleAt, type Viewer } from '../people/people.module.ts';

/**
 * The cases this viewer may see, as a condition on `alias` (a row of `bottleneck`). The only place where this is
 * decided: lists, counts, nodes, events, search and agendas all use it.
 *
 * - A draft, also one that was taken back as a draft: filer, owner and co-signers.
 * - Its people (filer, owner, lead, civil and political owner, whom it is shared with, by name or by organisation): always.
 * - Public: every signed-in person. Regional: the regions of the viewer, and the members of the table that holds it or
 *   once received it (who gave an answer must be able to see what became of it).
 * - Confidential: members from public bodies of the table that holds it, and of the one that waits for its escalation.
 * - An exclusion beats everything.
 *
 * The lists of grants and escalations are read once per statement, not once per row.
 * @param confidentiality another expression than the row's own, to ask who would see it if.
 */
export function visibleBottlenecks(
  viewer: Viewer,
  alias: string,
  confidentiality = `${alias}.confidentiality`,
): SqlPart {
  const b = alias;
  const me = viewer.personId;
  const granted = (kind: string) =>
    `${b}.id = any(array(select g.bottleneck_id from bottleneck_grant g where g.person_id = ? and g.kind = '${kind}'))`;
  const seats = arrayLiteral(viewer.memberships.map((seat) => seat.tableId));
  const publicBodyTables = arrayLiteral(viewer.publicBodyTableIds);
  return {
    sql: `(
      (${b}.filer_id = ? or ${b}.owner_id = ? or ${granted('CO_SIGNER')}
        or (${b}.state <> 'DRAFT' and not ${b}.withdrawn_as_draft and (
          ${confidentiality} = 'PUBLIC'
          or (${confidentiality} = 'REGIONAL' and (${b}.region_id = any(?::uuid[]) or ${b}.held_by_id = any(?::uuid[])
            or ${b}.id = any(array(select e.bottleneck_id from escalation e where e.to_table_id = any(?::uuid[])
              and e.sent_at is not null and e.state <> 'WITHDRAWN'))))
          or (${confidentiality} = 'CONFIDENTIAL' and (${b}.held_by_id = any(?::uuid[]) or ${b}.id = any(array(
            select e.bottleneck_id from escalation e where e.ended_at is null and e.from_table_id = any(?::uuid[])))))
          or ${b}.lead_id = ? or ${b}.civil_owner_id = ? or ${b}.political_owner_id = ?
          or ${granted('SHARED')} or ${b}.id = any(array(select g.bottleneck_id from bottleneck_organisation_grant g where g.organisation_id = ?)))))
      and not ${granted('EXCLUDED')})`,
    params: [
      me,
      me,
      me,
      arrayLiteral(viewer.regionIds),
      seats,
      seats,
      publicBodyTables,
      publicBodyTables,
      me,
      me,
      me,
      me,
      viewer.organisationId,
      me,
    ],
  };
}

/** What the rules rest on, beside the row: read in bulk. */
export interface Surroundings {
  /** The table above the one that holds the case. */
  readonly parentTableId: string | null;
  /** The table that sent the open escalation. */
  readonly senderTableId: string | null;
  readonly ownerOrganisationId: string;
  /** What lies between the tables; left out: nothing. */
  readonly line?: EscalationLine;
}

/** The people and the place of a case, as far as rights depend on them. */
export interface CasePeople {
  readonly state: BottleneckState;
  readonly filerId: string;
  readonly ownerId: string;
  readonly leadId: string | null;
  readonly civilOwnerId: string | null;
  readonly politicalOwnerId: string | null;
  readonly heldById: string | null;
}

/** What the shared rules need to know of a viewer and a case they can see. */
export function bottleneckFacts(viewer: Viewer, row: CasePeople, around: Surroundings): BottleneckFacts {
  const me = viewer.personId;
  const ownsCivilly = hasRole(viewer, 'CIVIL_OWNER') && viewer.organisationId === around.ownerOrganisationId;
  return {
    state: row.state,
    isFiler: row.filerId === me,
    isOwner: row.ownerId === me,
    isLead: row.leadId === me,
    isCivilOwner: row.civilOwnerId === me || ownsCivilly,
    isPoliticalOwner: row.politicalOwnerId === me,
    roleAtHolder: roleAt(viewer, row.heldById),
    roleAtSender: roleAt(viewer, around.senderTableId),
    mandateAtHolder: mandateAt(viewer, row.heldById),
    line: around.line,
  };
}

/** May the viewer answer for this table? */
export function mandateAt(viewer: Viewer, tableId: string | null): boolean {
  return holdsMandate(viewer.memberships.find((seat) => seat.tableId === tableId));
}

/** Is the viewer one of the people of the case? They may know whom it is shared with. */
export function isOfTheCase(viewer: Viewer, row: CasePeople): boolean {
  const people = [row.filerId, row.ownerId, row.leadId, row.civilOwnerId, row.politicalOwnerId];
  return people.includes(viewer.personId);
}

/** May this person log a case at all? */
export function mayLog(viewer: Viewer): Decision | { readonly allowed: false; readonly reason: 'NO_ROLE' } {
  const tableRoles = viewer.memberships.map((seat) => seat.role);
  return mayLogBottleneck({ organisationRoles: viewer.organisationRoles, tableRoles })
    ? { allowed: true }
    : { allowed: false, reason: 'NO_ROLE' };
}
