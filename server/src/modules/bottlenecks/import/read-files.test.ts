import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type Cast, bottleneckCast } from '../../../../testing/bottleneck-cast.ts';
import { upload } from '../../../../testing/file-samples.ts';
import { codesOf, countsIn, ImportStory } from '../../../../testing/import-story.ts';
import { testApp } from '../../../../testing/test-app.ts';

let cast: Cast;
let story: ImportStory;

beforeAll(async () => {
  const config = { uploadMegabytes: 3 };
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z'), config }));
  story = new ImportStory(cast);
});
afterAll(() => cast.app.close());

const lines = (separator: string) =>
  [
    ['Titel', 'Project', 'Omschrijving'],
    ['Financiën vóór de wijk', 'De Zandpol', `"Eén zin${separator} met ""aanhaling"" en\neen regel"`],
  ]
    .map((line) => line.join(separator))
    .join('\r\n');

describe('CSV', () => {
  const encodings: [string, (text: string) => Uint8Array][] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a mark', (text) => Buffer.from(`\uFEFF${text}`)],
    ['Windows-1252', (text) => Buffer.from(text, 'latin1')],
  ];
  const separators: [string, string][] = [
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
  ];
  test.each(
    encodings.flatMap(([name, encode]) => separators.map(([by, separator]) => ({ name, encode, by, separator }))),
  )('$name with $by', async ({ encode, separator }) => {
    const tried = await story.tryOut('lijst.csv', encode(lines(separator)));
    expect(countsIn(tried)).toEqual({ NEW: 1 });
    const [row] = await story.rows(tried.id);
    expect(row.title).toBe('Financiën vóór de wijk');
    expect(row.cells[2].raw).toBe(`Eén zin${separator} met "aanhaling" en\neen regel`);
  });

  test('says itself what separates the cells', async () => {
    const tried = await story.tryOut('lijst.csv', 'sep=,\r\nTitel,Project\r\nEen knelpunt; en meer,De Zandpol\r\n');
    expect((await story.rows(tried.id))[0].title).toBe('Een knelpunt; en meer');
  });
});

describe('a workbook', () => {
  test('with headings on row 3 under a merged title, blank rows and another sheet', async () => {
    const file = await writeXlsxFile([
      { sheet: 'Toelichting', data: [['Zo vul je dit in']] },
      {
        sheet: 'Lijst',
        data: [
          [{ value: 'Knelpunten', columnSpan: 3 }],
          [],
          ['Knelpunt', 'Plan', 'Kolom van ons'],
          [],
          ['Geen ontsluiting', 'De Zandpol', 'x'],
        ],
      },
    ]).toBuffer();
    const read = await story.read('lijst.xlsx', file);
    expect(read).toMatchObject({
      state: 'MAPPING',
      sheet: 'Toelichting',
      sheets: [
        { name: 'Toelichting', rowCount: 1 },
        { name: 'Lijst', rowCount: 3 },
      ],
    });
    const input = { importId: read.id, expectedVersion: read.version, sheet: 'Lijst', mapping: [] };
    const mapping = `mutation ($input: MapImportInput!) { mapImport(input: $input) { problems { code path } import { state version } } }`;
    expect((await cast.as('secretary').run(mapping, { input })).mapImport.problems).toEqual([]);
    await story.work();
    const again = await story.look(read.id);
    expect(again).toMatchObject({ state: 'MAPPING', sheet: 'Lijst', headerRow: 3 });
    expect(again.columns.map((column: { suggested: string }) => column.suggested)).toEqual(['TITLE', 'PROJECT', null]);
    expect(again.columns[0].samples).toEqual(['Geen ontsluiting']);
    await story.map(again);
    await story.work();
    const [row] = await story.rows(read.id);
    expect(row).toMatchObject({ rowNumber: 5, kind: 'NEW' });
    for (const wrong of [{ sheet: 'Blad 9' }, { headerRow: -1 }]) {
      const seen = await story.look(read.id);
      const answer = await cast
        .as('secretary')
        .run(mapping, { input: { ...input, sheet: null, expectedVersion: seen.version, ...wrong } });
      expect(answer.mapImport.problems).toHaveLength(1);
    }
  });

  test('a formula counts with its last result, or is refused without one', async () => {
    const cell = (ref: string, inner: string) => `<c r="${ref}" t="str">${inner}</c>`;
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cell('A1', '<v>Titel</v>')}${cell('B1', '<v>Project</v>')}</row><row r="2">${cell('A2', '<f>UPPER("x")</f><v>Uit een formule</v>')}${cell('B2', '<v>De Zandpol</v>')}</row><row r="3">${cell('A3', '<v>Met een fout erin</v>')}<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData></worksheet>`;
    const book = await writeXlsxFile([['x']]).toBuffer();
    const file = Buffer.from(zipSync({ ...unzipSync(book), 'xl/worksheets/sheet1.xml': strToU8(sheet) }));
    const tried = await story.tryOut('lijst.xlsx', file);
    const [taken, failed] = await story.rows(tried.id);
    expect(taken).toMatchObject({ kind: 'NEW', title: 'Uit een formule' });
    expect(taken.cells[0]).toMatchObject({
      state: 'GUESSED',
      message: 'Hier staat een formule; de laatst berekende waarde is gebruikt.',
    });
    expect(failed.cells[1]).toMatchObject({ state: 'REFUSED' });
    expect(failed.cells[1].message).toMatch(/#DIV\/0!/);
  });

  test('that unpacks to far more than it is, is refused before it does', async () => {
    const huge = strToU8(`<worksheet><sheetData>${' '.repeat(210_000_000)}</sheetData></worksheet>`);
    const book = await writeXlsxFile([['x']]).toBuffer();
    const file = zipSync({ ...unzipSync(book), 'xl/worksheets/sheet1.xml': huge }, { level: 9 });
    expect(file.length).toBeLessThan(3_000_000);
    const read = await story.read('bom.xlsx', file);
    expect(read).toMatchObject({ state: 'FAILED' });
    expect(read.failure).toMatch(/te groot/);
  });

  test('that is broken says so, and what to do', async () => {
    const file = Buffer.from(
      zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.xml': strToU8('geen xml') }),
    );
    const read = await story.read('stuk.xlsx', file);
    expect(read.state).toBe('FAILED');
    expect(read.failure).toMatch(/beschadigd|geen enkele rij/);
  });
});

describe('what cannot be brought in', () => {
  test('more than an upload may have', async () => {
    const answer = await upload(cast.app, cast.as('secretary').cookie, 'lijst.csv', Buffer.alloc(3_100_000, 'a;b\n'));
    expect(answer.status).toBe(413);
    expect(answer.errors?.[0]?.message).toMatch(/hoogstens 3 MB/);
  });

  test('another kind of file', async () => {
    const answer = await story.start('notitie.md', '# Geen lijst');
    expect(codesOf(answer)).toEqual([['NOT_A_SHEET', 'input.fileId']]);
    expect(answer.problems[0].message).toMatch(/«notitie.md» is geen lijst/);
  });

  test('a list without a row, and one that is too long', async () => {
    expect((await story.read('leeg.csv', 'Titel;Project\n')).failure).toMatch(/geen enkele rij/);
    const long = `Titel;Project\n${'Knelpunt;De Zandpol\n'.repeat(20_001)}`;
    expect((await story.read('lang.csv', long)).failure).toMatch(/meer dan 20000 rijen/);
  });

  test('a list without headings has columns by letter, and is mapped by hand', async () => {
    const read = await story.read('kaal.csv', 'Geen stroom in de wijk;De Zandpol\nGeen water in de wijk;De Zandpol\n');
    expect(read).toMatchObject({ state: 'MAPPING', headerRow: 0 });
    expect(
      read.columns.map((column: { header: string; suggested: null }) => [column.header, column.suggested]),
    ).toEqual([
      ['Kolom A', null],
      ['Kolom B', null],
    ]);
    expect(codesOf(await story.map(read))).toEqual([
      ['TITLE_NOT_MAPPED', 'input.mapping'],
      ['PROJECT_NOT_MAPPED', 'input.mapping'],
    ]);
    expect((await story.map(read, { 'Kolom A': 'TITLE', 'Kolom B': 'PROJECT' })).problems).toEqual([]);
    await story.work();
    expect(countsIn(await story.look(read.id))).toEqual({ NEW: 2 });
  });
});

describe('which column is what', () => {
  test('two columns on one field are refused, both by name', async () => {
    const read = await story.read('twee.csv', 'Titel;Ook een titel;Project\nGeen stroom;x;De Zandpol\n');
    const answer = await story.map(read, { 'Ook een titel': 'TITLE' });
    expect(codesOf(answer)).toEqual([['COLUMN_MAPPED_TWICE', 'input.mapping.1.field']]);
    expect(answer.problems[0].message).toMatch(/«Titel» en «Ook een titel»/);
    const unknown = await cast
      .as('secretary')
      .run(`mutation ($input: MapImportInput!) { mapImport(input: $input) { problems { code path } } }`, {
        input: {
          importId: read.id,
          expectedVersion: read.version,
          mapping: [
            { column: 0, field: 'TITLE' },
            { column: 9, field: 'PROJECT' },
          ],
        },
      });
    expect(codesOf(unknown.mapImport)[0]).toEqual(['UNKNOWN_COLUMN', 'input.mapping.1.column']);
  });

  test('what was chosen is remembered for lists with the same headings', async () => {
    const body = 'Titel;Welk veld;Iets\nGeen stroom in de buurt;De Zandpol;a\n';
    const read = await story.read('eerst.csv', body);
    await story.map(read, { 'Welk veld': 'PROJECT', Iets: 'REMARK' });
    const again = await story.read('later.csv', body);
    expect(
      again.columns.map((column: { suggested: string; remembered: boolean }) => [column.suggested, column.remembered]),
    ).toEqual([
      ['TITLE', true],
      ['PROJECT', true],
      ['REMARK', true],
    ]);
  });
});
