import type { AppPlatform } from '../../people/people.module.ts';
import { lockTable } from '../../tables/tables.module.ts';
import { fillSeries } from './fill-series.ts';

/** Milliseconds from one round to the next; a month begins often enough. */
const every = 15 * 60_000;

/** For whom meetings are made by themselves: who set the rhythm, or else the secretary or the chair. */
const forWhom = `coalesce(t.rhythm_changed_by_id, (
  select m.person_id from membership m where m.table_id = t.id and m.role in ('SECRETARY', 'CHAIR')
  order by m.role desc, m.person_id limit 1))`;

/**
 * Keeps every series made ahead as time goes on. Several servers may do it at once: each locks the table first, and then
 * finds what another has made.
 */
async function keepSeriesFilled(platform: AppPlatform): Promise<void> {
  const tables = await platform.database.fork().execute<{ id: string; by: string | null }[]>(
    `select t.id, ${forWhom} as by from acceleration_table t
     where t.keep_filled and t.meeting_week is not null and t.meeting_weekday is not null order by t.position, t.id`,
  );
  for (const { id, by } of tables) {
    if (by === null) continue;
    // One table at a time: a table whose series cannot be made is no reason to leave the others.
    await platform.commands
      .run('keepSeriesFilled', { actorId: null, input: { tableId: id } }, async (tx) => {
        const table = await lockTable(tx, id);
        return table?.keepFilled ? fillSeries(tx, table, by) : [];
      })
      .catch((error: unknown) => platform.log.error({ err: error, tableId: id }, 'A series of meetings was not made'));
  }
}

/** Registers the work that makes meetings ahead. */
export function registerSeriesJob(platform: AppPlatform): void {
  platform.jobs.register('series', { every, run: () => keepSeriesFilled(platform) });
}
