import type { SqlEntityManager } from '@mikro-orm/sql';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { type FrozenItem, thaw } from './frozen-minutes.ts';
import { type ItemRecord, recordsOf } from './minutes-content.ts';
import { visibleMinutes } from './minutes.policy.ts';

/** What minutes say of one item, for finding it again. */
export interface FoundItem {
  /** Of the agenda item. */
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Numbers of decisions and actions. */
  readonly numbers: readonly string[];
  readonly changedAt: Date;
}

interface Row {
  id: string;
  meetingId: string;
  title: string;
  closedPart: boolean;
  frozen: string | null;
  changedAt: string;
  addenda: string[];
}

/** The items of these meetings. */
export async function itemsOfMeetings(em: SqlEntityManager, meetingIds: readonly string[]): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>('select id from agenda_item where meeting_id = any(?::uuid[])', [
    arrayLiteral(meetingIds),
  ]);
  return rows.map(({ id }) => id);
}

/** What minutes say of these items, as far as there are minutes; rights are for whoever asks. */
export async function minutesForSearch(em: SqlEntityManager, itemIds: readonly string[]): Promise<FoundItem[]> {
  const rows = await em.execute<Row[]>(
    `select i.id, i.meeting_id as "meetingId", i.title, i.closed_part as "closedPart", n.frozen, n.updated_at as "changedAt",
       array(select a.text from minutes_addendum a where a.agenda_item_id = i.id and a.state = 'ACCEPTED' order by a.number) as addenda
     from agenda_item i join minutes n on n.meeting_id = i.meeting_id where i.id = any(?::uuid[])`,
    [arrayLiteral(itemIds)],
  );
  const open = rows.filter(({ frozen }) => frozen === null).map(({ meetingId }) => meetingId);
  const records = open.length === 0 ? new Map() : await recordsOf(em, [...new Set(open)]);
  const adopted = new Map<string, FrozenItem>();
  for (const frozen of new Set(rows.flatMap((row) => row.frozen ?? [])))
    for (const item of thaw(frozen).items) adopted.set(item.id, item);
  return rows.flatMap((row) => {
    const said: FrozenItem | ItemRecord | undefined =
      adopted.get(row.id) ?? records.get(row.meetingId)?.items.get(row.id);
    return said ? [foundItem(row, said, adopted.get(row.id)?.title ?? row.title)] : [];
  });
}

/** What belongs to the closed part is found with its item there, and never with an item that others see. */
function foundItem(row: Row, said: ItemRecord, title: string): FoundItem {
  const outcomes = said.outcomes.filter(({ closedPart }) => row.closedPart || !closedPart);
  return {
    id: row.id,
    title,
    paragraphs: [
      ...said.text.map(({ text }) => text),
      said.outcome,
      ...outcomes.flatMap(({ text, action }) => [text, action?.what ?? '']),
      ...row.addenda,
    ].filter(Boolean),
    numbers: outcomes.flatMap(({ number, action }) => [number, action?.number ?? null]).filter((one) => one !== null),
    changedAt: new Date(row.changedAt),
  };
}

/**
 * The items of minutes that this viewer may find, as a condition on a row of `agenda_item`: in minutes that they may see, of the whole
 * agenda or of what they are invited to; the closed part for members from public bodies; not when it is about cases alone of which they
 * see none.
 */
export function visibleMinutesItems(viewer: Viewer, item: string): SqlPart {
  const minutes = visibleMinutes(viewer, 'sn', 'sm');
  const cases = visibleBottlenecks(viewer, 'sb');
  return {
    sql: `(exists (select from minutes sn join meeting sm on sm.id = sn.meeting_id where sn.meeting_id = ${item}.meeting_id and ${minutes.sql}
        and (exists (select from agenda_guest sg where sg.agenda_item_id = ${item}.id and sg.person_id = ?)
          or (sm.table_id = any(?::uuid[]) and (not ${item}.closed_part or sm.table_id = any(?::uuid[])))))
      and (not exists (select from agenda_item_subject ss where ss.agenda_item_id = ${item}.id and ss.bottleneck_id is not null)
        or exists (select from agenda_item_subject ss join bottleneck sb on sb.id = ss.bottleneck_id and ${cases.sql} where ss.agenda_item_id = ${item}.id)))`,
    params: [
      ...minutes.params,
      viewer.personId,
      arrayLiteral(viewer.followedTableIds),
      arrayLiteral(viewer.publicBodyTableIds),
      ...cases.params,
    ],
  };
}
