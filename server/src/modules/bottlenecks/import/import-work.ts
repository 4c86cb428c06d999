import type { SqlEntityManager } from '@mikro-orm/sql';
import { type ImportField, importLimits } from '@versnellingstafel/shared/bottlenecks/import-fields';
import type { MessageCode } from '@versnellingstafel/shared/errors/messages';
import { contextOf } from '../../../platform/graphql/event-visibility.ts';
import { readSheets } from '../../../platform/sheets/read-sheets.ts';
import { type Sheet, type SheetTrouble, UnreadableSheets } from '../../../platform/sheets/sheet.ts';
import type { AppPlatform } from '../../people/people.module.ts';
import { columnsOf, findHeaderRow, rowsBelow } from './find-columns.ts';
import type { RawCell } from './import-cells.ts';
import type { ColumnFact } from './import.entity.ts';
import { asDuplicate, checkRows, keepRows, type RawRow } from './import-rows.ts';
import { placeOf } from './open-import.ts';

/** The job that reads files and tries their rows out, beside the requests of people. */
export const importJob = 'imports';
const every = 5_000;
/** Whoever was at work on it and has said nothing for so long is gone. */
const goneAfter = 180_000;

interface Running {
  readonly id: string;
  readonly state: 'READING' | 'CHECKING';
  readonly version: number;
  readonly tableId: string;
  readonly personId: string;
  readonly hash: string;
  readonly fileName: string;
  readonly sheet: string | null;
  readonly headerRow: number | null;
  readonly columns: readonly ColumnFact[];
}

const codeOf: Readonly<Record<SheetTrouble, MessageCode>> = {
  UNREADABLE: 'IMPORT_UNREADABLE',
  TOO_LARGE: 'IMPORT_TOO_LARGE',
  TOO_MANY_ROWS: 'IMPORT_TOO_MANY_ROWS',
};

/** Adds the job. A mutation asks for a round at once; otherwise it comes round by itself. */
export function registerImportJob(platform: AppPlatform): void {
  platform.jobs.register(importJob, {
    every,
    async run() {
      await endInterrupted(platform);
      for (let next = await claim(platform); next; next = await claim(platform)) await workOn(platform, next);
    },
  });
}

/** Takes the oldest one that nobody works on. */
async function claim(platform: AppPlatform): Promise<Running | null> {
  const [found] = await platform.database.fork().execute<Running[]>(
    `update bottleneck_import i set alive_at = now() from stored_file f
     where f.id = i.file_id and i.id = (select w.id from bottleneck_import w where w.state in ('READING', 'CHECKING') and w.alive_at is null
       order by w.started_at limit 1 for update skip locked)
     returning i.id, i.state, i.version, i.table_id as "tableId", i.started_by_id as "personId", f.hash, i.file_name as "fileName",
       i.sheet, i.header_row as "headerRow", i.columns`,
  );
  return found ?? null;
}

/** What was in hand when a server stopped does not go on by itself: it says so. */
async function endInterrupted(platform: AppPlatform): Promise<void> {
  await platform.database.fork().execute(
    `update bottleneck_import set state = 'FAILED', failure = 'IMPORT_INTERRUPTED', version = version + 1
     where state in ('READING', 'CHECKING') and alive_at < now() - ? * interval '1 millisecond'`,
    [goneAfter],
  );
}

async function workOn(platform: AppPlatform, running: Running): Promise<void> {
  try {
    const sheets = await sheetsOf(platform, running);
    if (running.state === 'READING') await findColumns(platform, running, sheets);
    else await tryRows(platform, running, sheets);
  } catch (error) {
    if (!(error instanceof UnreadableSheets))
      platform.log.error({ err: error, importId: running.id }, 'An import went wrong');
    const code: MessageCode = error instanceof UnreadableSheets ? codeOf[error.trouble] : 'IMPORT_FAILED';
    await platform.database
      .fork()
      .execute(
        `update bottleneck_import set state = 'FAILED', failure = ?, version = version + 1 where id = ? and version = ?`,
        [code, running.id, running.version],
      );
  }
}

async function sheetsOf(platform: AppPlatform, { hash, fileName }: Running): Promise<readonly Sheet[]> {
  const bytes = await platform.files.read(hash);
  const kind = /\.xlsx$/i.test(fileName) ? 'xlsx' : 'csv';
  return readSheets({ kind, bytes, limits: importLimits });
}

async function findColumns(platform: AppPlatform, running: Running, sheets: readonly Sheet[]): Promise<void> {
  const em = platform.database.fork();
  const sheet = sheets.find((each) => each.name === running.sheet) ?? sheets.find((each) => each.rows.length > 0);
  const remembered = await em.execute<{ headers: string; mapping: (ImportField | null)[] }[]>(
    'select headers, mapping from bottleneck_import_mapping where table_id = ? order by updated_at desc limit 200',
    [running.tableId],
  );
  const known = new Map(remembered.map(({ headers, mapping }) => [headers, mapping]));
  const headerRow = sheet ? (running.headerRow ?? findHeaderRow(sheet)) : 0;
  const columns = sheet ? columnsOf(sheet, headerRow, (headers) => known.get(headers) ?? null) : [];
  const empty = !sheet || rowsBelow(sheet, headerRow).length === 0;
  await em.execute(
    `update bottleneck_import set state = ?, failure = ?, sheets = ?::jsonb, sheet = ?, header_row = ?, columns = ?::jsonb, version = version + 1
     where id = ? and version = ? and state = 'READING'`,
    [
      empty ? 'FAILED' : 'MAPPING',
      empty ? 'IMPORT_EMPTY' : null,
      JSON.stringify(sheets.map(({ name, rows }) => ({ name, rowCount: rows.length }))),
      sheet?.name ?? null,
      headerRow,
      JSON.stringify(columns),
      running.id,
      running.version,
    ],
  );
}

/** Tries all rows out in chunks; how far it is shows as it goes. */
async function tryRows(platform: AppPlatform, running: Running, sheets: readonly Sheet[]): Promise<void> {
  const sheet = sheets.find((each) => each.name === running.sheet);
  const rows = sheet ? rawRows(sheet, running) : [];
  const firstWith = new Map<string, number>();
  if (!(await progress(platform.database.fork(), running, 0, rows.length))) return;
  for (let from = 0; from < rows.length; from += importLimits.chunk) {
    const chunk = rows.slice(from, from + importLimits.chunk);
    // The rights of this moment, and of whoever began it.
    const viewer = (await contextOf(platform, running.personId)).requireViewer();
    const goesOn = await platform.database.fork().transactional(async (open) => {
      const em = open as SqlEntityManager;
      const place = await placeOf(em, viewer, running.tableId, { now: platform.now(), demo: platform.settings.demo });
      const checked = await checkRows(em, place, chunk);
      const kept = checked.map((row, index) => {
        const number = chunk[index]?.number ?? 0;
        const first = row.matchKey === null ? undefined : firstWith.get(row.matchKey);
        if (row.matchKey !== null && first === undefined) firstWith.set(row.matchKey, number);
        return first === undefined ? row : asDuplicate(row, first);
      });
      await keepRows(
        em,
        running.id,
        chunk.flatMap((raw, index) => (kept[index] ? [{ raw, checked: kept[index] }] : [])),
      );
      return progress(em, running, from + chunk.length, rows.length);
    });
    if (!goesOn) return;
  }
  await platform.database
    .fork()
    .execute(
      `update bottleneck_import set state = 'READY', version = version + 1 where id = ? and version = ? and state = 'CHECKING'`,
      [running.id, running.version],
    );
}

/** @returns whether anybody still waits for it. */
async function progress(em: SqlEntityManager, { id, version }: Running, done: number, total: number): Promise<boolean> {
  const rows = await em.execute<object[]>(
    `update bottleneck_import set done = ?, total = ?, alive_at = now() where id = ? and version = ? and state = 'CHECKING' returning id`,
    [done, total, id, version],
  );
  return rows.length > 0;
}

function rawRows(sheet: Sheet, { columns, headerRow }: Running): RawRow[] {
  const mapped = columns.filter((column) => column.field !== null);
  return rowsBelow(sheet, headerRow ?? 0).flatMap(({ number, cells }) => {
    const raw = mapped.map(({ index, header, field }): RawCell => {
      const cell = cells[index];
      return {
        column: index,
        header,
        field: field as ImportField,
        // What no text of ours can hold is not kept on the way either.
        text: (cell?.text ?? '').replaceAll('\0', '').toWellFormed(),
        kind: cell?.kind ?? 'TEXT',
        formula: cell?.formula ?? false,
      };
    });
    return raw.some((cell) => cell.text.trim() !== '' || cell.formula) ? [{ number, cells: raw }] : [];
  });
}
