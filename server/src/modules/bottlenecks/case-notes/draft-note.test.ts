import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import type { BottleneckWish, MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import type { MadePerson } from '../../../../testing/factories.ts';
import { type AnswerData, type GraphClient, graphClient } from '../../../../testing/graph-client.ts';
import { makeNote } from '../../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

const note = `id title summary applies steps body status confidentiality author { name } contact { name } themes { code }
  legalReferences { text } draftedFrom { number } applications { result }`;
const answer = `{ bottleneck { id version state confidentiality applications { result note { id } } draftedNotes { id } } draftedNote { ${note} } problems { code path message } }`;
const resolving = `mutation ($input: ResolveBottleneckInput!) { resolveBottleneck(input: $input) ${answer} }`;
const undoing = `mutation ($input: BottleneckVersionInput!) { undoTransition(input: $input) ${answer} }`;
const drafting = `mutation ($input: DraftNoteFromBottleneckInput!, $key: ID) { draftNoteFromBottleneck(input: $input, idempotencyKey: $key) ${answer} }`;
const reading = `query ($id: ID!) { node(id: $id) { ... on KnowledgeNote { id draftedFrom { number } } ... on Bottleneck { draftedNotes { id } } } }`;

let app: TestApp;
let cast: Cast;
let validator: MadePerson;
beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-25T10:00:00Z') });
  cast = await bottleneckCast(app);
  validator = await cast.make.person({ name: 'Vera', roles: ['VALIDATOR'] });
});
afterAll(() => app.close());

const lesson = 'Vraag de tijdelijke aansluiting een jaar eerder aan.';
const sql = (text: string, params: unknown[]) => app.database.fork().execute(text, params);

async function caseOf(wish: Partial<BottleneckWish> = {}): Promise<MadeBottleneck> {
  const made = await cast.bottleneck({
    state: 'IN_PROGRESS',
    title: 'Het net is vol in Kampen',
    themes: [cast.theme('NETCONGESTIE')],
    ...wish,
  });
  await sql(
    `update bottleneck set description = 'Er is geen plek op het net.', tried_so_far = 'Een brief.' where id = ?`,
    [made.id],
  );
  return made;
}
const resolve = async (on: MadeBottleneck, input: object = {}, part: Part = 'secretary'): Promise<AnswerData> =>
  (
    await cast.as(part).run(resolving, {
      input: { bottleneckId: on.globalId, expectedVersion: 1, resolution: 'Een tussenstation.', lesson, ...input },
    })
  ).resolveBottleneck;
const undo = async (on: MadeBottleneck, expectedVersion: number): Promise<AnswerData> =>
  (await cast.as('secretary').run(undoing, { input: { bottleneckId: on.globalId, expectedVersion } })).undoTransition;
const draft = async (on: MadeBottleneck, input: object = {}, part: Part = 'secretary'): Promise<AnswerData> =>
  (await cast.as(part).run(drafting, { input: { bottleneckId: on.globalId, lesson, ...input } }))
    .draftNoteFromBottleneck;
const codes = ({ problems }: AnswerData) =>
  problems.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
const sees = async (client: GraphClient, id: string) => (await client.run(reading, { id })).node !== null;
const exclude = (on: MadeBottleneck, person: { id: string }) =>
  sql(`insert into bottleneck_grant (bottleneck_id, person_id, kind) values (?, ?, 'EXCLUDED')`, [on.id, person.id]);

describe('resolving with an answer to what would help the next one', () => {
  test('drafts a note from the case, links it as having worked, and hands it over', async () => {
    const source = await makeNote(app, cast.make, { author: cast.people.stranger });
    const failed = await makeNote(app, cast.make, { author: cast.people.stranger });
    await sql(`update knowledge_note set legal_references = array['Energiewet', 'Wet X'] where id = ?`, [source.id]);
    await sql(`update knowledge_note set legal_references = array['Wet die niet hielp'] where id = ?`, [failed.id]);
    const made = await caseOf();
    for (const [used, result] of [
      [source, 'PARTLY'],
      [failed, 'FAILED'],
    ] as const)
      await cast.make.insert('application', {
        note_id: used.id,
        bottleneck_id: made.id,
        result,
        applied_by_id: cast.people.filer.id,
        applied_on: '2026-11-01',
      });
    const { problems, bottleneck, draftedNote } = await resolve(made);
    expect(problems).toEqual([]);
    expect(draftedNote).toMatchObject({
      title: 'Het net is vol in Kampen',
      summary: lesson,
      applies: 'Er is geen plek op het net.',
      steps: 'Een tussenstation.',
      status: 'DRAFT',
      confidentiality: 'REGIONAL',
      author: { name: 'Sien' },
      themes: [{ code: 'NETCONGESTIE' }],
      draftedFrom: { number: made.number },
      applications: [{ result: 'WORKED' }],
    });
    expect(draftedNote.body).toContain('Wat al was geprobeerd\n\nEen brief.');
    expect(draftedNote.legalReferences.map(({ text }: { text: string }) => text)).toEqual(['Energiewet', 'Wet X']);
    expect(bottleneck).toMatchObject({ state: 'RESOLVED', draftedNotes: [{ id: draftedNote.id }] });
    expect(bottleneck.applications).toContainEqual({ result: 'WORKED', note: { id: draftedNote.id } });
  });

  test('goes together with a note that was used: both worked', async () => {
    const used = await makeNote(app, cast.make, { author: cast.people.stranger });
    const { bottleneck } = await resolve(await caseOf(), { noteId: used.globalId });
    expect(bottleneck.applications.map(({ result }: { result: string }) => result)).toEqual(['WORKED', 'WORKED']);
  });

  test('an empty answer drafts nothing', async () => {
    const { bottleneck, draftedNote, problems } = await resolve(await caseOf(), { lesson: '  ' });
    expect(problems).toEqual([]);
    expect(draftedNote).toBeNull();
    expect(bottleneck).toMatchObject({ state: 'RESOLVED', draftedNotes: [] });
  });

  test('is refused at the field, and nothing happens: too long, or beside a note that is written there', async () => {
    const made = await caseOf();
    expect(codes(await resolve(made, { lesson: 'x'.repeat(2_001) }))).toEqual(['TOO_LONG input.lesson']);
    const newNote = { title: 'Een eigen notitie', summary: 'Zo.', themeCodes: ['NETCONGESTIE'] };
    expect(codes(await resolve(made, { newNote }))).toEqual(['ONE_NOTE_ONLY input.lesson']);
    expect((await cast.as('secretary').run(reading, { id: made.globalId })).node.draftedNotes).toEqual([]);
  });

  test('undone, the draft stays and is named; resolved again, a second one is refused at the field', async () => {
    const made = await caseOf();
    const { draftedNote } = await resolve(made, { openToAll: true });
    const back = await undo(made, 2);
    expect(back).toMatchObject({
      problems: [],
      draftedNote: { id: draftedNote.id, confidentiality: 'REGIONAL' },
      bottleneck: {
        state: 'IN_PROGRESS',
        confidentiality: 'REGIONAL',
        applications: [{ result: 'NOT_YET', note: { id: draftedNote.id } }],
      },
    });
    expect(codes(await resolve(made, { expectedVersion: 3 }))).toEqual(['NOTE_OF_CASE_EXISTS input.lesson']);
    const again = await resolve(made, { expectedVersion: 3, lesson: null, noteId: draftedNote.id });
    expect(again.bottleneck.applications).toEqual([{ result: 'WORKED', note: { id: draftedNote.id } }]);
  });

  test('an undone step without a draft names none', async () => {
    const made = await caseOf();
    await resolve(made, { lesson: null });
    expect((await undo(made, 2)).draftedNote).toBeNull();
  });
});

describe('who reads a draft', () => {
  test.each([
    ['PUBLIC', 'PUBLIC', ['stranger', 'reader', 'participant', 'filer']],
    ['REGIONAL', 'REGIONAL', ['participant']],
    ['CONFIDENTIAL', 'CONFIDENTIAL', []],
  ] as const)('of a %s case: it starts as %s', async (confidentiality, starts, readers) => {
    const { draftedNote } = await resolve(await caseOf({ confidentiality }));
    expect(draftedNote.confidentiality).toBe(starts);
    const seen = [];
    for (const part of ['stranger', 'reader', 'twente', 'participant', 'filer'] as const)
      if (await sees(cast.as(part), draftedNote.id)) seen.push(part);
    expect(seen.filter((part) => part !== 'twente')).toEqual(readers);
    expect(seen.includes('twente')).toBe(starts === 'PUBLIC');
    expect(await sees(await graphClient(app, validator), draftedNote.id)).toBe(starts !== 'REGIONAL');
  });

  test('opening the case to all does not open what was drafted while it was regional', async () => {
    const { bottleneck, draftedNote } = await resolve(await caseOf(), { openToAll: true });
    expect([bottleneck.confidentiality, draftedNote.confidentiality]).toEqual(['PUBLIC', 'REGIONAL']);
  });

  test('who is excluded from the case does not read it in its note, also when excluded afterwards', async () => {
    const clientOf = await graphClient(app, validator);
    const before = await caseOf({ confidentiality: 'PUBLIC' });
    await exclude(before, validator);
    const { draftedNote } = await resolve(before);
    expect(draftedNote.confidentiality).toBe('CONFIDENTIAL');
    expect(await sees(clientOf, draftedNote.id)).toBe(false);
    const { notes } = await clientOf.run('{ notes(first: 100) { edges { node { id } } } }');
    expect(JSON.stringify(notes)).not.toContain(draftedNote.id);

    const after = await caseOf({ confidentiality: 'CONFIDENTIAL' });
    const later = (await resolve(after)).draftedNote;
    expect(await sees(clientOf, later.id)).toBe(true);
    const excluding = `mutation ($input: ConfidentialityInput!) { setConfidentiality(input: $input) { problems { code } } }`;
    const excludeIds = [globalId('Person', validator.id)];
    const input = { bottleneckId: after.globalId, expectedVersion: 2, confidentiality: 'CONFIDENTIAL', excludeIds };
    await cast.as('secretary').run(excluding, { input });
    expect(await sees(clientOf, later.id)).toBe(false);
    await cast.as('secretary').run(excluding, { input: { ...input, expectedVersion: 3, excludeIds: [] } });
    expect(await sees(clientOf, later.id)).toBe(true);
  });

  test('sources of a note that fewer people see stay out', async () => {
    const secret = await makeNote(app, cast.make, { author: cast.people.secretary, confidentiality: 'CONFIDENTIAL' });
    await sql(`update knowledge_note set legal_references = array['Geheim stuk'] where id = ?`, [secret.id]);
    expect((await resolve(await caseOf(), { noteId: secret.globalId })).draftedNote.legalReferences).toEqual([]);
  });

  test('a table that was shown the memo alone drafts without the text of the case', async () => {
    const made = await caseOf({ state: 'ESCALATED', table: cast.province });
    await cast.make.insert('escalation', {
      bottleneck_id: made.id,
      from_table_id: cast.west.id,
      to_table_id: cast.province.id,
      reason: 'Boven onze macht.',
      sent_at: app.platform.now(),
      state: 'ACCEPTED',
      shares_dossier: false,
      drafted_at: app.platform.now(),
    });
    const { draftedNote, problems } = await resolve(made, {}, 'provincialChair');
    expect(problems).toEqual([]);
    expect(draftedNote).toMatchObject({ applies: '', body: 'Wat werkte\n\nEen tussenstation.' });
  });

  test('the case and its note name each other only to who sees both', async () => {
    const made = await caseOf({ confidentiality: 'CONFIDENTIAL' });
    const { draftedNote } = await resolve(made);
    const named = async (client: GraphClient, id: string) => (await client.run(reading, { id })).node;
    expect((await named(await graphClient(app, validator), draftedNote.id)).draftedFrom).toBeNull();
    expect((await named(cast.as('filer'), made.globalId)).draftedNotes).toEqual([]);
  });
});

describe('a draft of a case that is not public is opened by two', () => {
  const opened = 'note { version confidentiality releaseTo status } problems { code path }';
  const editing = `mutation ($input: EditNoteInput!) { editNote(input: $input) { ${opened} } }`;
  const validating = `mutation ($input: ValidateNoteInput!) { validateNote(input: $input) { ${opened} } }`;
  const edit = async (noteId: string, expectedVersion: number, more: object): Promise<AnswerData> =>
    (await cast.as('secretary').run(editing, { input: { noteId, expectedVersion, ...more } })).editNote;
  const validate = async (client: GraphClient, noteId: string, expectedVersion: number): Promise<AnswerData> =>
    (await client.run(validating, { input: { noteId, expectedVersion, reviewBy: '2027-06-01' } })).validateNote;

  test('its author says to whom, and it is theirs to read when a validator agrees', async () => {
    const { draftedNote } = await resolve(await caseOf({ confidentiality: 'CONFIDENTIAL' }));
    const asked = await edit(draftedNote.id, 1, { confidentiality: 'PUBLIC' });
    expect(asked).toEqual({
      note: { version: 2, confidentiality: 'CONFIDENTIAL', releaseTo: 'PUBLIC', status: 'DRAFT' },
      problems: [],
    });
    expect(await sees(cast.as('reader'), draftedNote.id)).toBe(false);
    const agreed = await validate(await graphClient(app, validator), draftedNote.id, 2);
    expect(agreed.note).toEqual({ version: 3, confidentiality: 'PUBLIC', releaseTo: null, status: 'VALIDATED' });
    expect(await sees(cast.as('reader'), draftedNote.id)).toBe(true);
  });

  test('the wish can be taken back, and a validator alone opens nothing', async () => {
    const { draftedNote } = await resolve(await caseOf({ confidentiality: 'CONFIDENTIAL' }));
    await edit(draftedNote.id, 1, { confidentiality: 'REGIONAL' });
    expect((await edit(draftedNote.id, 2, { title: 'Een betere titel' })).note.releaseTo).toBe('REGIONAL');
    expect((await edit(draftedNote.id, 3, { confidentiality: 'CONFIDENTIAL' })).note.releaseTo).toBeNull();
    const { note: valid } = await validate(await graphClient(app, validator), draftedNote.id, 4);
    expect(valid).toMatchObject({ status: 'VALIDATED', confidentiality: 'CONFIDENTIAL' });
  });

  test('its author closes it alone, and a draft of a public case is theirs to open and close', async () => {
    const regional = (await resolve(await caseOf())).draftedNote;
    expect((await edit(regional.id, 1, { confidentiality: 'CONFIDENTIAL' })).note).toMatchObject({
      confidentiality: 'CONFIDENTIAL',
      releaseTo: null,
    });
    const open = (await resolve(await caseOf({ confidentiality: 'PUBLIC' }))).draftedNote;
    await edit(open.id, 1, { confidentiality: 'REGIONAL' });
    expect((await edit(open.id, 2, { confidentiality: 'PUBLIC' })).note).toMatchObject({
      confidentiality: 'PUBLIC',
      releaseTo: null,
    });
  });

  test('its author does not agree with themselves, even as a validator', async () => {
    const both = await cast.make.member(cast.west, 'CHAIR', { name: 'Beide', kind: 'PROVINCE', roles: ['VALIDATOR'] });
    const client = await graphClient(app, both);
    const made = await caseOf();
    const input = { bottleneckId: made.globalId, expectedVersion: 1, resolution: 'Zo.', lesson };
    const { draftedNote } = (await client.run(resolving, { input })).resolveBottleneck;
    await client.run(editing, { input: { noteId: draftedNote.id, expectedVersion: 1, confidentiality: 'PUBLIC' } });
    const { errors } = await client.answer(validating, {
      input: { noteId: draftedNote.id, expectedVersion: 2, reviewBy: '2027-06-01' },
    });
    expect(errors[0]?.extensions['reason']).toBe('VALIDATOR_ONLY');
    expect(await sees(cast.as('reader'), draftedNote.id)).toBe(false);
  });
});

describe('a note from a case that was resolved before', () => {
  test('is drafted once, whatever the network does', async () => {
    const made = await caseOf({ state: 'RESOLVED' });
    const input = { bottleneckId: made.globalId, lesson };
    const send = () => cast.as('filer').run(drafting, { input, key: '018f0000-0000-7000-8000-00000000ca5e' });
    const [one, two] = [await send(), await send()];
    expect(one.draftNoteFromBottleneck).toMatchObject({
      problems: [],
      draftedNote: { summary: lesson, author: { name: 'Fenna' }, contact: { name: 'Gemeente Kampen' } },
      bottleneck: { version: 1, applications: [{ result: 'WORKED' }] },
    });
    expect(two.draftNoteFromBottleneck.draftedNote.id).toBe(one.draftNoteFromBottleneck.draftedNote.id);
    expect(codes(await draft(made))).toEqual(['NOTE_OF_CASE_EXISTS input.lesson']);
    const id = one.draftNoteFromBottleneck.draftedNote.id;
    await cast
      .as('filer')
      .run(`mutation ($input: NoteVersionInput!) { archiveNote(input: $input) { problems { code } } }`, {
        input: { noteId: id, expectedVersion: 1 },
      });
    expect((await draft(made)).problems).toEqual([]);
  });

  test('is refused by field: no lesson, a case that is open, one that is not there or not theirs', async () => {
    const made = await caseOf({ state: 'RESOLVED' });
    expect(codes(await draft(made, { lesson: ' ' }))).toEqual(['REQUIRED input.lesson']);
    expect(codes(await draft(await caseOf()))).toEqual(['NOTE_OF_OPEN_CASE input.bottleneckId']);
    for (const bottleneckId of [globalId('Bottleneck', crypto.randomUUID()), 'onzin'])
      expect(codes(await draft(made, { bottleneckId }))).toEqual(['UNKNOWN_BOTTLENECK input.bottleneckId']);
    expect(codes(await draft(made, {}, 'twente'))).toEqual(['UNKNOWN_BOTTLENECK input.bottleneckId']);
  });

  test.each(['participant', 'observer', 'market', 'civilOwner'] as const)(
    'is not for the %s, who is told so',
    async (part) => {
      const made = await caseOf({ state: 'RESOLVED' });
      const { errors } = await cast.as(part).answer(drafting, { input: { bottleneckId: made.globalId, lesson } });
      expect(errors[0]).toMatchObject({
        extensions: { code: 'FORBIDDEN', reason: 'OWNER_LEAD_OR_TABLE_ONLY' },
      });
      const can = `query ($id: ID!) { node(id: $id) { ... on Bottleneck { viewerCan { verb allowed } } } }`;
      const { node } = await cast.as(part).run(can, { id: made.globalId });
      expect(node.viewerCan).toContainEqual({ verb: 'DRAFT_NOTE', allowed: false });
    },
  );

  test('needs the right to write notes, and somebody who is signed in', async () => {
    const owner = await cast.make.person({ name: 'Zonder rol' });
    const made = await caseOf({ state: 'RESOLVED', owner });
    const client = await graphClient(app, owner);
    const { errors } = await client.answer(drafting, { input: { bottleneckId: made.globalId, lesson } });
    expect(errors[0]?.extensions['reason']).toBe('NO_ROLE');
    const can = `query ($id: ID!) { node(id: $id) { ... on Bottleneck { viewerCan { verb allowed } } } }`;
    const { node } = await client.run(can, { id: made.globalId });
    expect(node.viewerCan).toContainEqual({ verb: 'DRAFT_NOTE', allowed: false });
    const nobody = await graphClient(app, null);
    const refused = await nobody.answer(drafting, { input: { bottleneckId: made.globalId, lesson } });
    expect(refused.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('a list of cases names their notes in the same number of statements, whatever its length', async () => {
    for (let n = 0; n < 4; n += 1) await resolve(await caseOf());
    const counted = async (first: number) => {
      await app.platform.streams.drain();
      app.takeStatements();
      await cast
        .as('secretary')
        .run(
          'query ($first: Int!) { bottlenecks(first: $first, filter: { states: [RESOLVED] }) { edges { node { draftedNotes { id draftedFrom { id } } } } } }',
          { first },
        );
      return app.takeStatements().length;
    };
    expect(await counted(50)).toBe(await counted(2));
  });
});
