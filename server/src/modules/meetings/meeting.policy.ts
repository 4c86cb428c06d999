import type { SqlEntityManager } from '@mikro-orm/sql';
import { type OrganisationKind, isPublicBody } from '@versnellingstafel/shared/people/roles';
import { type TableRole, leadsTable } from '@versnellingstafel/shared/tables/roles';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import { type AppContext, roleAt, type Viewer } from '../people/people.module.ts';

/** Does the viewer prepare the meetings of this table? They see the working version; others what was published. */
export function leads(viewer: Viewer, tableId: string): boolean {
  return leadsTable(roleAt(viewer, tableId));
}

/** The tables whose meetings the viewer prepares, as a parameter: `any(?::uuid[])`. */
export function ledTables(viewer: Viewer): string {
  return arrayLiteral(viewer.memberships.filter((seat) => leadsTable(seat.role)).map((seat) => seat.tableId));
}

/**
 * The meetings this viewer may see, as a condition on `alias` (a row of `meeting`): those of tables where they sit and of
 * the tables below, from publication on; chair and secretary from the planning on. From publication on also who comes for an absent
 * member, until the minutes are adopted, and who is invited to an item that is published. The only place where this is decided; how much
 * of a meeting shows is in `loadMeetingFacts`.
 */
export function visibleMeetings(viewer: Viewer, alias: string): SqlPart {
  const m = alias;
  return {
    sql: `(${m}.table_id = any(?::uuid[]) or (${m}.published_at is not null and (${m}.table_id = any(?::uuid[])
      or (${m}.state <> 'MINUTES_ADOPTED' and ${m}.id = any(array(
        select a.meeting_id from attendance a join meeting sm on sm.id = a.meeting_id
          join membership ms on ms.table_id = sm.table_id and ms.person_id = a.substitutes_for_id
        where a.person_id = ?)))
      or (${m}.id = any(array(select g.meeting_id from agenda_guest g where g.person_id = ?)) and exists (
        select from agenda_guest g where g.meeting_id = ${m}.id and g.person_id = ?
          and ${m}.published_agenda @> jsonb_build_array(jsonb_build_object('id', g.agenda_item_id)))))))`,
    params: [
      ledTables(viewer),
      arrayLiteral(viewer.followedTableIds),
      viewer.personId,
      viewer.personId,
      viewer.personId,
    ],
  };
}

/** May a member of this table see the closed part of its meetings? Those for a public body, not observers. */
export function seesClosedPart(viewer: Viewer, tableId: string): boolean {
  return viewer.publicBodyTableIds.includes(tableId);
}

/** What a viewer is at one meeting: all that rights on it are decided from. */
export interface FactsOfMeeting {
  readonly meetingId: string;
  readonly tableId: string;
  /** Of the seat at the table, or of the member whom the viewer replaces; the one that may do more. Null without either. */
  readonly role: TableRole | null;
  readonly mandate: boolean;
  /** Prepares it: the working version shows. */
  readonly leads: boolean;
  /** Gets the agenda as a whole: by a seat at the table or one above it, or for a member. A guest gets the items of the invitation. */
  readonly seesWholeAgenda: boolean;
  readonly seesClosedPart: boolean;
  /** Invited to an item, without a seat. */
  readonly isGuest: boolean;
  /** The items that the viewer is invited to by name, with or without a seat. */
  readonly guestItemIds: ReadonlySet<string>;
  /** The absent member whom the viewer replaces. */
  readonly isSubstituteFor: string | null;
}

/**
 * Does an item show to the viewer, as far as the meeting goes: it is on the agenda that they get, and the closed part is for who may see
 * it and for who is invited to it by name. What the item is about decides too; see agenda.queries.ts.
 */
export function showsItem(facts: FactsOfMeeting, item: { readonly id: string; readonly closedPart: boolean }): boolean {
  if (facts.guestItemIds.has(item.id)) return true;
  return facts.seesWholeAgenda && (!item.closedPart || facts.seesClosedPart);
}

interface FactsRow {
  id: string;
  tableId: string;
  guestItemIds: string[];
  memberId: string | null;
  memberRole: TableRole | null;
  memberMandate: boolean | null;
  memberKind: OrganisationKind | null;
}

/**
 * What the viewer is at each of these meetings, in one statement. It grants nothing: whether a meeting shows at all is decided by
 * `visibleMeetings`. A substitute counts as the member, from publication until the minutes are adopted.
 */
export async function loadMeetingFacts(
  em: SqlEntityManager,
  viewer: Viewer,
  meetingIds: readonly string[],
): Promise<Map<string, FactsOfMeeting>> {
  const rows = await em.execute<FactsRow[]>(
    `select m.id, m.table_id as "tableId",
       (select coalesce(json_agg(g.agenda_item_id), '[]') from agenda_guest g where g.meeting_id = m.id and g.person_id = ?) as "guestItemIds",
       member.id as "memberId", member.role as "memberRole", member.mandate as "memberMandate", member.kind as "memberKind"
     from meeting m left join lateral (
       select s.person_id as id, s.role, s.mandate, o.kind from attendance a
         join membership s on s.table_id = m.table_id and s.person_id = a.substitutes_for_id
         join person p on p.id = s.person_id join organisation o on o.id = p.organisation_id
       where a.meeting_id = m.id and a.person_id = ?) member on m.published_at is not null and m.state <> 'MINUTES_ADOPTED'
     where m.id = any(?::uuid[])`,
    [viewer.personId, viewer.personId, arrayLiteral(meetingIds)],
  );
  return new Map(rows.map((row) => [row.id, factsFrom(viewer, row)]));
}

/** What the viewer of this context is at a meeting; null when there is no such meeting. One statement for all that are asked for. */
export function meetingFacts(context: AppContext, meetingId: string): Promise<FactsOfMeeting | null> {
  return context
    .loader<FactsOfMeeting>('meetingFacts', (ids) => loadMeetingFacts(context.em, context.requireViewer(), ids))
    .load(meetingId);
}

const rank: readonly (TableRole | null)[] = ['CHAIR', 'SECRETARY', 'PARTICIPANT', 'OBSERVER', null];

function factsFrom(viewer: Viewer, row: FactsRow): FactsOfMeeting {
  const { tableId } = row;
  const seat = viewer.memberships.find((one) => one.tableId === tableId);
  const role = rank.find((one) => one === (seat?.role ?? null) || one === row.memberRole) ?? null;
  const memberSeesAll = row.memberRole !== 'OBSERVER' && row.memberKind !== null && isPublicBody(row.memberKind);
  return {
    meetingId: row.id,
    tableId,
    role,
    mandate: seat?.mandate === true || row.memberMandate === true,
    leads: leadsTable(role),
    seesWholeAgenda: role !== null || viewer.followedTableIds.includes(tableId),
    seesClosedPart: seesClosedPart(viewer, tableId) || memberSeesAll,
    isGuest: role === null && row.guestItemIds.length > 0,
    guestItemIds: new Set(row.guestItemIds),
    isSubstituteFor: row.memberId,
  };
}
