import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { grant } from '../../../../testing/bottleneck-factory.ts';
import { changeAgenda, type MadeMeeting, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { makeNote } from '../../../../testing/note-factory.ts';
import { forbiddenOf, prepare, problemsOf, readPreparation } from '../../../../testing/preparation-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  meeting = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair, state: 'PUBLISHED' });
});
afterAll(() => app.close());

const person = (part: Part) => globalId('Person', cast.people[part].id);
const read = (part: Part = 'secretary') => readPreparation(cast.as(part), meeting);
const add = (more: object = {}, part: Part = 'secretary') =>
  prepare(cast.as(part), 'addAgendaItem', { meetingId: meeting.globalId, title: 'Stikstof', ...more });
const edit = async (itemId: string, more: object, part: Part = 'secretary') =>
  prepare(cast.as(part), 'editAgendaItem', { itemId, expectedVersion: (await read()).version, ...more });
const publish = async () =>
  prepare(cast.as('secretary'), 'publishAgenda', {
    meetingId: meeting.globalId,
    expectedVersion: (await read()).version,
  });

describe('the note of the chair', () => {
  test('is for the chair alone, in the answer, on the page and in what is published', async () => {
    const { item } = await add({ annotation: 'Eerst de wethouder.' }, 'chair');
    await publish();
    expect((await read('chair')).items).toMatchObject([{ annotation: 'Eerst de wethouder.' }]);
    for (const part of ['secretary', 'participant', 'observer', 'market', 'provincialChair'] as const)
      expect((await read(part)).items).toMatchObject([{ annotation: null }]);
    const rows = await app.database.fork().execute<
      object[]
    >(`select payload from event where payload::text like '%wethouder%' union all
        select published_agenda from meeting where published_agenda::text like '%wethouder%'`);
    expect(rows).toEqual([]);
    await edit(item.id, { annotation: '' }, 'chair');
    expect((await read('chair')).items).toMatchObject([{ annotation: '' }]);
  });

  test('changes nothing of the agenda: no version, nothing to publish', async () => {
    const { item } = await add();
    const { version, unpublishedChanges } = await read();
    await edit(item.id, { annotation: 'Rustig aan.' }, 'chair');
    expect(await read()).toMatchObject({ version, unpublishedChanges });
  });

  test('is refused to the secretary, and when it is too long', async () => {
    const { item } = await add();
    const { version: expectedVersion } = await read();
    const change = { itemId: item.id, expectedVersion, annotation: 'Ook van mij.' };
    expect(await forbiddenOf(cast.as('secretary'), 'editAgendaItem', change)).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('van de voorzitter'),
    });
    const added = { meetingId: meeting.globalId, title: 'Nieuw', annotation: 'Ook van mij.' };
    expect(await forbiddenOf(cast.as('secretary'), 'addAgendaItem', added)).toMatchObject({ code: 'FORBIDDEN' });
    const long = { ...change, annotation: 'x'.repeat(5_001) };
    expect(await problemsOf(cast.as('chair'), 'editAgendaItem', long)).toEqual([['TOO_LONG', 'input.annotation']]);
  });
});

describe('what an item is about', () => {
  test('cases, notes, projects and earlier meetings', async () => {
    const bottleneck = await cast.bottleneck();
    const note = await makeNote(app, cast.make, { author: cast.people.secretary });
    const earlier = await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      startsAt: new Date('2026-11-12T12:30:00Z'),
      state: 'CLOSED',
    });
    await add({
      bottleneckIds: [bottleneck.globalId],
      noteIds: [note.globalId],
      projectIds: [cast.project.globalId],
      meetingIds: [earlier.globalId],
    });
    const subjects = [bottleneck, note, cast.project, earlier].map(({ globalId: id }) => ({ id }));
    expect((await read()).items).toMatchObject([{ subjects }]);
    await publish();
    expect((await read('participant')).items).toMatchObject([{ subjects }]);
  });

  test('is changed as a whole and told; what the viewer may not see stays', async () => {
    const [one, two] = [await cast.bottleneck(), await cast.bottleneck()];
    const { item } = await add({ bottleneckIds: [one.globalId, two.globalId] }, 'chair');
    await grant(app, two, cast.people.secretary, 'EXCLUDED');
    const subjectIds = [cast.project.globalId, one.globalId];
    const { meeting: now } = await edit(item.id, { subjectIds });
    expect(now.items).toMatchObject([{ subjects: [{ id: cast.project.globalId }, { id: one.globalId }] }]);
    expect((await read('chair')).items).toMatchObject([
      { subjects: [{ id: cast.project.globalId }, { id: one.globalId }, { id: two.globalId }] },
    ]);
    expect(now.unpublishedChanges).toBe(2);
    expect((await edit(item.id, { subjectIds })).meeting.version).toBe(now.version);
  });

  test('refuses what is not there, not theirs, or on the agenda already', async () => {
    const [here, draft] = [await cast.bottleneck(), await cast.bottleneck({ state: 'DRAFT' })];
    const hidden = await makeMeeting(app, cast.make, { table: cast.twente, by: cast.people.twente });
    await add({ bottleneckIds: [here.globalId] });
    const { item } = await add();
    const change = async (subjectIds: readonly string[]) =>
      problemsOf(cast.as('secretary'), 'editAgendaItem', {
        itemId: item.id,
        expectedVersion: (await read()).version,
        subjectIds,
      });
    const gone = crypto.randomUUID();
    expect(
      await change([
        here.globalId,
        draft.globalId,
        hidden.globalId,
        globalId('Project', gone),
        globalId('KnowledgeNote', gone),
        person('chair'),
        'x',
      ]),
    ).toEqual([
      ['ALREADY_ON_AGENDA', 'input.subjectIds.0'],
      ['UNKNOWN_BOTTLENECK', 'input.subjectIds.1'],
      ['UNKNOWN_MEETING', 'input.subjectIds.2'],
      ['UNKNOWN_PROJECT', 'input.subjectIds.3'],
      ['UNKNOWN_NOTE', 'input.subjectIds.4'],
      ['UNKNOWN_SUBJECT', 'input.subjectIds.5'],
      ['UNKNOWN_SUBJECT', 'input.subjectIds.6'],
    ]);
    expect((await change(Array.from({ length: 21 }, () => globalId('Project', crypto.randomUUID()))))[0]).toEqual([
      'TOO_MANY',
      'input.subjectIds',
    ]);
    const added = {
      meetingId: meeting.globalId,
      title: 'Nieuw',
      projectIds: [globalId('Project', gone)],
      meetingIds: [hidden.globalId],
    };
    expect(await problemsOf(cast.as('secretary'), 'addAgendaItem', added)).toEqual([
      ['UNKNOWN_PROJECT', 'input.projectIds.0'],
      ['UNKNOWN_MEETING', 'input.meetingIds.0'],
    ]);
  });
});

describe('who presents an item', () => {
  test('sits at the table or is a guest of the item; others are invited first, or named as text', async () => {
    const input = { meetingId: meeting.globalId, title: 'Nieuw', presenterId: person('filer') };
    const { problems } = await prepare(cast.as('secretary'), 'addAgendaItem', input);
    expect(problems).toMatchObject([
      {
        code: 'PRESENTER_NOT_AT_TABLE',
        path: ['input', 'presenterId'],
        message:
          'Fenna zit niet aan deze tafel. Nodig Fenna eerst uit als gast bij dit punt, of typ de naam als tekst.',
      },
    ]);
    const { item } = await add({ presenterText: 'Fenna' });
    expect(
      await problemsOf(cast.as('secretary'), 'editAgendaItem', {
        itemId: item.id,
        expectedVersion: (await read()).version,
        presenterId: person('filer'),
      }),
    ).toEqual([['PRESENTER_NOT_AT_TABLE', 'input.presenterId']]);
    await prepare(cast.as('secretary'), 'inviteGuest', {
      itemId: item.id,
      expectedVersion: (await read()).version,
      personId: person('filer'),
    });
    expect((await edit(item.id, { presenterId: person('filer') })).meeting.items).toMatchObject([
      { presenter: { name: 'Fenna' } },
    ]);
  });

  test('who presents already stays, also after leaving the table', async () => {
    const leaver = await cast.make.member(cast.west, 'PARTICIPANT', { name: 'Weg' });
    const presenterId = globalId('Person', leaver.id);
    const { item } = await add({ presenterId });
    await cast.make.unseat(cast.west, leaver);
    expect((await edit(item.id, { title: 'Anders', presenterId })).problems).toEqual([]);
  });
});

describe('bad lengths and what is in use', () => {
  test.each([0, 2_000])('%i minutes are refused with how many it can be', async (minutes) => {
    const { problems } = await add({ minutes });
    expect(problems).toMatchObject([
      { code: 'OUT_OF_RANGE', path: ['input', 'minutes'], message: expect.stringMatching(/1 .*480/) },
    ]);
  });

  test('the item that is running is not taken off, nor one that goes on later', async () => {
    const { item } = await add();
    const remove = async () =>
      problemsOf(cast.as('secretary'), 'removeAgendaItem', {
        itemId: item.id,
        expectedVersion: (await read()).version,
      });
    const later = await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      startsAt: new Date('2027-01-14T12:30:00Z'),
    });
    await prepare(cast.as('secretary'), 'carryOver', {
      itemId: item.id,
      expectedVersion: (await read()).version,
      toMeetingId: later.globalId,
    });
    expect(await remove()).toEqual([['ITEM_GOES_ON', 'input.itemId']]);
    const em = app.database.fork();
    await em.execute(`update meeting set state = 'IN_SESSION' where id = ?`, [meeting.id]);
    await em.execute(
      'insert into meeting_run (meeting_id, started_at, started_by_id, lead_id, current_item_id) values (?, now(), ?, ?, ?)',
      [meeting.id, cast.people.chair.id, cast.people.chair.id, item.id.replace('AgendaItem_', '')],
    );
    expect(await remove()).toEqual([['ITEM_RUNNING', 'input.itemId']]);
  });

  test('of two secretaries who reorder at once, the second sees what the first made of it', async () => {
    for (const title of ['Punt een', 'Punt twee', 'Punt drie']) await add({ title });
    const { version: expectedVersion, items } = await read();
    const move = (part: Part, position: number) =>
      changeAgenda(cast.as(part), 'moveAgendaItem', { itemId: items[2].id, expectedVersion, position });
    const answers = await Promise.all([move('chair', 1), move('secretary', 2)]);
    const problems = answers.flatMap((answer) => answer.problems);
    expect(problems).toMatchObject([{ __typename: 'ConflictProblem', currentVersion: expectedVersion + 1 }]);
  });
});
