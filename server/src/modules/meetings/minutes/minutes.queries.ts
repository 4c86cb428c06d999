import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { MinutesFacts } from '@versnellingstafel/shared/meetings/minutes';
import type { AppContext } from '../../people/people.module.ts';
import { agendaOf } from '../agenda.queries.ts';
import { meetingFacts } from '../meeting.policy.ts';
import { Minutes, MinutesAddendum, MinutesRemark } from './minutes.entity.ts';
import { visibleMinutes } from './minutes.policy.ts';

/** The load of the node: minutes by id, as far as the viewer may see them, in one statement. */
export async function loadMinutes(context: AppContext, ids: readonly string[]): Promise<Map<string, Minutes>> {
  const list = await minutesWhere(context, 'n.id', ids);
  return new Map(list.map((minutes) => [minutes.id, minutes]));
}

/** The minutes of a meeting; null before it is closed and for whom they are not there. One statement for all meetings. */
export async function minutesOf(context: AppContext, meetingId: string): Promise<object | null> {
  const loader = context.loader<string>('minutesOf', async (ids) => {
    const list = await minutesWhere(context, 'n.meeting_id', ids);
    return new Map(list.map((minutes) => [minutes.meetingId, minutes.id]));
  });
  return context.node('Minutes', await loader.load(meetingId));
}

async function minutesWhere(context: AppContext, column: string, ids: readonly string[]): Promise<Minutes[]> {
  if (context.viewer === null) return [];
  const visible = visibleMinutes(context.viewer, 'n', 'm');
  const rows = await context.em.execute<object[]>(
    `select n.* from minutes n join meeting m on m.id = n.meeting_id where ${column} = any(?::uuid[]) and ${visible.sql}`,
    [arrayLiteral(ids), ...visible.params],
  );
  return rows.map((row) => context.em.map(Minutes, row));
}

/** What the viewer's rights on minutes are decided from. */
export async function factsOf(context: AppContext, { meetingId, state }: Minutes): Promise<MinutesFacts> {
  const facts = await meetingFacts(context, meetingId);
  return { role: facts?.role ?? null, mandate: facts?.mandate ?? false, state };
}

/** Does the viewer see the item that something is about? What is about all of the minutes, they do. */
async function seesItem(context: AppContext, minutes: Minutes, itemId: string | null): Promise<boolean> {
  if (itemId === null) return true;
  return (await agendaOf(context, minutes.meetingId)).some(({ id, masked }) => id === itemId && !masked);
}

/** The remarks on minutes, in their order: for the people of the table, as far as they see the item. One statement for all. */
export async function remarksOf(context: AppContext, minutes: Minutes): Promise<MinutesRemark[]> {
  const loader = context.loader<MinutesRemark[]>('remarksOf', async (ids) => {
    const rows = await context.em.execute<object[]>(
      'select * from minutes_remark where minutes_id = any(?::uuid[]) order by written_at, id',
      [arrayLiteral(ids)],
    );
    return grouped(
      rows.map((row) => context.em.map(MinutesRemark, row)),
      (remark) => remark.minutesId,
    );
  });
  if ((await factsOf(context, minutes)).role === null) return [];
  return shown(context, minutes, (await loader.load(minutes.id)) ?? []);
}

/** The addenda, in their order: those that count for all, the others for the people of the table. One statement for all. */
export async function addendaOf(context: AppContext, minutes: Minutes): Promise<MinutesAddendum[]> {
  const loader = context.loader<MinutesAddendum[]>('addendaOf', async (ids) => {
    const rows = await context.em.execute<object[]>(
      'select * from minutes_addendum where minutes_id = any(?::uuid[]) order by written_at, id',
      [arrayLiteral(ids)],
    );
    return grouped(
      rows.map((row) => context.em.map(MinutesAddendum, row)),
      (addendum) => addendum.minutesId,
    );
  });
  const { role } = await factsOf(context, minutes);
  const addenda = await shown(context, minutes, (await loader.load(minutes.id)) ?? []);
  return addenda.filter(({ state }) => state === 'ACCEPTED' || role !== null);
}

async function shown<T extends { agendaItemId: string | null }>(
  context: AppContext,
  minutes: Minutes,
  rows: readonly T[],
): Promise<T[]> {
  const sees = await Promise.all(rows.map((row) => seesItem(context, minutes, row.agendaItemId)));
  return rows.filter((_, index) => sees[index]);
}

/** The load of the node: remarks as far as the viewer sees them in their minutes. */
export function loadRemarks(context: AppContext, ids: readonly string[]): Promise<Map<string, MinutesRemark>> {
  return within(context, 'minutes_remark', ids, remarksOf);
}

/** The load of the node: addenda as far as the viewer sees them in their minutes. */
export function loadAddenda(context: AppContext, ids: readonly string[]): Promise<Map<string, MinutesAddendum>> {
  return within(context, 'minutes_addendum', ids, addendaOf);
}

async function within<T extends { id: string }>(
  context: AppContext,
  table: 'minutes_remark' | 'minutes_addendum',
  ids: readonly string[],
  listOf: (context: AppContext, minutes: Minutes) => Promise<T[]>,
): Promise<Map<string, T>> {
  if (context.viewer === null) return new Map();
  const rows = await context.em.execute<{ id: string }[]>(
    `select distinct minutes_id as id from ${table} where id = any(?::uuid[])`,
    [arrayLiteral(ids)],
  );
  const list = (await context.nodes(
    'Minutes',
    rows.map(({ id }) => id),
  )) as Minutes[];
  const found = await Promise.all(list.map((minutes) => listOf(context, minutes)));
  return new Map(
    found
      .flat()
      .filter(({ id }) => ids.includes(id))
      .map((row) => [row.id, row]),
  );
}
