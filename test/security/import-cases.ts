import { personId, projectId, tableId } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

const bare = (id: string) => id.slice(id.indexOf('_') + 1);
const columns = [
  { index: 0, header: 'Titel', samples: [], field: 'TITLE', suggested: 'TITLE', remembered: false },
  { index: 1, header: 'Project', samples: [], field: 'PROJECT', suggested: 'PROJECT', remembered: false },
];

/** Bringing a list into the table of the west; the import that each case is about is made beforehand. */
export async function importCases(one: One): Promise<readonly MutationCase[]> {
  const me = () => bare(personId('secretary-west'));
  const file = async (loose: boolean) => {
    const { id } = await one<{ id: string }>(
      `insert into stored_file (id, hash, name, media_type, size, uploaded_by_id, uploaded_at, loose_since)
       values (gen_random_uuid(), repeat('0', 64), 'lijst.csv', 'text/csv', 1, ?, now(), ${loose ? 'now()' : 'null'}) returning id`,
      [me()],
    );
    return id;
  };
  const made = async (state: string) => {
    const { id } = await one<{ id: string }>(
      `insert into bottleneck_import (id, table_id, file_id, file_name, state, started_by_id, started_at, sheet, header_row, columns)
       select gen_random_uuid(), t.id, ?, 'lijst.csv', ?, ?, now(), 'CSV', 1, ?::jsonb from acceleration_table t where t.id = ? returning id`,
      [await file(false), state, me(), JSON.stringify(columns), bare(tableId('west'))],
    );
    return { importId: `Import_${id}`, expectedVersion: 1 };
  };
  const withRow = async () => {
    const version = await made('READY');
    const { id } = await one<{ id: string }>(
      `insert into bottleneck_import_row (id, import_id, row_number, kind, title, raw, cells, messages, change, match_key, guessed)
       select gen_random_uuid(), ?, 2, 'NEW', 'Van de lijst', ?::jsonb, '[]', '[]', jsonb_build_object('title', 'Van de lijst', 'state', 'SUBMITTED',
         'solvableAt', 'REGIONAL', 'confidentiality', 'REGIONAL', 'filedOn', '2026-01-05', 'dueOn', '2027-01-05', 'homesBlocked', 0,
         'municipalityId', p.municipality_id, 'regionId', m.region_id, 'projects', jsonb_build_array(jsonb_build_object('projectId', p.id, 'homesBlocked', null))),
         null, false from project p join municipality m on m.id = p.municipality_id where p.id = ? returning id`,
      [
        bare(version.importId),
        JSON.stringify([
          { column: 0, header: 'Titel', field: 'TITLE', text: 'Van de lijst', kind: 'TEXT', formula: false },
        ]),
        bare(projectId('D21')),
      ],
    );
    return { version, rowId: `ImportRow_${id}` };
  };
  const plain = (mutation: string, input: object): MutationCase => ({
    mutation,
    by: 'secretary-west',
    variables: () => Promise.resolve({ input, idempotencyKey: crypto.randomUUID() }),
  });
  const mapping = [
    { column: 0, field: 'TITLE' },
    { column: 1, field: 'PROJECT' },
  ];
  return [
    plain('startImport', { tableId: tableId('west'), fileId: await file(true) }),
    plain('mapImport', { ...(await made('MAPPING')), sheet: null, headerRow: null, mapping }),
    plain('fixImportCell', { rowId: (await withRow()).rowId, field: 'TITLE', value: 'Een betere titel' }),
    plain('skipImportRow', { rowId: (await withRow()).rowId, skip: true }),
    plain('confirmImportGuesses', await made('READY')),
    plain('applyImport', (await withRow()).version),
    plain('undoImport', await made('APPLIED')),
    plain('discardImport', await made('READY')),
  ];
}
