import type { ActionFacts } from '@versnellingstafel/shared/actions/permissions';
import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import { hasRole, roleAt, type Viewer } from '../people/people.module.ts';
import type { Action } from './action.entity.ts';

/**
 * The actions this viewer may see, as a condition on `alias` (a row of `action`): one's own; those of tables where one sits and of the
 * tables below; as a civil owner those of one's organisation. What was agreed in a closed part, or about a confidential case, shows only
 * to members from public bodies of the table, and to who has to do it. The only place where this is decided.
 */
export function visibleActions(viewer: Viewer, alias: string): SqlPart {
  const me = viewer.personId;
  const publicBody = arrayLiteral(viewer.publicBodyTableIds);
  const civil = hasRole(viewer, 'CIVIL_OWNER') ? viewer.organisationId : null;
  return {
    sql: `(${alias}.owner_id = ? or (
      (${alias}.table_id = any(?::uuid[]) or exists (select from person w where w.id = ${alias}.owner_id and w.organisation_id = ?::uuid))
      and (not ${alias}.closed_part or ${alias}.table_id = any(?::uuid[]))
      and not exists (select from bottleneck c where c.id = ${alias}.bottleneck_id and (
        (c.confidentiality = 'CONFIDENTIAL' and not ${alias}.table_id = any(?::uuid[]))
        or exists (select from bottleneck_grant x where x.bottleneck_id = c.id and x.person_id = ? and x.kind = 'EXCLUDED')))))`,
    params: [me, arrayLiteral(viewer.followedTableIds), civil, publicBody, publicBody, me],
  };
}

/** What the shared rules need to know of a viewer and an action they can see. */
export function actionFacts(viewer: Viewer, action: Action, ownerOrganisationId: string): ActionFacts {
  return {
    state: action.state,
    isOwner: action.ownerId === viewer.personId,
    isCivilOwner: hasRole(viewer, 'CIVIL_OWNER') && viewer.organisationId === ownerOrganisationId,
    leadsTable: leadsTable(roleAt(viewer, action.tableId)),
  };
}
