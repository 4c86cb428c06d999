import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Factories, type MadePerson } from '../../../testing/factories.ts';
import { type GraphClient, graphClient } from '../../../testing/graph-client.ts';
import { makeNote, makeTheme } from '../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

const writing = `mutation ($input: WriteNoteInput!, $key: ID) { writeNote(input: $input, idempotencyKey: $key) {
  note { id slug version title summary body tags legalReferences { text url } validAsOf reviewBy status validity confidentiality
    author { id } contact { id } validatedBy { id } themes { code } viewerCan { verb allowed reason } timeline { edges { node { type actor { id } changes { field before after } } } } }
  problems { __typename code message path } } }`;

let app: TestApp;
let make: Factories;
let noor: MadePerson;
let writer: GraphClient;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  make = new Factories(app);
  const west = await make.region('WEST_OVERIJSSEL');
  const table = await make.table({ name: 'West', region: west });
  noor = await make.member(table, 'PARTICIPANT', { name: 'Noor', roles: ['STAFF'] });
  writer = await graphClient(app, noor);
  await makeTheme(make, 'STIKSTOF');
  await makeTheme(make, 'KENNIS');
  await makeTheme(make, 'VERLOPEN', { validUntil: '2026-11-22' });
  await makeTheme(make, 'LATER', { validFrom: '2026-11-24' });
});
afterAll(() => app.close());

const minimal = {
  title: 'Intern salderen na 2024',
  summary: 'Mag niet meer in de voortoets.',
  themeCodes: ['STIKSTOF'],
};
const write = (input: object, client = writer) => client.run(writing, { input }).then((data) => data.writeNote);

describe('writing a note', () => {
  test('gives a draft in the name of the writer, valid as of today and to be reviewed in a year', async () => {
    const { note, problems } = await write({
      ...minimal,
      themeCodes: ['STIKSTOF', 'KENNIS', 'STIKSTOF'],
      tags: ['stikstof', 'Stikstof', ' ', 'null'],
      legalReferences: ['ABRvS 18 december 2024, ECLI:NL:RVS:2024:4923', 'javascript:alert(1)'],
      body: '<script>alert(1)</script>\r\ntekst ',
    });
    expect(problems).toEqual([]);
    expect(note).toMatchObject({
      slug: 'intern-salderen-na-2024',
      version: 1,
      status: 'DRAFT',
      validity: 'CHECK_FIRST',
      confidentiality: 'PUBLIC',
      validAsOf: '2026-11-23',
      reviewBy: '2027-11-23',
      body: '<script>alert(1)</script>\ntekst',
      tags: ['stikstof', 'null'],
      author: { id: globalId('Person', noor.id) },
      contact: { id: globalId('Organisation', noor.organisation.id) },
      validatedBy: null,
      themes: [{ code: 'STIKSTOF' }, { code: 'KENNIS' }],
    });
    expect(note.legalReferences).toEqual([
      {
        text: 'ABRvS 18 december 2024, ECLI:NL:RVS:2024:4923',
        url: 'https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:RVS:2024:4923',
      },
      { text: 'javascript:alert(1)', url: null },
    ]);
    expect(note.viewerCan).toEqual([
      { verb: 'EDIT', allowed: true, reason: null },
      { verb: 'VALIDATE', allowed: false, reason: 'Valideren kan iemand anders dan de auteur, met de rol validator.' },
      { verb: 'ARCHIVE', allowed: true, reason: null },
    ]);
    expect(note.timeline.edges.map((edge: { node: object }) => edge.node)).toEqual([
      {
        type: 'NOTE_WRITTEN',
        actor: { id: globalId('Person', noor.id) },
        changes: [{ field: 'status', before: null, after: 'DRAFT' }],
      },
    ]);
  });

  test('gives each note an address of its own', async () => {
    const slugs = await Promise.all(
      Array.from({ length: 4 }, () => write({ ...minimal, title: 'Dezelfde titel' }).then(({ note }) => note.slug)),
    );
    expect(slugs.toSorted()).toEqual(['dezelfde-titel', 'dezelfde-titel-2', 'dezelfde-titel-3', 'dezelfde-titel-4']);
  });

  test('the address of a public note tells nothing of a confidential one with the same title', async () => {
    const hidden = await write({ ...minimal, title: 'Grondprijs Buitenkwartier', confidentiality: 'CONFIDENTIAL' });
    expect(hidden.note.slug).toMatch(/^grondprijs-buitenkwartier-[0-9a-f]{12}$/);
    const open = await write({ ...minimal, title: 'Grondprijs Buitenkwartier' });
    expect(open.note.slug).toBe('grondprijs-buitenkwartier');
  });

  test('a retry with the same key writes nothing new', async () => {
    const once = { input: { ...minimal, title: 'Met een sleutel' }, key: 'sleutel-1' };
    const answers = [await writer.run(writing, once), await writer.run(writing, once)];
    expect(answers[1].writeNote.note.id).toBe(answers[0].writeNote.note.id);
  });

  test('tells everything that is wrong at once', async () => {
    const { note, problems } = await write({
      title: 'Te',
      summary: '  ',
      themeCodes: ['BESTAAT-NIET', 'VERLOPEN', 'LATER'],
      body: 'x'.repeat(20_001),
      tags: ['goed', 'x'.repeat(61)],
      legalReferences: ['een\nregel'],
      validAsOf: '2026-11-24',
      reviewBy: '2026-11-22',
    });
    expect(note).toBeNull();
    expect(problems.map((problem: { code: string; path: string[] }) => [problem.code, problem.path.join('.')])).toEqual(
      [
        ['TOO_SHORT', 'input.title'],
        ['REQUIRED', 'input.summary'],
        ['TOO_LONG', 'input.body'],
        ['TOO_LONG', 'input.tags.1'],
        ['CONTROL_CHARACTERS', 'input.legalReferences.0'],
        ['DATE_IN_FUTURE', 'input.validAsOf'],
        ['DATE_IN_PAST', 'input.reviewBy'],
        ['UNKNOWN_THEME', 'input.themeCodes.0'],
        ['UNKNOWN_THEME', 'input.themeCodes.1'],
        ['UNKNOWN_THEME', 'input.themeCodes.2'],
      ],
    );
  });

  test.each([
    ['no theme', { themeCodes: [] }, 'REQUIRED', 'input.themeCodes'],
    ['too many themes', { themeCodes: ['A', 'B', 'C', 'D', 'E', 'F'] }, 'TOO_MANY', 'input.themeCodes'],
    ['too many tags', { tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }, 'TOO_MANY', 'input.tags'],
    [
      'too many sources',
      { legalReferences: Array.from({ length: 41 }, (_, n) => `art. ${n}`) },
      'TOO_MANY',
      'input.legalReferences',
    ],
    ['a title too long', { title: 'x'.repeat(201) }, 'TOO_LONG', 'input.title'],
    ['a summary too long', { summary: 'x'.repeat(2_001) }, 'TOO_LONG', 'input.summary'],
    ['a control character', { caveat: 'let op\u0007' }, 'CONTROL_CHARACTERS', 'input.caveat'],
    ['a review on the day itself', { validAsOf: '2026-11-23', reviewBy: '2026-11-23' }, 'DATE_ORDER', 'input.reviewBy'],
  ])('refuses %s', async (_what, part, code, path) => {
    const { problems } = await write({ ...minimal, ...part });
    expect(problems[0]).toMatchObject({ __typename: 'FieldProblem', code, path: path.split('.') });
  });

  test('names a broken ECLI, on its line and with the remedy', async () => {
    const { note, problems } = await write({
      ...minimal,
      legalReferences: ['ECLI:NL:RVS:2024:4923', 'ABRvS 2024, ECLI:NL:RVS:24:4923'],
    });
    expect(note).toBeNull();
    expect(problems).toMatchObject([
      {
        code: 'BROKEN_ECLI',
        path: ['input', 'legalReferences', '1'],
        message: expect.stringMatching(/^“ECLI:NL:RVS:24:4923” is geen geldige ECLI\. Schrijf hem zonder spaties als/),
      },
    ]);
  });

  test('refuses a date that does not exist', async () => {
    const { errors } = await writer.answer(writing, { input: { ...minimal, reviewBy: '2027-02-30' } });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a regional note belongs to the region of its writer', async () => {
    const { note } = await write({ ...minimal, title: 'Alleen voor West', confidentiality: 'REGIONAL' });
    expect(note.confidentiality).toBe('REGIONAL');
    const twente = await make.region('TWENTE');
    const elsewhere = await graphClient(app, await make.member(await make.table({ region: twente }), 'PARTICIPANT'));
    expect((await elsewhere.run('query ($id: ID!) { node(id: $id) { id } }', { id: note.id })).node).toBeNull();
  });

  test('who belongs to two regions, or to none, chooses otherwise', async () => {
    const province = await make.person({ roles: ['STAFF'] });
    for (const code of ['WEST_OVERIJSSEL', 'TWENTE'] as const)
      await make.seat(await make.table({ region: await make.region(code) }), province);
    for (const person of [province, await make.person({ roles: ['STAFF'] })]) {
      const { problems } = await write({ ...minimal, confidentiality: 'REGIONAL' }, await graphClient(app, person));
      expect(problems).toMatchObject([{ code: 'NO_REGION', path: ['input', 'confidentiality'] }]);
    }
  });
});

describe('who may write', () => {
  test('not somebody without a role or a seat, and the answer says why', async () => {
    const reader = await graphClient(app, await make.person());
    const { data, errors } = await reader.answer(writing, { input: minimal });
    expect(data).toBeNull();
    expect(errors[0]).toMatchObject({
      extensions: { code: 'FORBIDDEN' },
      message: expect.stringContaining('een rol bij een organisatie'),
    });
    const { viewer } = await reader.run('{ viewer { viewerCan { verb allowed } } }');
    expect(viewer.viewerCan).toContainEqual({ verb: 'WRITE_NOTE', allowed: false });
  });
  test('not an observer, who reads along', async () => {
    const observer = await graphClient(app, await make.member(await make.table(), 'OBSERVER'));
    expect((await observer.answer(writing, { input: minimal })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
  test('not somebody without a session', async () => {
    const nobody = await graphClient(app, null);
    expect((await nobody.answer(writing, { input: minimal })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
  test('the viewer knows beforehand', async () => {
    const { viewer } = await writer.run('{ viewer { viewerCan { verb allowed reason } } }');
    expect(viewer.viewerCan).toContainEqual({ verb: 'WRITE_NOTE', allowed: true, reason: null });
  });
});

describe('the stream of notes', () => {
  const following =
    'subscription ($after: String) { knowledgeEvents(after: $after) { __typename ... on StreamChange { cursor event { type subjects { id } } } } }';

  test('tells everybody of a public note, and only those who may see it of another', async () => {
    const reader = await graphClient(app, await make.person());
    const validator = await graphClient(app, await make.person({ roles: ['VALIDATOR'] }));
    const { knowledgeCursor: after } = await reader.run('{ knowledgeCursor }');
    const live = reader.follow(following, { after });
    const seeing = validator.follow(following, { after });
    const secret = await write({ ...minimal, title: 'Vertrouwelijke notitie', confidentiality: 'CONFIDENTIAL' });
    const open = await write({ ...minimal, title: 'Openbare notitie' });
    expect((await live.next()).data.knowledgeEvents.event).toEqual({
      type: 'NOTE_WRITTEN',
      subjects: [{ id: open.note.id }],
    });
    expect((await seeing.next()).data.knowledgeEvents.event.subjects).toEqual([{ id: secret.note.id }]);
    expect((await seeing.next()).data.knowledgeEvents.event.subjects).toEqual([{ id: open.note.id }]);
    await Promise.all([reader.disconnect(), validator.disconnect()]);
  });

  test('is not for somebody without a session', async () => {
    const nobody = await graphClient(app, null);
    expect((await nobody.answer('{ knowledgeCursor }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('a note that was made hidden tells nothing of its past', async () => {
    const note = await makeNote(app, make, { author: noor, confidentiality: 'CONFIDENTIAL' });
    const reader = await graphClient(app, await make.person());
    const { node } = await reader.run(
      'query ($id: ID!) { node(id: $id) { ... on KnowledgeNote { timeline { edges { node { type } } } } } }',
      { id: note.globalId },
    );
    expect(node).toBeNull();
  });
});
