import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AnswerData } from '../../../../testing/graph-client.ts';
import type { MadeNote } from '../../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import type { TextWriter } from '../../../../testing/text-writer.ts';
import { TextStore } from '../../../platform/collab/text-store.ts';
import { noteBodyName, updateOfBody } from './note-body.ts';
import { type Stage, stage, type Who } from './together.fixture.ts';

const began = new Date('2026-11-23T10:00:00Z');
let app: TestApp;
let on: Stage;
let moment: Date;
let note: MadeNote;

beforeAll(async () => {
  app = await testApp({ now: began });
  on = await stage(app);
});
beforeEach(async () => {
  moment = began;
  app.setNow(moment);
  note = await on.note({ body: 'Zo is het.', validatedBy: on.people.validator });
});
afterEach(() => on.clear());
afterAll(() => app.close());

async function opened(who: Who, url = app.url): Promise<TextWriter> {
  const writer = on.at(who, note, { url });
  await writer.saved();
  return writer;
}
/** Time goes by, and then comes the round that otherwise comes by itself. */
async function after(seconds: number): Promise<void> {
  moment = new Date(moment.getTime() + seconds * 1_000);
  app.setNow(moment);
  await on.round();
}
const events = ({ timeline }: AnswerData) => timeline.edges.map(({ node }: { node: unknown }) => node);
const read = (who: Who = 'reader') => on.read(who, note);
const unfolded = () => app.database.fork().execute('select person_id from note_writing where note_id = ?', [note.id]);
const conflict = `problems { code ... on ConflictProblem { currentVersion changedBy { name } current { ... on KnowledgeNote { body status version } } } }`;
const validate = async (expectedVersion: number): Promise<AnswerData> =>
  (
    await on.as.validator.run(
      `mutation ($input: ValidateNoteInput!) { validateNote(input: $input) { note { body status version } ${conflict} } }`,
      { input: { noteId: note.globalId, expectedVersion, reviewBy: '2027-11-01' } },
    )
  ).validateNote;
const archive = async (expectedVersion: number): Promise<AnswerData> =>
  (
    await on.as.author.run(
      `mutation ($input: NoteVersionInput!) { archiveNote(input: $input) { note { body status version } ${conflict} } }`,
      { input: { noteId: note.globalId, expectedVersion } },
    )
  ).archiveNote;

describe('what is written together comes into the note', () => {
  test('after a pause: one event, one version, in the name of who wrote; who vouched for it vouches no more', async () => {
    const anna = await opened('author');
    anna.write('En zo ook.');
    anna.write('Bovendien.');
    await anna.saved();
    await after(1);
    expect(await read()).toMatchObject({ version: 1, body: 'Zo is het.', status: 'VALIDATED' });
    await after(5);
    const now = await read();
    expect(now).toMatchObject({
      version: 2,
      body: 'Zo is het.\n\nEn zo ook.\n\nBovendien.',
      status: 'DRAFT',
      validatedBy: null,
    });
    expect(await on.versions(note)).toMatchObject([
      { version: 2, writtenBy: { name: 'Anna' }, writtenWith: [] },
      { version: 1 },
    ]);
    expect(events(now)).toEqual([
      {
        type: 'NOTE_EDITED',
        actor: { name: 'Anna' },
        writtenWith: [],
        changes: [{ field: 'body' }, { field: 'status' }],
      },
    ]);
    await after(60);
    expect((await read()).version).toBe(2);
  });

  test('of several writers all are named, also with the version', async () => {
    const [anna, eva, bram] = [on.at('author', note), on.at('editor', note), on.at('other', note)];
    await Promise.all([anna.saved(), eva.saved(), bram.saved()]);
    for (const [writer, words] of [
      [anna, 'van Anna'],
      [bram, 'van Bram'],
      [eva, 'van Eva'],
    ] as const) {
      moment = new Date(moment.getTime() + 100);
      app.setNow(moment);
      writer.write(words);
      await writer.saved();
    }
    await after(5);
    const now = await read();
    expect(events(now)).toMatchObject([
      { type: 'NOTE_EDITED', actor: { name: 'Eva' }, writtenWith: [{ name: 'Bram' }, { name: 'Anna' }] },
    ]);
    expect((await on.versions(note))[0]).toMatchObject({
      writtenBy: { name: 'Eva' },
      writtenWith: [{ name: 'Bram' }, { name: 'Anna' }],
    });
  });

  test('when the last one who writes leaves, not before; who only reads does not count', async () => {
    const [anna, eva, lezer] = [on.at('author', note), on.at('editor', note), on.at('reader', note)];
    await Promise.all([anna.saved(), eva.saved(), lezer.until(() => lezer.heard.access !== null)]);
    anna.write('van Anna');
    await anna.saved();
    anna.stop();
    await eva.saved();
    await on.round();
    expect((await read()).version).toBe(1);
    eva.stop();
    await vi.waitUntil(async () => (await read()).version === 2, { timeout: 10_000 });
    expect(await read()).toMatchObject({ body: 'Zo is het.\n\nvan Anna' });
  });

  test('again and again in one sitting: one version to look back at, with all who were there, and one word to the author', async () => {
    const [eva, bram] = [on.at('editor', note), on.at('other', note)];
    await Promise.all([eva.saved(), bram.saved()]);
    for (const [writer, words] of [
      [eva, 'een'],
      [bram, 'twee'],
      [bram, 'drie'],
    ] as const) {
      writer.write(words);
      if (words === 'twee') eva.write('en nog');
      await Promise.all([eva.saved(), bram.saved()]);
      await after(5);
    }
    expect((await read()).version).toBe(4);
    expect(await on.versions(note)).toMatchObject([
      {
        version: 4,
        body: expect.stringContaining('drie'),
        writtenBy: { name: 'Bram' },
        writtenWith: [{ name: 'Eva' }],
      },
      { version: 1, body: 'Zo is het.' },
    ]);
    await after(31 * 60);
    eva.write('later');
    await eva.saved();
    await after(5);
    expect((await on.versions(note)).map(({ version }) => version)).toEqual([5, 4, 1]);
    await app.platform.streams.drain();
    const told = async (who: Who) =>
      (
        await on.as[who].run('{ inbox(first: 20) { edges { node { event { subjects { id } } } } } }')
      ).inbox.edges.filter(({ node }: AnswerData) => node.event.subjects[0]?.id === note.globalId).length;
    expect(await told('author')).toBe(2);
  });

  test('is no news to the author who wrote with them', async () => {
    const [anna, eva] = [on.at('author', note), on.at('editor', note)];
    await Promise.all([anna.saved(), eva.saved()]);
    anna.write('van Anna');
    await anna.saved();
    moment = new Date(moment.getTime() + 100);
    app.setNow(moment);
    eva.write('van Eva');
    await eva.saved();
    await after(5);
    expect(events(await read())).toMatchObject([{ actor: { name: 'Eva' }, writtenWith: [{ name: 'Anna' }] }]);
    await app.platform.streams.drain();
    const { inbox } = await on.as.author.run('{ inbox(first: 20) { edges { node { event { subjects { id } } } } } }');
    expect(inbox.edges.filter(({ node }: AnswerData) => node.event.subjects[0]?.id === note.globalId)).toEqual([]);
  });

  test('of who never pauses after a minute', async () => {
    const anna = await opened('author');
    for (let second = 0; second < 60; second += 3) {
      anna.write(`na ${second}`);
      await anna.saved();
      await after(3);
      if (second < 50) expect((await read()).version).toBe(1);
    }
    expect((await read()).version).toBe(2);
  });

  test('what was taken back again is no change', async () => {
    const anna = await opened('author');
    anna.write('Toch niet.');
    await anna.saved();
    const fragment = anna.doc.getXmlFragment('default');
    fragment.delete(1, 1);
    await anna.saved();
    await after(5);
    expect(await read()).toMatchObject({ version: 1, status: 'VALIDATED', timeline: { edges: [] } });
    expect(await unfolded()).toEqual([]);
  });

  test('is found by the search', async () => {
    const anna = await opened('author');
    anna.write('kwikzilverdamp');
    await anna.saved();
    await after(5);
    await app.platform.streams.drain();
    const { search } = await on.as.reader.run(
      '{ search(query: "kwikzilverdamp") { edges { node { title { text } } } } }',
    );
    expect(search.edges).toHaveLength(1);
  });

  test('survives a server that stops before it came to it', async () => {
    const first = await testApp({ beside: app, now: began });
    const anna = await opened('author', first.url);
    anna.write('vlak voor de herstart');
    await anna.saved();
    await first.close();
    anna.stop();
    expect((await read()).version).toBe(1);
    await after(5);
    expect(await read()).toMatchObject({ version: 2, body: 'Zo is het.\n\nvlak voor de herstart' });
  });
});

describe('nobody judges a text that they have not seen', () => {
  test('validating right after somebody typed is a conflict with the new text; then it is vouched for whole', async () => {
    const anna = await opened('author');
    anna.write('Nog net.');
    await anna.saved();
    const refused = await validate(1);
    expect(refused).toMatchObject({
      problems: [
        {
          code: 'CONFLICT',
          currentVersion: 2,
          changedBy: { name: 'Anna' },
          current: { body: 'Zo is het.\n\nNog net.', status: 'DRAFT' },
        },
      ],
    });
    expect((await validate(2)).note).toEqual({ body: 'Zo is het.\n\nNog net.', status: 'VALIDATED', version: 3 });
    expect(await unfolded()).toEqual([]);
  });

  test('archiving loses nothing that is written: first it is in the note', async () => {
    const anna = await opened('author');
    anna.write('Nog net.');
    await anna.saved();
    expect((await archive(1)).problems).toMatchObject([
      { code: 'CONFLICT', current: { body: 'Zo is het.\n\nNog net.' } },
    ]);
    expect((await archive(2)).note).toMatchObject({ status: 'ARCHIVED', body: 'Zo is het.\n\nNog net.' });
  });

  test('comparing versions shows what is written by now', async () => {
    const anna = await opened('author');
    anna.write('Nog net.');
    await anna.saved();
    expect((await on.versions(note)).map(({ body }) => body)).toEqual(['Zo is het.\n\nNog net.', 'Zo is het.']);
  });

  test('who may not validate it is refused, whatever is written', async () => {
    const anna = await opened('author');
    anna.write('Nog net.');
    await anna.saved();
    const { errors } = await on.as.reader.answer(
      'mutation ($input: ValidateNoteInput!) { validateNote(input: $input) { problems { code } } }',
      { input: { noteId: note.globalId, expectedVersion: 2, reviewBy: '2027-11-01' } },
    );
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('while somebody types on and on, a validator is never taken for having seen it', async () => {
    const anna = await opened('author');
    let typing = true;
    const typed = (async () => {
      for (let line = 0; typing; line += 1) {
        anna.write(`regel ${line}`);
        await anna.saved();
      }
    })();
    for (let turn = 0; turn < 10; turn += 1) {
      const { version } = (
        await on.as.validator.run('query ($id: ID!) { node(id: $id) { ... on KnowledgeNote { version } } }', {
          id: note.globalId,
        })
      ).node;
      const { note: validated, problems } = await validate(version);
      expect(validated?.status ?? problems[0].code).toMatch(/VALIDATED|CONFLICT/);
    }
    typing = false;
    await typed;
    anna.write('slot');
    await anna.saved();
    await after(5);
    const now = await read();
    expect(now.body.split('\n\n')).toEqual(anna.paragraphs());
    expect(now.status).toBe('DRAFT');
  });
});

describe('several servers', () => {
  test('on which it is opened at the same moment begin with what the note says, once', async () => {
    const second = await testApp({ beside: app, now: began });
    try {
      for (let turn = 0; turn < 5; turn += 1) {
        const fresh = await on.note({ body: 'Eerste alinea.\n\nTweede alinea.' });
        const here = on.at('author', fresh);
        const there = on.at('editor', fresh, { url: second.url });
        await Promise.all([here.saved(), there.saved()]);
        here.write(`beurt ${turn}`);
        await here.saved();
        await there.until(() => there.paragraphs().length === 3);
        expect(there.paragraphs()).toEqual(['Eerste alinea.', 'Tweede alinea.', `beurt ${turn}`]);
        expect(await on.kept(fresh)).toEqual(there.paragraphs());
        on.clear();
      }
    } finally {
      await second.close();
    }
  });

  test('that are asked to begin it many times at once do it once', async () => {
    const fresh = await on.note({ body: 'Eén keer.' });
    const store = new TextStore(app.platform.database, () => moment);
    const name = noteBodyName(fresh.id);
    const first = { update: updateOfBody('Eén keer.'), actorId: on.people.author.id };
    await Promise.all(Array.from({ length: 12 }, () => store.begin(name, () => Promise.resolve(first))));
    expect(await on.kept(fresh)).toEqual(['Eén keer.']);
    expect((await store.lastOf([name])).get(name)).toBe(1);
  });

  test('that fold at the same moment make one event, whoever was first', async () => {
    const second = await testApp({ beside: app, now: began });
    try {
      const anna = on.at('author', note);
      const eva = on.at('editor', note, { url: second.url });
      await Promise.all([anna.saved(), eva.saved()]);
      anna.write('van Anna');
      eva.write('van Eva');
      await Promise.all([anna.saved(), eva.saved()]);
      moment = new Date(moment.getTime() + 5_000);
      app.setNow(moment);
      second.setNow(moment);
      await Promise.all([on.round(), on.round(second), validate(1), on.round(), on.round(second)]);
      const now = await read();
      expect(now.version).toBe(2);
      expect(events(now)).toHaveLength(1);
      expect(now.body.split('\n\n').toSorted()).toEqual(['Zo is het.', 'van Anna', 'van Eva']);
      expect([events(now)[0].actor, ...events(now)[0].writtenWith].map(({ name }) => name).toSorted()).toEqual([
        'Anna',
        'Eva',
      ]);
      on.clear();
    } finally {
      await second.close();
    }
  });
});
