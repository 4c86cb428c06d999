import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import type { Viewer } from '../../people/people.module.ts';

/*
 * What a viewer reads of a case that they may see. Who sees it only because it was escalated to their table reads what was shared with
 * that table: the memo, and the text or the files of the case only where the sending table said so.
 */

/** Did this table receive the case? An escalation that was taken back before it was accepted never arrived. */
const received = (table: string) =>
  `select from escalation r where r.bottleneck_id = %b.id and r.to_table_id = ${table} and r.sent_at is not null and r.state <> 'WITHDRAWN'`;

/**
 * Condition: the viewer reads the whole case, by a right that does not rest on a receiving table alone.
 * @param alias a row of `bottleneck` that the viewer may see; this asks no more than what of it they read.
 */
export function readsWhole(viewer: Viewer, alias: string): SqlPart {
  const b = alias;
  const me = viewer.personId;
  const seats = arrayLiteral(viewer.memberships.map((seat) => seat.tableId));
  const publicBody = arrayLiteral(viewer.publicBodyTableIds);
  const home = (table: string) => `not exists (${received(table).replaceAll('%b', b)})`;
  return {
    sql: `(${b}.confidentiality = 'PUBLIC' or coalesce(? = any(array[${b}.filer_id, ${b}.owner_id, ${b}.lead_id, ${b}.civil_owner_id, ${b}.political_owner_id]), false)
      or (${b}.confidentiality = 'REGIONAL' and ${b}.region_id = any(?::uuid[]))
      or exists (select from bottleneck_grant g where g.bottleneck_id = ${b}.id and g.person_id = ? and g.kind in ('SHARED', 'CO_SIGNER'))
      or exists (select from bottleneck_organisation_grant g where g.bottleneck_id = ${b}.id and g.organisation_id = ?)
      or exists (select from unnest(case when ${b}.confidentiality = 'CONFIDENTIAL' then ?::uuid[] else ?::uuid[] end) as seat (id)
        where (coalesce(seat.id = ${b}.held_by_id, false) or exists (select from escalation s where s.bottleneck_id = ${b}.id and s.from_table_id = seat.id and s.sent_at is not null))
          and ${home('seat.id')}))`,
    params: [me, arrayLiteral(viewer.regionIds), me, viewer.organisationId, publicBody, seats],
  };
}

/** Condition: the viewer reads the text of the case, what was tried, what is proposed and what happened before. */
export function readsDossier(viewer: Viewer, alias: string): SqlPart {
  const whole = readsWhole(viewer, alias);
  const seats = arrayLiteral(viewer.memberships.map((seat) => seat.tableId));
  return {
    sql: `(${whole.sql} or exists (select from escalation r where r.bottleneck_id = ${alias}.id and r.to_table_id = any(?::uuid[])
      and r.sent_at is not null and r.state <> 'WITHDRAWN' and r.shares_dossier))`,
    params: [...whole.params, seats],
  };
}
