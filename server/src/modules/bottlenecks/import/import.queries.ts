import {
  type ImportField,
  importFields,
  importFieldWords,
  requiredFields,
} from '@versnellingstafel/shared/bottlenecks/import-fields';
import {
  type ImportVerb,
  importVerbs,
  mayImport,
  mayOnImport,
} from '@versnellingstafel/shared/bottlenecks/import-permissions';
import { stateLabels } from '@versnellingstafel/shared/bottlenecks/labels';
import { isLocalDate } from '@versnellingstafel/shared/dates/local-date';
import { messageFor, type MessageLocale } from '@versnellingstafel/shared/errors/messages';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { type AbilityFact, abilityOf } from '../../../platform/graphql/abilities.ts';
import type { Page } from '../../../platform/graphql/connection.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { pageOf, type SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { type AppContext, roleAt, type Viewer } from '../../people/people.module.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';
import type { CheckedCell, ImportRowKind, Said } from './import-cells.ts';
import { Import } from './import.entity.ts';
import type { ImportCell, ImportCount, ImportFieldInfo } from './import.types.ts';
import { confidentialityWord, isState, levelWord } from './read-choice.ts';

/** A row of the trial run as its node gives it. */
export interface ImportRowFace {
  readonly id: string;
  readonly importId: string;
  readonly rowNumber: number;
  readonly kind: ImportRowKind;
  readonly title: string;
  readonly bottleneckId: string | null;
  readonly cells: readonly CheckedCell[];
  readonly messages: readonly Said[];
  readonly stale: boolean;
}

const leads = (viewer: Viewer) =>
  arrayLiteral(viewer.memberships.filter((seat) => mayImport(seat.role).allowed).map((seat) => seat.tableId));

/** The load of the node: imports that the viewer began, at a table that they still lead. */
export async function loadImports(context: AppContext, ids: readonly string[]): Promise<Map<string, Import>> {
  if (context.viewer === null) return new Map();
  const rows = await context.em.execute<object[]>(
    'select * from bottleneck_import where id = any(?::uuid[]) and started_by_id = ? and table_id = any(?::uuid[])',
    [arrayLiteral(ids), context.viewer.personId, leads(context.viewer)],
  );
  return new Map(rows.map((row) => context.em.map(Import, row)).map((row) => [row.id, row]));
}

/** The imports of the viewer at a table, the latest first. */
export async function importsAt(context: AppContext, tableId: string, first: number): Promise<object[]> {
  const viewer = context.requireViewer();
  const rows = await context.em.execute<{ id: string }[]>(
    `select id from bottleneck_import where started_by_id = ? and table_id = ? and table_id = any(?::uuid[])
     order by started_at desc, id desc limit ?`,
    [viewer.personId, uuidOf('AccelerationTable', tableId), leads(viewer), first],
  );
  return context.nodes(
    'Import',
    rows.map((row) => row.id),
  );
}

const rowColumns = `r.id, r.import_id as "importId", r.row_number as "rowNumber", r.kind, r.title, r.bottleneck_id as "bottleneckId", r.cells, r.messages,
  (r.stale or (i.state = 'READY' and r.base_version is not null and r.base_version <> (select s.version from bottleneck s where s.id = r.bottleneck_id))) as stale`;

/** Rows about a case that the viewer may no longer see are not there. */
function visibleRows(viewer: Viewer): SqlPart {
  const visible = visibleBottlenecks(viewer, 'b');
  return {
    sql: `i.started_by_id = ? and i.table_id = any(?::uuid[])
      and (r.bottleneck_id is null or exists (select from bottleneck b where b.id = r.bottleneck_id and ${visible.sql}))`,
    params: [viewer.personId, leads(viewer), ...visible.params],
  };
}

const fromRows = 'from bottleneck_import_row r join bottleneck_import i on i.id = r.import_id';

/** The load of the node: rows of the viewer's own imports. */
export async function loadImportRows(context: AppContext, ids: readonly string[]): Promise<Map<string, ImportRowFace>> {
  if (context.viewer === null) return new Map();
  const where = visibleRows(context.viewer);
  const rows = await context.em.execute<ImportRowFace[]>(
    `select ${rowColumns} ${fromRows} where r.id = any(?::uuid[]) and ${where.sql}`,
    [arrayLiteral(ids), ...where.params],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface RowFilter {
  readonly kind: ImportRowKind | null;
  readonly guessed: boolean | null;
  readonly first: number;
  readonly after: string | null;
}

/** A page of rows in the order of the sheet, and how many there are. */
export async function rowsOfImport(
  context: AppContext,
  row: Import,
  { kind, guessed, first, after }: RowFilter,
): Promise<Page<ImportRowFace> & { totalCount: number }> {
  const visible = visibleRows(context.requireViewer());
  const where: SqlPart = {
    sql: `r.import_id = ? and ${visible.sql} and (?::text is null or r.kind = ?) and (?::boolean is null or r.guessed = ?)`,
    params: [row.id, ...visible.params, kind, kind, guessed, guessed],
  };
  const page = await pageOf<ImportRowFace>(context.platform.cursors, {
    list: 'import-rows',
    first,
    after,
    filter: [row.id, kind, guessed],
    keys: [{ sql: 'r.row_number', direction: 'asc', value: (each) => each.rowNumber }],
    idSql: 'r.id',
    rows: (at) =>
      context.em.execute<ImportRowFace[]>(
        `select ${rowColumns} ${fromRows} where ${where.sql} and ${at.where.sql} order by ${at.orderBy} limit ${at.limit}`,
        [...where.params, ...at.where.params],
      ),
  });
  const [count] = await context.em.execute<{ count: number }[]>(
    `select count(*)::int as count ${fromRows} where ${where.sql}`,
    [...where.params],
  );
  return { ...page, totalCount: count?.count ?? 0 };
}

/** How many rows of each kind, and how many with something that was guessed. */
export async function countsOf(context: AppContext, row: Import): Promise<{ kinds: ImportCount[]; guesses: number }> {
  const loader = context.loader<{ kinds: ImportCount[]; guesses: number }>('import:counts', async (ids) => {
    const where = visibleRows(context.requireViewer());
    const found = await context.em.execute<(ImportCount & { importId: string; guesses: number })[]>(
      `select r.import_id as "importId", r.kind, count(*)::int as count, count(*) filter (where r.guessed)::int as guesses
       ${fromRows} where r.import_id = any(?::uuid[]) and ${where.sql} group by r.import_id, r.kind order by r.kind`,
      [arrayLiteral(ids), ...where.params],
    );
    return new Map(
      ids.map((id) => {
        const own = found.filter((each) => each.importId === id);
        const kinds = own.map(({ kind, count }) => ({ kind, count }));
        return [id, { kinds, guesses: own.reduce((sum, each) => sum + each.guesses, 0) }];
      }),
    );
  });
  return (await loader.load(row.id)) ?? { kinds: [], guesses: 0 };
}

/** What the viewer may do with an import now. */
export function abilitiesOnImport(context: AppContext, row: Import): AbilityFact[] {
  const role = roleAt(context.requireViewer(), row.tableId);
  return (Object.keys(importVerbs) as ImportVerb[]).map((verb) =>
    abilityOf(context, verb, mayOnImport(verb, row.state, role)),
  );
}

const sentence = (each: Said, locale: MessageLocale) => messageFor(each.code, locale, each.values);

/** The messages of a row as a whole. */
export function messagesOf({ locale }: AppContext, row: ImportRowFace): string[] {
  return row.messages.map((each) => sentence(each, locale));
}

/** The cells of a row in words. */
export function cellsOf({ locale }: AppContext, row: ImportRowFace): ImportCell[] {
  return row.cells.map(({ said, value, before, ...cell }) => ({
    ...cell,
    value: inWords(cell.field, value, locale),
    before: inWords(cell.field, before, locale),
    message: said && sentence(said, locale),
  }));
}

const dateWords = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

function inWords(field: ImportField, value: string | null, locale: MessageLocale): string | null {
  if (value === null) return null;
  if (field === 'STATE' && isState(value)) return stateLabels[value][locale];
  if (field === 'CONFIDENTIALITY') return confidentialityWord(value as 'PUBLIC');
  if (field === 'SOLVABLE_AT') return levelWord(value as 'LOCAL');
  return isLocalDate(value) && field !== 'TITLE'
    ? new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', dateWords).format(new Date(`${value}T00:00:00Z`))
    : value;
}

/** What a column can be, in words, in the order of an export. */
export function fieldInfos({ locale }: AppContext): ImportFieldInfo[] {
  return importFields.map((field) => ({
    field,
    label: importFieldWords[field].label[locale],
    required: requiredFields.includes(field),
    hint: importFieldWords[field].hint[locale],
  }));
}
