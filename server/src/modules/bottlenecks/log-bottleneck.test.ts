import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../testing/bottleneck-cast.ts';
import { makeProject, type MadeProject } from '../../../testing/bottleneck-factory.ts';
import { makeNote, makeTheme } from '../../../testing/note-factory.ts';
import { testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';
import { logBottleneck } from './log-bottleneck.ts';

const logging = `mutation ($input: LogBottleneckInput!, $key: ID) { logBottleneck(input: $input, idempotencyKey: $key) {
  bottleneck { id number version title description ask state confidentiality dueOn filedOn decisionBy solvableAt homesBlocked overdue
    heldBy { name } municipality { name } filer { name } owner { name } lead { name } themes { code } projects { project { name } homesBlocked }
    applications { result note { title } }
    timeline { edges { node { type actor { name } changes { field before after } } } } }
  problems { __typename code message path } } }`;
const byNumber = `query ($number: String!) { bottleneck(number: $number) { title } }`;

let cast: Cast;
let second: MadeProject;
let real: MadeProject;
let inTwente: MadeProject;

beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  second = await makeProject(cast.make, { name: 'Havenkwartier', municipality: cast.kampen });
  real = await makeProject(cast.make, { name: 'Spoorzone', municipality: cast.kampen, kind: 'REAL_PUBLIC' });
  inTwente = await makeProject(cast.make, { name: 'Nieuwe Dijk', municipality: cast.almelo });
  await makeTheme(cast.make, 'VERLOPEN', { validUntil: '2026-11-24' });
});
afterAll(() => cast.app.close());

const minimal = () => ({
  title: 'Geen stroom voor De Zandpol',
  projects: [{ projectId: cast.project.globalId, homesBlocked: 120 }],
  themeCodes: ['NETCONGESTIE'],
});
const log = (input: object = minimal(), part: Part = 'filer', key?: string) =>
  cast
    .as(part)
    .run(logging, { input, key })
    .then((data) => data.logBottleneck);
const codes = ({ problems }: { problems: { code: string; path: string[] }[] }) =>
  problems.map((problem) => [problem.code, problem.path.join('.')]);

describe('logging a bottleneck', () => {
  test('submits it at once, at the regional table, owned by who filed it, with a date', async () => {
    const { bottleneck, problems } = await log({
      ...minimal(),
      description: '<b>Enexis</b> zegt: 2031.\r\n',
      ask: 'Een tussenstation',
      decisionBy: '2027-02-01',
      projects: [{ projectId: cast.project.globalId, homesBlocked: 120 }, { projectId: second.globalId }],
    });
    expect(problems).toEqual([]);
    expect(bottleneck).toMatchObject({
      version: 1,
      description: '<b>Enexis</b> zegt: 2031.',
      state: 'SUBMITTED',
      confidentiality: 'REGIONAL',
      dueOn: '2026-12-09',
      filedOn: '2026-11-25',
      decisionBy: '2027-02-01',
      solvableAt: 'REGIONAL',
      homesBlocked: 120,
      overdue: false,
      heldBy: { name: 'West' },
      municipality: { name: 'Kampen' },
      filer: { name: 'Fenna' },
      owner: { name: 'Fenna' },
      lead: null,
      themes: [{ code: 'NETCONGESTIE' }],
      projects: [
        { project: { name: 'De Zandpol' }, homesBlocked: 120 },
        { project: { name: 'Havenkwartier' }, homesBlocked: null },
      ],
    });
    expect(bottleneck.number).toMatch(/^KP-2026-\d{3}$/);
    expect(bottleneck.timeline.edges.map((edge: { node: object }) => edge.node)).toEqual([
      {
        type: 'BOTTLENECK_LOGGED',
        actor: { name: 'Fenna' },
        changes: [
          { field: 'state', before: null, after: 'SUBMITTED' },
          { field: 'dueOn', before: null, after: '2026-12-09' },
        ],
      },
    ]);
  });

  test('gives each case a number of its own, with gaps', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => log()));
    const numbers = made.map(({ bottleneck }) => Number(bottleneck.number.split('-')[2])).toSorted((a, b) => a - b);
    expect(new Set(numbers).size).toBe(8);
    expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBeGreaterThanOrEqual(7);
  });

  test('an import brings the number that people know, and the sequence goes on after it', async () => {
    const { platform } = cast.app;
    const { id } = cast.people.filer;
    const viewer = await platform.loadViewer(platform.database.fork(), id);
    if (!viewer) throw new Error('The filer is there.');
    const bring = (number: string) =>
      platform.commands.run('import', { actorId: id, input: number }, (tx) =>
        logBottleneck(tx, viewer, minimal(), { demo: true, number }),
      );
    await bring('KP-2026-900');
    expect((await cast.as('filer').run(byNumber, { number: 'KP-2026-900' })).bottleneck).toEqual({
      title: minimal().title,
    });
    const next = Number((await log()).bottleneck.number.split('-')[2]);
    expect([901, 902, 903]).toContain(next);
    await expect(bring('KP-26-1')).rejects.toThrow('not a number');
    await bring('KP-2025-007');
    expect(Number((await log()).bottleneck.number.split('-')[2])).toBeGreaterThan(next);
  });

  test('a retry with the same key gives the same case, another body is refused', async () => {
    const [first, again] = [await log(minimal(), 'filer', 'key-1'), await log(minimal(), 'filer', 'key-1')];
    expect(again.bottleneck.id).toBe(first.bottleneck.id);
    const other = await cast
      .as('filer')
      .answer(logging, { input: { ...minimal(), title: 'Iets anders' }, key: 'key-1' });
    expect(JSON.stringify([other.data, other.errors])).toContain('IDEMPOTENCY_KEY_REUSED');
  });

  test('a draft shows to its filer alone, and may still lack a theme', async () => {
    const { bottleneck } = await log({ ...minimal(), themeCodes: [], draft: true });
    expect(bottleneck).toMatchObject({ state: 'DRAFT', dueOn: '2026-12-09' });
    expect(await cast.as('filer').run(byNumber, { number: bottleneck.number })).toEqual({
      bottleneck: { title: minimal().title },
    });
    for (const part of ['secretary', 'chair', 'provincialChair', 'civilOwner', 'stranger'] as const) {
      expect(await cast.as(part).run(byNumber, { number: bottleneck.number }), part).toEqual({ bottleneck: null });
    }
  });

  test('a theme sets who sees it, unless the filer chooses', async () => {
    const themed = await log({ ...minimal(), themeCodes: ['NETCONGESTIE', 'GROND'] });
    expect(themed.bottleneck.confidentiality).toBe('CONFIDENTIAL');
    const chosen = await log({ ...minimal(), themeCodes: ['GROND'], confidentiality: 'PUBLIC' });
    expect(chosen.bottleneck.confidentiality).toBe('PUBLIC');
  });

  test('goes to the table of the region where its first project lies', async () => {
    const { bottleneck } = await log({ ...minimal(), projects: [{ projectId: inTwente.globalId }] });
    expect(bottleneck).toMatchObject({ heldBy: { name: 'Twente' }, municipality: { name: 'Almelo' } });
  });

  test('goes to another table when the filer sits there', async () => {
    const tableId = globalId('AccelerationTable', cast.province.id);
    expect(codes(await log({ ...minimal(), tableId }))).toEqual([['UNKNOWN_TABLE', 'input.tableId']]);
    const { bottleneck } = await log({ ...minimal(), tableId }, 'provincialChair');
    expect(bottleneck).toMatchObject({ heldBy: { name: 'Provincie' }, solvableAt: 'PROVINCIAL' });
    const west = await log({ ...minimal(), tableId: globalId('AccelerationTable', cast.west.id) });
    expect(west.bottleneck.heldBy).toEqual({ name: 'West' });
  });

  test('links the notes that were found while typing', async () => {
    const note = await makeNote(cast.app, cast.make, { author: cast.people.stranger, title: 'Tijdelijk net' });
    const hidden = await makeNote(cast.app, cast.make, {
      author: cast.people.stranger,
      confidentiality: 'CONFIDENTIAL',
    });
    const { bottleneck } = await log({ ...minimal(), noteIds: [note.globalId] });
    expect(bottleneck.applications).toEqual([{ result: 'NOT_YET', note: { title: 'Tijdelijk net' } }]);
    expect(codes(await log({ ...minimal(), noteIds: [note.globalId, hidden.globalId] }))).toEqual([
      ['UNKNOWN_NOTE', 'input.noteIds.1'],
    ]);
  });

  test('tells everything that is wrong at once, and keeps nothing', async () => {
    const refused = await log({
      title: 'Kort',
      description: 'x'.repeat(10_001),
      ask: 'bel \u0007',
      decisionBy: '2026-11-24',
      dueOn: '2026-11-24',
      themeCodes: ['VERLOPEN', 'BESTAAT_NIET'],
      projects: [
        { projectId: cast.project.globalId, homesBlocked: -1 },
        { projectId: cast.project.globalId, homesBlocked: 20_001 },
        { projectId: real.globalId },
        { projectId: globalId('Project', crypto.randomUUID()) },
        { projectId: 'Project_x' },
      ],
    });
    expect(refused.bottleneck).toBeNull();
    expect(codes(refused).toSorted()).toEqual(
      [
        ['TOO_SHORT', 'input.title'],
        ['TOO_LONG', 'input.description'],
        ['CONTROL_CHARACTERS', 'input.ask'],
        ['DATE_IN_PAST', 'input.decisionBy'],
        ['DATE_IN_PAST', 'input.dueOn'],
        ['OUT_OF_RANGE', 'input.projects.0.homesBlocked'],
        ['DUPLICATE_PROJECT', 'input.projects.1.projectId'],
        ['OUT_OF_RANGE', 'input.projects.1.homesBlocked'],
        ['REAL_PROJECT_IN_DEMO', 'input.projects.2.projectId'],
        ['UNKNOWN_PROJECT', 'input.projects.3.projectId'],
        ['UNKNOWN_PROJECT', 'input.projects.4.projectId'],
        ['UNKNOWN_THEME', 'input.themeCodes.0'],
        ['UNKNOWN_THEME', 'input.themeCodes.1'],
      ].toSorted(),
    );
  });

  test.each([
    ['no project', { projects: [] }, 'REQUIRED', 'input.projects'],
    ['no theme', { themeCodes: [] }, 'REQUIRED', 'input.themeCodes'],
    ['six themes', { themeCodes: ['A', 'B', 'C', 'D', 'E', 'F'] }, 'TOO_MANY', 'input.themeCodes'],
    ['no title', { title: '   ' }, 'REQUIRED', 'input.title'],
    ['a title of two lines', { title: 'Geen stroom\nvoor iemand' }, 'CONTROL_CHARACTERS', 'input.title'],
    ['a table that is none', { tableId: 'AccelerationTable_x' }, 'UNKNOWN_TABLE', 'input.tableId'],
  ])('refuses %s', async (_name, wrong, code, path) => {
    expect(codes(await log({ ...minimal(), ...wrong }))).toContainEqual([code, path]);
  });

  test('observers and readers without a table may not, and are told so', async () => {
    for (const part of ['observer', 'reader'] as const) {
      const answer = await cast.as(part).answer(logging, { input: minimal() });
      expect(answer.errors[0]?.extensions.code, part).toBe('FORBIDDEN');
      expect(answer.errors[0]?.message, part).toBe(
        'Daarvoor heb je een rol bij een organisatie of een plaats aan een tafel nodig.',
      );
      const { viewer } = await cast.as(part).run('{ viewer { viewerCan { verb allowed } } }');
      expect(viewer.viewerCan, part).toContainEqual({ verb: 'LOG_BOTTLENECK', allowed: false });
    }
    for (const part of ['market', 'stranger', 'participant'] as const)
      expect((await log(minimal(), part)).problems, part).toEqual([]);
  });
});
