import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast } from '../../../../testing/bottleneck-cast.ts';
import { grant, makeProject, type MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import type { AnswerData } from '../../../../testing/graph-client.ts';
import { codesOf, countsIn, ImportStory } from '../../../../testing/import-story.ts';
import { testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let cast: Cast;
let story: ImportStory;

beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  story = new ImportStory(cast);
});
afterAll(() => cast.app.close());

const look = `query ($number: String!) { bottleneck(number: $number) { id version title description ask state dueOn nextStep homesBlocked
  owner { name } lead { name } confidentiality themes { name } projects { project { name } homesBlocked }
  timeline { edges { node { type actor { name } changes { field before after } } } } } }`;
const seen = async (number: string, part: Parameters<Cast['as']>[0] = 'secretary') =>
  (await cast.as(part).run(look, { number })).bottleneck;
const edit = `mutation ($input: EditBottleneckInput!) { editBottleneck(input: $input) { problems { code } } }`;
const changeBySomebody = async (bottleneck: MadeBottleneck, title: string) => {
  const { version } = await seen(bottleneck.number);
  const input = { bottleneckId: bottleneck.globalId, expectedVersion: version, title };
  expect((await cast.as('filer').run(edit, { input })).editBottleneck.problems).toEqual([]);
};

describe('a case that is there', () => {
  test('changes where the list says something else; a blank never erases', async () => {
    const made = await cast.bottleneck({ title: 'Net vol bij de haven', ask: 'Versnel het station' });
    const tried = await story.tryOut(
      'lijst.csv',
      `Knelpuntnummer;Titel;Wat je vraagt;Volgende stap;Woningen;Uiterste datum;Status\n${made.number};Net vol bij de haven;;Bel Enexis;90;1-2-2027;Opgelost\n`,
    );
    expect(countsIn(tried)).toEqual({ CHANGED: 1 });
    const [row] = await story.rows(tried.id);
    expect(row.bottleneck.number).toBe(made.number);
    expect(row.cells.map((cell: AnswerData) => [cell.field, cell.state, cell.before, cell.value])).toEqual([
      ['NUMBER', 'TAKEN', null, made.number],
      ['TITLE', 'TAKEN', null, 'Net vol bij de haven'],
      ['ASK', 'BLANK', null, null],
      ['NEXT_STEP', 'TAKEN', '', 'Bel Enexis'],
      ['HOMES_BLOCKED', 'TAKEN', '120', '90'],
      ['DUE_ON', 'TAKEN', '9 december 2026', '1 februari 2027'],
      ['STATE', 'IGNORED', null, null],
    ]);
    const applied = await story.apply(tried);
    expect(applied).toMatchObject({ problems: [], import: { state: 'APPLIED' } });
    const after = await seen(made.number);
    expect(after).toMatchObject({
      ask: 'Versnel het station',
      nextStep: 'Bel Enexis',
      homesBlocked: 90,
      dueOn: '2027-02-01',
      state: 'SUBMITTED',
    });
    expect(after.projects).toEqual([{ project: { name: 'De Zandpol' }, homesBlocked: 90 }]);
    expect(after.timeline.edges[0].node).toEqual({
      type: 'BOTTLENECKS_IMPORTED',
      actor: { name: 'Sien' },
      changes: [
        { field: 'nextStep', before: null, after: 'Bel Enexis' },
        { field: 'homesBlocked', before: '120', after: '90' },
        { field: 'dueOn', before: '2026-12-09', after: '2027-02-01' },
      ],
    });
    const undone = await story.step('undoImport', applied.import);
    expect(undone).toMatchObject({ problems: [], import: { state: 'UNDONE', keptChanges: [] } });
    expect(await seen(made.number)).toMatchObject({ nextStep: '', homesBlocked: 120, dueOn: '2026-12-09' });
    expect(codesOf(await story.step('undoImport', undone.import))).toEqual([['IMPORT_WRONG_STATE', 'input.importId']]);
  });

  test('changed by somebody else since the trial run is shown again before anything is applied', async () => {
    const made = await cast.bottleneck({ title: 'Stikstof bij de brug' });
    const tried = await story.tryOut(
      'lijst.csv',
      `Knelpuntnummer;Titel;Volgende stap\n${made.number};Stikstof bij de brug;Reken na\n`,
    );
    await changeBySomebody(made, 'Stikstof bij de oude brug');
    expect((await story.rows(tried.id))[0].stale).toBe(true);
    const refused = await story.step('applyImport', tried);
    expect(codesOf(refused)).toEqual([['IMPORT_ROWS_CHANGED', 'input.importId']]);
    expect(refused.import.state).toBe('READY');
    const [row] = await story.rows(tried.id);
    expect(row).toMatchObject({ stale: true, kind: 'CHANGED' });
    expect(row.cells[1]).toMatchObject({ before: 'Stikstof bij de oude brug', value: 'Stikstof bij de brug' });
    expect((await seen(made.number)).nextStep).toBe('');
    expect((await story.step('applyImport', refused.import)).problems).toEqual([]);
    expect((await seen(made.number)).title).toBe('Stikstof bij de brug');
  });

  test('is changed by a chair only as far as a chair may', async () => {
    const made = await cast.bottleneck({ title: 'Geluid bij het spoor' });
    const chair = new ImportStory(cast, 'chair');
    const tried = await chair.tryOut(
      'lijst.csv',
      `Knelpuntnummer;Titel;Volgende stap\n${made.number};Geluid van het spoor;Meet het\n`,
    );
    const [row] = await chair.rows(tried.id);
    expect(row.kind).toBe('REFUSED');
    expect(row.cells[1].message).toBe('Dat kan de eigenaar, of de voorzitter of secretaris van de tafel.');
    expect((await chair.fix(row.id, 'TITLE', '')).row.kind).toBe('CHANGED');
  });

  test('with several projects keeps how its homes are divided', async () => {
    const second = await makeProject(cast.make, { name: 'Havenkwartier', municipality: cast.kampen });
    const projects = [
      { project: cast.project, homes: 10 },
      { project: second, homes: 20 },
    ];
    const made = await cast.bottleneck({ title: 'Water bij twee plannen', projects });
    const tried = await story.tryOut(
      'lijst.csv',
      `Knelpuntnummer;Titel;Project;Woningen\n${made.number};Water bij twee plannen;De Zandpol; 99\n`,
    );
    const [row] = await story.rows(tried.id);
    expect(row.cells[3].state).toBe('IGNORED');
    await story.apply(tried);
    expect(await seen(made.number)).toMatchObject({
      projects: [{ project: { name: 'De Zandpol' }, homesBlocked: 10 }],
      homesBlocked: 10,
    });
  });
});

describe('a number that is not yours', () => {
  test('is answered word for word as one that does not exist', async () => {
    const hidden = await cast.bottleneck({ title: 'Grond van de buurman', confidentiality: 'CONFIDENTIAL' });
    await grant(cast.app, hidden, cast.people.secretary, 'EXCLUDED');
    const elsewhere = await cast.bottleneck({ title: 'Iets in Twente', table: cast.twente, confidentiality: 'PUBLIC' });
    const numbers = [hidden.number, elsewhere.number, 'KP-2026-99901'];
    const tried = await story.tryOut(
      'lijst.csv',
      `Knelpuntnummer;Titel;Project\n${numbers.map((number) => `${number};Wat een titel;De Zandpol`).join('\n')}\n`,
    );
    const rows = await story.rows(tried.id);
    const told = rows.map((row) =>
      JSON.stringify([row.kind, row.title, row.messages, row.bottleneck, row.cells[0]]).replace(/KP-2026-\d+/g, 'KP'),
    );
    expect(new Set(told).size).toBe(1);
    expect(rows[0]).toMatchObject({ kind: 'REFUSED', bottleneck: null });
    expect(rows[0].cells[0].message).toMatch(/geen zaak van deze tafel die je kunt zien/);
  });

  test('nor does a title give away that it is there', async () => {
    const hidden = await cast.bottleneck({ title: 'Een geheim over de grond', confidentiality: 'CONFIDENTIAL' });
    await grant(cast.app, hidden, cast.people.secretary, 'EXCLUDED');
    const tried = await story.tryOut('lijst.csv', 'Titel;Project\nEen geheim over de grond;De Zandpol\n');
    expect(countsIn(tried)).toEqual({ NEW: 1 });
    expect((await story.step('applyImport', tried)).problems).toEqual([]);
  });
});

describe('duplicates in the list', () => {
  test('are refused with the row that came first, which may be skipped instead', async () => {
    const tried = await story.tryOut(
      'lijst.csv',
      'Titel;Project\nTwee keer hetzelfde;De Zandpol\nTwee keer  Hetzelfde;De Zandpol\n',
    );
    expect(countsIn(tried)).toEqual({ NEW: 1, REFUSED: 1 });
    const [first, second] = await story.rows(tried.id);
    expect(second.messages).toEqual(['Deze zaak staat ook op rij 2. Sla een van de twee over.']);
    const skipped = await story.skip(first.id);
    expect(skipped).toMatchObject({ problems: [], row: { kind: 'SKIPPED' } });
    expect(countsIn(skipped.import)).toEqual({ NEW: 1, SKIPPED: 1 });
    const back = await story.skip(first.id, false);
    expect(back.row.kind).toBe('NEW');
  });

  test('of which a table has several are refused until the number says which', async () => {
    await cast.bottleneck({ title: 'Zelfde naam' });
    await cast.bottleneck({ title: 'Zelfde naam' });
    const tried = await story.tryOut('lijst.csv', 'Titel;Project\nZelfde naam;De Zandpol\n');
    expect((await story.rows(tried.id))[0]).toMatchObject({
      kind: 'REFUSED',
      messages: [expect.stringMatching(/meer zaken met deze titel/)],
    });
  });
});

describe('undoing', () => {
  test('takes new cases back, leaves what others built on, and lists those', async () => {
    const tried = await story.tryOut(
      'lijst.csv',
      'Titel;Project\nNieuw een van de lijst;De Zandpol\nNieuw twee van de lijst;De Zandpol\n',
    );
    const applied = await story.step('applyImport', tried);
    expect(applied.problems).toEqual([]);
    const [one, two] = (await story.rows(tried.id)).map((row) => row.bottleneck.number as string);
    const built = await seen(String(two));
    const input = { bottleneckId: built.id, expectedVersion: built.version, title: 'Nieuw twee, aangevuld' };
    expect((await cast.as('secretary').run(edit, { input })).editBottleneck.problems).toEqual([]);
    const undone = await story.step('undoImport', applied.import);
    expect(undone.problems).toEqual([]);
    expect(undone.import.keptChanges.map((each: { number: string }) => each.number)).toEqual([two]);
    expect(await seen(String(one), 'chair')).toBeNull();
    expect(await seen(String(one))).toMatchObject({ state: 'WITHDRAWN' });
    expect((await seen(String(one))).timeline.edges[0].node.type).toBe('IMPORT_UNDONE');
    const again = await story.tryOut('lijst.csv', 'Titel;Project\nNieuw een van de lijst;De Zandpol\n');
    expect(countsIn(again)).toEqual({ NEW: 1 });
  });
});

describe('one event about many cases', () => {
  test('shows each person the cases they see, and no other', async () => {
    const tried = await story.tryOut(
      'lijst.csv',
      'Titel;Project;Vertrouwelijkheid\nOpenbaar van de lijst;De Zandpol;Openbaar\nVertrouwelijk van de lijst;De Zandpol;Vertrouwelijk\n',
    );
    await story.step('applyImport', tried);
    const [open, closed] = (await story.rows(tried.id)).map((row) => row.bottleneck.number as string);
    const events = `query ($number: String!) { bottleneck(number: $number) { timeline { edges { node { type subjects { ... on Bottleneck { number } } } } } } }`;
    const subjects = async (part: Parameters<Cast['as']>[0]) =>
      (await cast.as(part).run(events, { number: open })).bottleneck.timeline.edges[0].node.subjects.map(
        (each: { number: string }) => each.number,
      );
    expect(await subjects('secretary')).toEqual([open, closed]);
    expect(await subjects('market')).toEqual([open]);
    expect(await subjects('stranger')).toEqual([open]);
    expect(await seen(String(closed), 'market')).toBeNull();
  });
});

describe('who', () => {
  const start = (part: Parameters<Cast['as']>[0]) =>
    cast
      .as(part)
      .answer(`mutation ($input: StartImportInput!) { startImport(input: $input) { problems { code path } } }`, {
        input: { tableId: globalId('AccelerationTable', cast.west.id), fileId: '0190b5a0-0000-7000-8000-000000000000' },
      });

  test.each(['participant', 'observer', 'market', 'stranger', 'filer', 'provincialChair', 'twente'] as const)(
    '%s may not',
    async (part) => {
      const answer = await start(part);
      expect(answer.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    },
  );

  test('a file that is not there, or somebody else’s, is no file', async () => {
    expect(codesOf((await start('secretary')).data.startImport)).toEqual([['UNKNOWN_FILE', 'input.fileId']]);
  });

  test('an import is there for who began it alone', async () => {
    const tried = await story.tryOut('lijst.csv', 'Titel;Project\nAlleen van mij;De Zandpol\n');
    const [row] = await story.rows(tried.id);
    const chair = new ImportStory(cast, 'chair');
    expect(await chair.look(tried.id)).toBeNull();
    for (const step of ['applyImport', 'undoImport', 'discardImport', 'confirmImportGuesses'])
      expect(codesOf(await chair.step(step, tried))).toEqual([['UNKNOWN_IMPORT', 'input.importId']]);
    expect(codesOf(await chair.map(tried))).toEqual([['UNKNOWN_IMPORT', 'input.importId']]);
    expect(codesOf(await chair.fix(row.id, 'TITLE', 'x'))).toEqual([['UNKNOWN_IMPORT_ROW', 'input.rowId']]);
    expect(codesOf(await chair.skip(row.id))).toEqual([['UNKNOWN_IMPORT_ROW', 'input.rowId']]);
    const listed = `query ($id: ID!) { imports(tableId: $id) { id } }`;
    const id = globalId('AccelerationTable', cast.west.id);
    expect((await cast.as('chair').run(listed, { id })).imports.map((each: { id: string }) => each.id)).not.toContain(
      tried.id,
    );
    expect((await cast.as('secretary').run(listed, { id })).imports.map((each: { id: string }) => each.id)).toContain(
      tried.id,
    );
    await cast.make.unseat(cast.west, cast.people.secretary);
    expect(await story.look(tried.id)).toBeNull();
    expect(codesOf(await story.step('applyImport', tried))).toEqual([['UNKNOWN_IMPORT', 'input.importId']]);
    await cast.make.seat(cast.west, cast.people.secretary, 'SECRETARY');
    expect(codesOf(await story.step('applyImport', { ...tried, version: 1 }))).toEqual([
      ['CONFLICT', 'input.expectedVersion'],
    ]);
    const discarded = await story.step('discardImport', tried);
    expect(discarded).toMatchObject({ problems: [], import: { state: 'DISCARDED' } });
    expect(codesOf(await story.step('applyImport', discarded.import))).toEqual([
      ['IMPORT_WRONG_STATE', 'input.importId'],
    ]);
  });

  test('nothing to apply is told', async () => {
    const tried = await story.tryOut('lijst.csv', 'Titel;Project\nWeer iets;Nergens bekend\n');
    expect(codesOf(await story.step('applyImport', tried))).toEqual([['NOTHING_TO_APPLY', 'input.importId']]);
  });

  test('what was in hand when the server stopped says so', async () => {
    const { import: started } = await story.start('lijst.csv', 'Titel;Project\nWeer iets;De Zandpol\n');
    const em = cast.app.platform.database.fork();
    await em.execute(`update bottleneck_import set alive_at = now() - interval '5 minutes' where id = ?`, [
      started.id.split('_')[1],
    ]);
    await story.work();
    const failed = await story.look(started.id);
    expect(failed).toMatchObject({ state: 'FAILED' });
    expect(failed.failure).toMatch(/onderbroken/);
  });
});
