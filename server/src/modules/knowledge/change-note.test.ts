import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Factories, type MadePerson } from '../../../testing/factories.ts';
import { type GraphClient, graphClient } from '../../../testing/graph-client.ts';
import { type MadeNote, makeNote, makeTheme } from '../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

const payload = `{ note { id slug version title body status validity validAsOf reviewBy confidentiality updatedAt validatedBy { id } themes { code } tags
    timeline { edges { node { type changes { field before after } } } } }
  problems { __typename code message path ... on ConflictProblem { currentVersion changedBy { id } changedAt current { id } } } }`;
const editing = `mutation ($input: EditNoteInput!) { editNote(input: $input) ${payload} }`;
const validating = `mutation ($input: ValidateNoteInput!) { validateNote(input: $input) ${payload} }`;
const archiving = `mutation ($input: NoteVersionInput!) { archiveNote(input: $input) ${payload} }`;

const now = new Date('2026-11-23T10:00:00Z');
let app: TestApp;
let make: Factories;
let author: MadePerson;
let checker: MadePerson;
let as: Record<'author' | 'editor' | 'validator' | 'reader', GraphClient>;
let note: MadeNote;

beforeAll(async () => {
  app = await testApp({ now });
  make = new Factories(app);
  author = await make.person({ roles: ['STAFF', 'VALIDATOR'] });
  checker = await make.person({ roles: ['VALIDATOR'] });
  as = {
    author: await graphClient(app, author),
    editor: await graphClient(app, await make.person({ roles: ['KNOWLEDGE_EDITOR'] })),
    validator: await graphClient(app, checker),
    reader: await graphClient(app, await make.person({ roles: ['STAFF'] })),
  };
  await makeTheme(make, 'STIKSTOF');
});
beforeEach(async () => {
  note = await makeNote(app, make, {
    author,
    title: 'Intern salderen',
    validatedBy: checker,
    reviewBy: '2027-06-01',
    validAsOf: '2026-01-01',
  });
});
afterAll(() => app.close());

const edit = (client: GraphClient, input: object) =>
  client.run(editing, { input: { noteId: note.globalId, expectedVersion: 1, ...input } }).then((data) => data.editNote);
const validate = (client: GraphClient, input: object) =>
  client
    .run(validating, { input: { noteId: note.globalId, expectedVersion: 1, reviewBy: '2027-11-01', ...input } })
    .then((data) => data.validateNote);
const archive = (client: GraphClient, input: object = {}) =>
  client
    .run(archiving, { input: { noteId: note.globalId, expectedVersion: 1, ...input } })
    .then((data) => data.archiveNote);
const codesOf = (problems: { code: string; path: string[] }[]) =>
  problems.map((problem) => [problem.code, problem.path.join('.')]);

describe('editing', () => {
  test('a new text makes a validated note a draft again, keeps its address and tells what changed', async () => {
    const { note: changed, problems } = await edit(as.author, { title: 'Intern salderen, herzien', body: 'Nieuw.' });
    expect(problems).toEqual([]);
    expect(changed).toMatchObject({
      version: 2,
      slug: note.slug,
      title: 'Intern salderen, herzien',
      status: 'DRAFT',
      validity: 'CHECK_FIRST',
      validatedBy: null,
    });
    expect(changed.timeline.edges[0].node).toEqual({
      type: 'NOTE_EDITED',
      changes: [
        { field: 'title', before: 'Intern salderen', after: 'Intern salderen, herzien' },
        { field: 'body', before: null, after: null },
        { field: 'status', before: 'VALIDATED', after: 'DRAFT' },
      ],
    });
  });
  test('tags and themes are not vouched for', async () => {
    const { note: changed } = await edit(as.editor, { tags: ['depositie'], themeCodes: ['STIKSTOF'] });
    expect(changed).toMatchObject({
      version: 2,
      status: 'VALIDATED',
      tags: ['depositie'],
      themes: [{ code: 'STIKSTOF' }],
    });
  });
  test('the same again changes nothing', async () => {
    const { note: same, problems } = await edit(as.author, { title: ' Intern salderen ', reviewBy: '2027-06-01' });
    expect(problems).toEqual([]);
    expect(same).toMatchObject({ version: 1, status: 'VALIDATED', timeline: { edges: [] } });
  });
  test('a later review date asks for a new look too', async () => {
    expect((await edit(as.author, { reviewBy: '2028-01-01' })).note).toMatchObject({
      status: 'DRAFT',
      reviewBy: '2028-01-01',
    });
  });
  test('an old date that stays is no problem; a past one that is newly set is', async () => {
    note = await makeNote(app, make, { author, validAsOf: '2025-01-01', reviewBy: '2026-01-01' });
    expect((await edit(as.author, { title: 'Andere titel', reviewBy: '2026-01-01' })).problems).toEqual([]);
    expect(codesOf((await edit(as.author, { expectedVersion: 2, reviewBy: '2026-01-02' })).problems)).toEqual([
      ['DATE_IN_PAST', 'input.reviewBy'],
    ]);
  });
  test('a title cannot be emptied, a text can', async () => {
    expect(codesOf((await edit(as.author, { title: null, summary: ' ' })).problems)).toEqual([
      ['REQUIRED', 'input.title'],
      ['REQUIRED', 'input.summary'],
    ]);
    expect((await edit(as.author, { body: null, caveat: '' })).problems).toEqual([]);
  });
  test('a theme that lapsed may stay but not come', async () => {
    const lapsed = await makeTheme(make, `OUD${crypto.randomUUID()}`, { validUntil: '2026-01-01' });
    const [row] = await app.database
      .fork()
      .execute<{ code: string }[]>('select code from theme where id = ?', [lapsed.id]);
    note = await makeNote(app, make, { author, themes: [lapsed] });
    expect((await edit(as.author, { themeCodes: ['STIKSTOF', row?.code] })).problems).toEqual([]);
    note = await makeNote(app, make, { author });
    expect(codesOf((await edit(as.author, { themeCodes: ['STIKSTOF', row?.code] })).problems)).toEqual([
      ['UNKNOWN_THEME', 'input.themeCodes.1'],
    ]);
  });
  test('words taken out before a note is opened to all stay off its timeline', async () => {
    note = await makeNote(app, make, { author, title: 'Prijs 100 per meter', confidentiality: 'CONFIDENTIAL' });
    await edit(as.author, { title: 'Prijs per meter', confidentiality: 'PUBLIC' });
    const { node } = await as.reader.run(
      'query ($id: ID!) { node(id: $id) { ... on KnowledgeNote { timeline { edges { node { changes { field before after } } } } } } }',
      { id: note.globalId },
    );
    expect(node.timeline.edges[0].node.changes).toEqual([
      { field: 'title', before: null, after: null },
      { field: 'confidentiality', before: 'CONFIDENTIAL', after: 'PUBLIC' },
      { field: 'status', before: 'VALIDATED', after: 'DRAFT' },
    ]);
  });
});

describe('two people at once', () => {
  test('the second one is told what it is now and by whom', async () => {
    await edit(as.author, { title: 'Eerst gewijzigd' });
    const { note: nothing, problems } = await edit(as.editor, { title: 'Te laat' });
    expect(nothing).toBeNull();
    expect(problems).toEqual([
      {
        __typename: 'ConflictProblem',
        code: 'CONFLICT',
        message: expect.stringContaining('intussen gewijzigd'),
        path: ['input', 'expectedVersion'],
        currentVersion: 2,
        changedBy: { id: globalId('Person', author.id) },
        changedAt: now.toISOString(),
        current: { id: note.globalId },
      },
    ]);
  });
  test('of many at the same moment exactly one wins', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => edit(n % 2 ? as.author : as.editor, { title: `Poging ${n}` })),
    );
    expect(answers.filter((answer) => answer.problems.length === 0)).toHaveLength(1);
    expect(answers.filter((answer) => answer.problems[0]?.currentVersion === 2)).toHaveLength(9);
  });
});

describe('validating', () => {
  test('a validator vouches for it until a date', async () => {
    note = await makeNote(app, make, { author, status: 'DRAFT', validAsOf: '2026-01-01' });
    const { note: validated, problems } = await validate(as.validator, {});
    expect(problems).toEqual([]);
    expect(validated).toMatchObject({
      version: 2,
      status: 'VALIDATED',
      validity: 'USABLE',
      validAsOf: '2026-11-23',
      reviewBy: '2027-11-01',
      validatedBy: { id: globalId('Person', checker.id) },
    });
    expect(validated.timeline.edges[0].node.type).toBe('NOTE_VALIDATED');
  });
  test.each([
    [{ reviewBy: '2026-11-22' }, 'DATE_IN_PAST', 'input.reviewBy'],
    [{ validAsOf: '2026-11-24' }, 'DATE_IN_FUTURE', 'input.validAsOf'],
    [{ validAsOf: '2026-11-23', reviewBy: '2026-11-23' }, 'DATE_ORDER', 'input.reviewBy'],
  ])('refuses %j', async (input, code, path) => {
    expect(codesOf((await validate(as.validator, input)).problems)).toEqual([[code, path]]);
  });
  test('not one’s own text, and not without the role', async () => {
    for (const client of [as.author, as.editor, as.reader]) {
      const { errors } = await client.answer(validating, {
        input: { noteId: note.globalId, expectedVersion: 1, reviewBy: '2027-11-01' },
      });
      expect(errors[0]).toMatchObject({
        extensions: { code: 'FORBIDDEN' },
        message: 'Valideren kan iemand anders dan de auteur, met de rol validator.',
      });
    }
  });
  test('of two validators at the same moment one vouches, and the other is told who was first', async () => {
    const second = await make.person({ roles: ['VALIDATOR'] });
    const answers = await Promise.all([
      validate(as.validator, { reviewBy: '2027-10-01' }),
      validate(await graphClient(app, second), { reviewBy: '2027-11-01' }),
    ]);
    const [won, ...more] = answers.filter((answer) => answer.problems.length === 0);
    expect(more).toEqual([]);
    expect(answers.find((answer) => answer !== won)?.problems).toMatchObject([
      { code: 'CONFLICT', currentVersion: 2, changedBy: won?.note.validatedBy },
    ]);
  });
  test('against a version that is gone', async () => {
    expect((await validate(as.validator, { expectedVersion: 7 })).problems[0]).toMatchObject({
      code: 'CONFLICT',
      currentVersion: 1,
    });
  });
});

describe('archiving', () => {
  test('takes it out of use; it reads as expired and stays where it was', async () => {
    const { note: archived } = await archive(as.author);
    expect(archived).toMatchObject({ status: 'ARCHIVED', validity: 'EXPIRED', version: 2 });
    expect(
      (await as.reader.run('query ($slug: String!) { note(slug: $slug) { id } }', { slug: note.slug })).note,
    ).toEqual({ id: note.globalId });
  });
  test('afterwards nothing changes any more', async () => {
    await archive(as.editor);
    const latest = { expectedVersion: 2 };
    for (const answer of [
      await edit(as.author, { ...latest, title: 'Toch nog' }),
      await validate(as.validator, latest),
      await archive(as.author, latest),
    ]) {
      expect(codesOf(answer.problems)).toEqual([['NOTE_ARCHIVED', 'input.noteId']]);
    }
  });
});

describe('who may', () => {
  test('a reader neither edits nor archives, and is told who does', async () => {
    for (const [text, input] of [
      [editing, { title: 'Van een lezer' }],
      [archiving, {}],
    ] as const) {
      const { data, errors } = await as.reader.answer(text, {
        input: { noteId: note.globalId, expectedVersion: 1, ...input },
      });
      expect(data).toBeNull();
      expect(errors[0]).toMatchObject({
        extensions: { code: 'FORBIDDEN' },
        message: 'Dat kan de auteur of een kennisredacteur.',
      });
    }
  });
  test('what is hidden, what does not exist and what is no note get the same answer', async () => {
    const hidden = await makeNote(app, make, { author, confidentiality: 'CONFIDENTIAL' });
    const ids = [
      hidden.globalId,
      globalId('KnowledgeNote', crypto.randomUUID()),
      globalId('Person', author.id),
      'onzin',
      '',
    ];
    const answers = await Promise.all(ids.map((noteId) => edit(as.editor, { noteId, title: 'Geraden' })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0].problems).toMatchObject([
      { __typename: 'NotFoundProblem', code: 'UNKNOWN_NOTE', path: ['input', 'noteId'] },
    ]);
  });
  test('nothing without a session', async () => {
    const nobody = await graphClient(app, null);
    const inputs = { [editing]: {}, [archiving]: {}, [validating]: { reviewBy: '2027-11-01' } };
    for (const [text, input] of Object.entries(inputs)) {
      expect(
        (await nobody.answer(text, { input: { noteId: note.globalId, expectedVersion: 1, ...input } })).errors[0]
          ?.extensions.code,
      ).toBe('UNAUTHENTICATED');
    }
  });
});
