import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast } from '../../../../testing/bottleneck-cast.ts';
import { makeProject } from '../../../../testing/bottleneck-factory.ts';
import { ImportStory } from '../../../../testing/import-story.ts';
import type { AnswerData } from '../../../../testing/graph-client.ts';
import { testApp } from '../../../../testing/test-app.ts';

let cast: Cast;
let story: ImportStory;
let row: { id: string };

beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  story = new ImportStory(cast);
  const em = cast.app.platform.database.fork();
  await em.execute(`update municipality set places = '{Kampen,IJsselmuiden}' where id = ?`, [cast.kampen.id]);
  await em.execute(`update person set email = 'fenna@kampen.example' where id = ?`, [cast.people.filer.id]);
  await makeProject(cast.make, { name: 'Tweeling', municipality: cast.almelo });
  await makeProject(cast.make, { name: 'Tweeling', municipality: cast.kampen });
  await makeProject(cast.make, { name: 'Dubbel', municipality: cast.kampen });
  await makeProject(cast.make, { name: 'Dubbel', municipality: cast.kampen });
  await makeProject(cast.make, { name: 'Genummerd', municipality: cast.kampen, planNumber: 'WO-12' });
  await makeProject(cast.make, { name: 'Spoorzone', municipality: cast.kampen, kind: 'REAL_PUBLIC' });
  await cast.make.person({ name: 'Jan de Wit' });
  await cast.make.person({ name: 'Jan de Wit' });
  const tried = await story.tryOut('een.csv', 'Titel;Project\nGeen stroom voor de wijk;De Zandpol\n');
  [row] = await story.rows(tried.id);
});
afterAll(() => cast.app.close());

/** What becomes of a cell in which this stands. */
async function cellOf(field: string, value: string): Promise<AnswerData> {
  const { row: tried, problems } = await story.fix(row.id, field, value);
  expect(problems).toEqual([]);
  return tried.cells.find((cell: { field: string }) => cell.field === field);
}

async function clear(...fields: string[]): Promise<void> {
  for (const field of fields) await story.fix(row.id, field, '');
}

describe('dates', () => {
  test.each([
    ['3-12-2026', 'TAKEN', '3 december 2026'],
    ['03.12.2026', 'TAKEN', '3 december 2026'],
    ['2026-12-03', 'TAKEN', '3 december 2026'],
    ['3 dec. 2026', 'TAKEN', '3 december 2026'],
    ['do 3 december 2026', 'TAKEN', '3 december 2026'],
    ['3-12-26', 'GUESSED', '3 december 2026'],
    ['3/12/2026', 'GUESSED', '3 december 2026'],
    ['3 dec', 'GUESSED', '3 december 2026'],
    ['1 feb', 'GUESSED', '1 februari 2027'],
    ['46359', 'GUESSED', '3 december 2026'],
    ['20261203', 'GUESSED', '3 december 2026'],
    ['ca. 3-12-2026', 'GUESSED', '3 december 2026'],
    ['Q1 2027', 'GUESSED', '31 maart 2027'],
    ['2e kwartaal 2027', 'GUESSED', '30 juni 2027'],
    ['eind 2027', 'GUESSED', '31 december 2027'],
    ['maart 2027', 'GUESSED', '31 maart 2027'],
    ['2028', 'GUESSED', '31 december 2028'],
    ['n.t.b.', 'BLANK', null],
    ['', 'BLANK', null],
    ['31-02-2026', 'REFUSED', null],
    ['29 februari 2027', 'REFUSED', null],
    ['ergens volgend jaar', 'REFUSED', null],
    ['1-1-1066', 'REFUSED', null],
  ])('%s is %s: %s', async (written, state, value) => {
    expect(await cellOf('DECISION_BY', written)).toMatchObject({ state, value });
  });

  test('31-02-2026 is told in words', async () => {
    expect((await cellOf('DECISION_BY', '31-02-2026')).message).toBe(
      '31-02-2026 bestaat niet als datum. Schrijf een datum die bestaat, bijvoorbeeld 28-02-2026.',
    );
    await clear('DECISION_BY');
  });

  test('of a period the construction starts on its first day', async () => {
    expect(await cellOf('CONSTRUCTION_START', 'Q2 2027')).toMatchObject({ value: '1 april 2027' });
  });

  test('a due date that has passed is taken, and told', async () => {
    const cell = await cellOf('DUE_ON', '1-3-2026');
    expect(cell).toMatchObject({ state: 'TAKEN', value: '1 maart 2026' });
    expect(cell.message).toMatch(/al voorbij/);
  });

  test('nothing is filed in the future', async () => {
    expect(await cellOf('FILED_ON', '1-3-2027')).toMatchObject({ state: 'REFUSED' });
    await clear('FILED_ON');
  });
});

describe('homes', () => {
  test.each([
    ['120', 'TAKEN', '120'],
    ['ca. 120 won.', 'GUESSED', '120'],
    ['1.200 woningen', 'GUESSED', '1200'],
    ['±80', 'GUESSED', '80'],
    ['100-150', 'GUESSED', '100'],
    ['40 (20 sociaal)', 'GUESSED', '40'],
    ['onbekend', 'BLANK', null],
    ['honderd', 'REFUSED', null],
    ['-5', 'REFUSED', null],
    ['12,5', 'REFUSED', null],
    ['900000', 'REFUSED', null],
  ])('%s is %s: %s', async (written, state, value) => {
    expect(await cellOf('HOMES_BLOCKED', written)).toMatchObject({ state, value });
    await clear('HOMES_BLOCKED');
  });
});

describe('words that people choose from', () => {
  test.each([
    ['STATE', 'in behandeling', 'TAKEN', 'In behandeling'],
    ['STATE', 'loopt', 'GUESSED', 'In behandeling'],
    ['STATE', 'Afgerond', 'GUESSED', 'Opgelost'],
    ['STATE', 'geagendeerd', 'GUESSED', 'In voorportaal'],
    ['STATE', 'geescaleerd', 'GUESSED', 'In behandeling'],
    ['STATE', 'misschien', 'REFUSED', null],
    ['SOLVABLE_AT', 'Provinciaal', 'TAKEN', 'Provinciaal'],
    ['SOLVABLE_AT', 'rijk', 'GUESSED', 'Landelijk'],
    ['SOLVABLE_AT', 'de maan', 'REFUSED', null],
    ['CONFIDENTIALITY', 'Vertrouwelijk', 'TAKEN', 'Vertrouwelijk'],
    ['CONFIDENTIALITY', 'nee', 'GUESSED', 'Regionaal'],
    ['CONFIDENTIALITY', 'soms', 'REFUSED', null],
    ['THEME', 'NETCONGESTIE', 'TAKEN', 'Netcongestie'],
    ['THEME', 'netcon', 'GUESSED', 'Netcongestie'],
    ['THEME', 'Kaas', 'REFUSED', null],
    ['MUNICIPALITY', 'kampen', 'TAKEN', 'Kampen'],
    ['MUNICIPALITY', 'Gemeente Kampen', 'TAKEN', 'Kampen'],
    ['MUNICIPALITY', 'IJsselmuiden', 'GUESSED', 'Kampen'],
    ['MUNICIPALITY', 'Kampn', 'REFUSED', null],
    ['MUNICIPALITY', 'Atlantis', 'REFUSED', null],
    ['OWNER', 'Fenna', 'TAKEN', 'Fenna'],
    ['OWNER', 'FENNA@kampen.example', 'TAKEN', 'Fenna'],
    ['OWNER', 'Iemand Anders', 'GUESSED', 'Iemand Anders'],
    ['OWNER', 'Jan de Wit', 'REFUSED', null],
    ['ACTION_HOLDER', 'Team RO', 'TAKEN', 'Team RO'],
    ['NUMBER', '7', 'IGNORED', null],
    ['NUMBER', 'KP-2026-99999', 'REFUSED', null],
    ['PROJECT', 'WO-12', 'TAKEN', 'Genummerd'],
    ['PROJECT', 'de zandpol; Genummerd', 'TAKEN', 'De Zandpol; Genummerd'],
    ['PROJECT', 'Dubbel', 'REFUSED', null],
    ['PROJECT', 'Tweeling', 'TAKEN', 'Tweeling'],
    ['PROJECT', 'Spoorzone', 'REFUSED', null],
    ['PROJECT', 'De Zandpoll', 'REFUSED', null],
    ['PLAN_NUMBER', 'WO-404', 'REFUSED', null],
  ])('%s “%s” is %s: %s', async (field, written, state, value) => {
    expect(await cellOf(field, written)).toMatchObject({ state, value });
    await story.fix(row.id, field, field === 'PROJECT' ? 'De Zandpol' : '');
  });

  test('what is unknown comes with what may be meant', async () => {
    expect((await cellOf('MUNICIPALITY', 'Kampn')).message).toMatch(/Bedoel je Kampen/);
    await clear('MUNICIPALITY');
    expect((await cellOf('PROJECT', 'De Zandpoll')).message).toMatch(/Bedoel je «De Zandpol»/);
    expect((await cellOf('PROJECT', 'Zwijndrechts Veld')).message).toMatch(/niet bekend. Pas/);
    await cellOf('PROJECT', 'De Zandpol');
    expect((await cellOf('THEME', 'Kaas')).message).toMatch(/Netcongestie/);
    await clear('THEME');
  });

  test('a municipality tells projects of one name apart, and may not contradict the project', async () => {
    await cellOf('MUNICIPALITY', 'Almelo');
    expect((await cellOf('PROJECT', 'Tweeling')).state).toBe('TAKEN');
    expect((await cellOf('PROJECT', 'De Zandpol')).message).toMatch(/ligt in Kampen, niet in «Almelo»/);
    await clear('MUNICIPALITY');
    await cellOf('PLAN_NUMBER', 'WO-12');
    await cellOf('PROJECT', '');
    expect((await cellOf('MUNICIPALITY', 'Almelo')).message).toMatch(/«Genummerd» ligt in Kampen/);
    await clear('MUNICIPALITY', 'PLAN_NUMBER');
    await cellOf('PROJECT', 'De Zandpol');
  });

  test('a plan number and a project that say different things are refused', async () => {
    expect((await cellOf('PLAN_NUMBER', 'WO-12')).state).toBe('TAKEN');
    const { row: tried } = await story.fix(row.id, 'PROJECT', 'De Zandpol');
    expect(tried.kind).toBe('REFUSED');
    expect((await cellOf('PROJECT', 'Zoiets als Genummerd')).state).toBe('GUESSED');
    await clear('PLAN_NUMBER');
    await cellOf('PROJECT', 'De Zandpol');
  });
});

describe('texts', () => {
  test('a title is there, on one line, and neither too short nor too long', async () => {
    expect((await cellOf('TITLE', 'Kort')).state).toBe('REFUSED');
    expect((await cellOf('TITLE', 'x'.repeat(161))).message).toMatch(/161 tekens/);
    const { row: tried } = await story.fix(row.id, 'TITLE', '');
    expect(tried).toMatchObject({
      kind: 'REFUSED',
      messages: ['De titel ontbreekt. Schrijf het knelpunt in één zin.'],
    });
    expect((await cellOf('TITLE', 'Geen  stroom\nvoor de wijk')).value).toBe('Geen stroom voor de wijk');
  });

  test('ten thousand characters fit, one more does not', async () => {
    expect((await cellOf('DESCRIPTION', 'a'.repeat(10_000))).state).toBe('TAKEN');
    expect(await cellOf('DESCRIPTION', 'a'.repeat(10_001))).toMatchObject({ state: 'REFUSED' });
    await clear('DESCRIPTION');
  });

  test('a row without a project says so', async () => {
    const { row: tried } = await story.fix(row.id, 'PROJECT', '');
    expect(tried.messages[0]).toMatch(/Zonder project/);
    await cellOf('PROJECT', 'De Zandpol');
  });
});
