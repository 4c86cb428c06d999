import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read, utils } from '@e965/xlsx';
import { type Cast, bottleneckCast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { grant, type MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import { manyBottlenecks } from '../../../../testing/many-bottlenecks.ts';
import { countsIn, ImportStory } from '../../../../testing/import-story.ts';
import { testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let cast: Cast;
let secret: MadeBottleneck;
let evil: MadeBottleneck;
const attacks = ['=HYPERLINK("http://kwaad")', '+1+1', '-2+3', '@SUM(A1)', "'=1+1", "=cmd|' /C calc'!A0"];

beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  secret = await cast.bottleneck({ title: 'Grond aan de haven', confidentiality: 'CONFIDENTIAL' });
  evil = await cast.bottleneck({ title: attacks[0] ?? '', themes: [cast.theme('NETCONGESTIE')] });
  const em = cast.app.platform.database.fork();
  await em.execute(`update bottleneck set description = ?, ask = ?, next_step = ?, tried_so_far = ? where id = ?`, [
    `\tTab en regel\n${attacks[1]}`,
    attacks[2] ?? '',
    attacks[3] ?? '',
    attacks[4] ?? '',
    evil.id,
  ]);
});
afterAll(() => cast.app.close());

async function get(
  part: Part | null,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; headers: Headers; body: Buffer }> {
  const headers = part === null ? {} : { cookie: cast.as(part).cookie };
  const answer = await fetch(`${cast.app.url}/export/${path}`, { headers, ...init });
  return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
}

const rowsIn = (body: Buffer) => {
  const book = read(body, { type: 'buffer', cellFormula: true });
  const sheet = book.Sheets['Knelpunten'];
  if (!sheet) throw new Error('There is no sheet.');
  return { sheet, rows: utils.sheet_to_json<Record<string, unknown>>(sheet) };
};

describe('the workbook', () => {
  test('has the columns of an import in Dutch, real dates and numbers, and no formula', async () => {
    const { status, headers, body } = await get('secretary', 'knelpunten.xlsx?order=NUMBER');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(/attachment; filename="knelpunten-2026-11-25.xlsx"/);
    expect(headers.get('cache-control')).toBe('private, no-store');
    const { sheet, rows } = rowsIn(body);
    const row = rows.find((each) => each['Knelpuntnummer'] === evil.number);
    expect(row).toMatchObject({
      Titel: attacks[0],
      'Wat je vraagt': attacks[2],
      'Volgende stap': attacks[3],
      'Wat al geprobeerd is': attacks[4],
      Project: 'De Zandpol',
      Gemeente: 'Kampen',
      Thema: 'Netcongestie',
      Status: 'Ingediend',
      'Woningen die wachten': 120,
      Vertrouwelijkheid: 'Regionaal',
      Eigenaar: 'Fenna',
    });
    // The number of 9 December 2026 in a spreadsheet.
    expect(row?.['Uiterste datum']).toBe(46_365);
    expect(Object.values(sheet).filter((cell) => (cell as { f?: string }).f !== undefined)).toEqual([]);
  });

  test('shows each person what they may see', async () => {
    const numbers = async (part: Part) =>
      rowsIn((await get(part, 'knelpunten.xlsx')).body).rows.map((row) => row['Knelpuntnummer']);
    expect(await numbers('secretary')).toContain(secret.number);
    for (const part of ['market', 'twente', 'stranger'] as const)
      expect(await numbers(part)).not.toContain(secret.number);
    expect(await numbers('stranger')).toEqual([]);
    const excluded = await cast.bottleneck({ title: 'Niet voor Cor' });
    await grant(cast.app, excluded, cast.people.chair, 'EXCLUDED');
    expect(await numbers('chair')).not.toContain(excluded.number);
    expect(await numbers('secretary')).toContain(excluded.number);
  });

  test('filters as the list does', async () => {
    const filter = encodeURIComponent(
      JSON.stringify({
        confidentiality: ['CONFIDENTIAL'],
        open: true,
        tableId: globalId('AccelerationTable', cast.west.id),
      }),
    );
    const { rows } = rowsIn((await get('secretary', `knelpunten.xlsx?filter=${filter}`)).body);
    expect(rows.map((row) => row['Knelpuntnummer'])).toEqual([secret.number]);
  });
});

test('a CSV opens in Excel in Dutch, and nothing in it is calculated', async () => {
  const { headers, body } = await get('secretary', 'knelpunten.csv?order=NUMBER');
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = body.toString('utf8');
  expect(text.startsWith('\uFEFFKnelpuntnummer;Titel;Wat er speelt;')).toBe(true);
  expect(text).toContain(`;"'=HYPERLINK(""http://kwaad"")";`);
  expect(text).toContain(`;'-2+3;`);
  expect(text).toContain(`;'@SUM(A1);`);
  expect(text).toContain(`;''=1+1;`);
  expect(text).toContain(';09-12-2026;');
  const cells = text.split(/;|\r\n/).map((cell) => cell.replace(/^"/, ''));
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
});

test.each(['xlsx', 'csv'] as const)('what came out as %s comes in unchanged', async (ending) => {
  const filter = encodeURIComponent(JSON.stringify({ tableId: globalId('AccelerationTable', cast.west.id) }));
  const story = new ImportStory(cast);
  const { body } = await get('secretary', `knelpunten.${ending}?filter=${filter}`);
  const tried = await story.tryOut(`terug.${ending}`, body);
  expect(Object.keys(countsIn(tried))).toEqual(['UNCHANGED']);
});

describe('what is not answered', () => {
  test.each([
    [null, 'knelpunten.xlsx', 401],
    ['secretary', 'iets.xlsx', 404],
    ['secretary', 'knelpunten.pdf', 404],
    ['secretary', 'knelpunten.csv?filter=geen-json', 400],
    ['secretary', 'knelpunten.csv?filter=[]', 400],
    ['secretary', `knelpunten.csv?filter=${encodeURIComponent('{"states":"DRAFT"}')}`, 400],
    ['secretary', `knelpunten.csv?filter=${encodeURIComponent('{"__proto__":{}}')}`, 400],
    [
      'secretary',
      `knelpunten.csv?filter=${encodeURIComponent(JSON.stringify({ states: Array.from({ length: 101 }, () => 'X') }))}`,
      400,
    ],
    ['secretary', 'knelpunten.csv?order=title;drop', 400],
    ['secretary', 'knelpunten.csv?order=constructor', 400],
  ] as const)('%s asks for %s: %i', async (part, path, status) => {
    const answer = await get(part, path);
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).not.toMatch(/select|stack|at \//i);
  });

  test('another method', async () => {
    expect(
      (await get('secretary', 'knelpunten.csv', { method: 'POST', headers: { cookie: cast.as('secretary').cookie } }))
        .status,
    ).toBe(405);
  });
});

test('ten thousand cases go out in a handful of statements, in pieces', async () => {
  await manyBottlenecks(cast, 10_000);
  cast.app.takeStatements();
  const { status, body } = await get('secretary', 'knelpunten.csv');
  expect(status).toBe(200);
  const lines = body.toString().split('\r\n').length;
  expect(lines).toBeGreaterThan(3_000);
  expect(cast.app.takeStatements().length).toBeLessThan(lines / 500 + 20);
}, 120_000);
