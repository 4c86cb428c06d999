import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../testing/bottleneck-cast.ts';
import { changeAgenda, type MadeMeeting, makeMeeting, readMeeting } from '../../../testing/meeting-factory.ts';
import { makeNote } from '../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;
let version: number;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  meeting = await makeMeeting(app, cast.make, {
    table: cast.west,
    by: cast.people.chair,
    startsAt: new Date('2026-12-10T12:30:00Z'),
  });
  version = 1;
});
afterAll(() => app.close());

/** A change that goes through, made against the latest version. */
async function change(mutation: string, input: object, part: Part = 'secretary') {
  const answer = await changeAgenda(cast.as(part), mutation, { expectedVersion: version, ...input });
  expect(answer.problems).toEqual([]);
  version = answer.meeting.version;
  return answer;
}
const add = async (title: string, more: object = {}) =>
  (await change('addAgendaItem', { meetingId: meeting.globalId, title, ...more })).item.id as string;
const publish = () => change('publishAgenda', { meetingId: meeting.globalId });
const problemsOf = async (mutation: string, input: object, part: Part = 'secretary') =>
  (await changeAgenda(cast.as(part), mutation, { expectedVersion: version, ...input })).problems.map(
    (problem: { code: string; path: string[] }) => [problem.code, problem.path.join('.')],
  );
const titlesFor = async (part: Part) =>
  (await readMeeting(cast.as(part), meeting)).items.map((item: { title: string }) => item.title);

describe('adding items', () => {
  test('they come in order, each starting when the one before it ends', async () => {
    await add('Opening', { minutes: 10, presenterText: 'Voorzitter' });
    await add('Stikstof', {
      minutes: 30,
      purpose: 'DECIDE',
      proposedDecision: 'Instemmen.\nEn door.',
      presenterId: globalId('Person', cast.people.participant.id),
    });
    await add('Ertussen', { position: 2 });
    const read = await readMeeting(cast.as('secretary'), meeting);
    expect(read).toMatchObject({ version: 4, unpublishedChanges: 3, plannedMinutes: 55, availableMinutes: 150 });
    expect(read.items).toMatchObject([
      {
        position: 1,
        title: 'Opening',
        purpose: 'DISCUSS',
        minutes: 10,
        startsAt: '2026-12-10T12:30:00.000Z',
        presenter: null,
        presenterText: 'Voorzitter',
        subjects: [],
        homesWaiting: 0,
      },
      { position: 2, title: 'Ertussen', minutes: 15, startsAt: '2026-12-10T12:40:00.000Z' },
      {
        position: 3,
        title: 'Stikstof',
        purpose: 'DECIDE',
        startsAt: '2026-12-10T12:55:00.000Z',
        proposedDecision: 'Instemmen.\nEn door.',
        presenter: { name: 'Piet' },
        outcome: '',
      },
    ]);
  });

  test('an item carries cases and notes, and counts the homes that wait, each project once', async () => {
    const cases = await Promise.all([
      cast.bottleneck(),
      cast.bottleneck({ projects: [{ project: cast.project, homes: 80 }] }),
      cast.bottleneck({ state: 'RESOLVED', projects: [{ project: cast.project, homes: 300 }] }),
    ]);
    const note = await makeNote(app, cast.make, { author: cast.people.filer });
    await add('Zandpol', { bottleneckIds: cases.map((each) => each.globalId), noteIds: [note.globalId] });
    const [item] = (await readMeeting(cast.as('secretary'), meeting)).items;
    expect(item.subjects).toEqual([
      ...cases.map((each) => ({ __typename: 'Bottleneck', id: each.globalId })),
      { __typename: 'KnowledgeNote', id: note.globalId },
    ]);
    expect(item.homesWaiting).toBe(120);
    const { bottleneck } = await cast
      .as('secretary')
      .run('query ($n: String!) { bottleneck(number: $n) { state agendaItems { id title meeting { id } } } }', {
        n: cases[0].number,
      });
    expect(bottleneck).toEqual({
      state: 'SUBMITTED',
      agendaItems: [{ id: item.id, title: 'Zandpol', meeting: { id: meeting.globalId } }],
    });
  });

  test('without a version nothing is checked: adding undoes no work', async () => {
    const answer = await changeAgenda(cast.as('chair'), 'addAgendaItem', {
      meetingId: meeting.globalId,
      title: 'Zonder versie',
    });
    expect(answer.meeting.version).toBe(2);
  });

  test('of many at the same moment none is lost and no place is taken twice', async () => {
    const adding = Array.from({ length: 6 }, (_, n) =>
      changeAgenda(cast.as(n % 2 ? 'chair' : 'secretary'), 'addAgendaItem', {
        meetingId: meeting.globalId,
        title: `Punt ${n}`,
        position: 1,
      }),
    );
    for (const answer of await Promise.all(adding)) expect(answer.problems).toEqual([]);
    const { items } = await readMeeting(cast.as('chair'), meeting);
    expect(items.map((item: { position: number }) => item.position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('tells everything that is wrong at once', async () => {
    const hidden = await cast.bottleneck({ state: 'DRAFT' });
    const note = await makeNote(app, cast.make, { author: cast.people.filer, confidentiality: 'CONFIDENTIAL' });
    expect(
      await problemsOf('addAgendaItem', {
        meetingId: meeting.globalId,
        title: 'ab',
        minutes: 0,
        presenterId: globalId('Person', crypto.randomUUID()),
        presenterText: 'een\ntwee',
        proposedDecision: 'x'.repeat(5_001),
        bottleneckIds: [hidden.globalId, 'onzin'],
        noteIds: [note.globalId],
        position: 2,
      }),
    ).toEqual([
      ['TOO_SHORT', 'input.title'],
      ['OUT_OF_RANGE', 'input.minutes'],
      ['UNKNOWN_PERSON', 'input.presenterId'],
      ['CONTROL_CHARACTERS', 'input.presenterText'],
      ['TOO_LONG', 'input.proposedDecision'],
      ['UNKNOWN_BOTTLENECK', 'input.bottleneckIds.0'],
      ['UNKNOWN_BOTTLENECK', 'input.bottleneckIds.1'],
      ['UNKNOWN_NOTE', 'input.noteIds.0'],
      ['OUT_OF_RANGE', 'input.position'],
    ]);
  });

  test('a case stands on one agenda once', async () => {
    const twice = await cast.bottleneck();
    await add('Eerste keer', { bottleneckIds: [twice.globalId] });
    expect(
      await problemsOf('addAgendaItem', {
        meetingId: meeting.globalId,
        title: 'Tweede keer',
        bottleneckIds: [twice.globalId],
      }),
    ).toEqual([['ALREADY_ON_AGENDA', 'input.bottleneckIds.0']]);
  });

  test('an agenda has an end, and so has an item', async () => {
    const em = app.database.fork();
    await em.execute(
      `insert into agenda_item (id, meeting_id, position, title, purpose, minutes) select gen_random_uuid(), ?, n, 'Punt', 'INFORM', 1 from generate_series(1, 60) n`,
      [meeting.id],
    );
    expect(await problemsOf('addAgendaItem', { meetingId: meeting.globalId, title: 'Nog een' })).toEqual([
      ['TOO_MANY', 'input.meetingId'],
    ]);
    const many = await Promise.all(Array.from({ length: 21 }, () => cast.bottleneck()));
    meeting = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
    expect(
      await problemsOf('addAgendaItem', {
        meetingId: meeting.globalId,
        title: 'Alles',
        bottleneckIds: many.map((each) => each.globalId),
      }),
    ).toEqual([['TOO_MANY', 'input.bottleneckIds']]);
  });
});

describe('editing and moving', () => {
  test('an item changes and the rest stays', async () => {
    const itemId = await add('Opening', {
      presenterId: globalId('Person', cast.people.participant.id),
      proposedDecision: 'Instemmen',
    });
    const { item } = await change(
      'editAgendaItem',
      { itemId, title: 'Opening en mededelingen', minutes: 20, presenterId: null },
      'chair',
    );
    expect(item.title).toBe('Opening en mededelingen');
    expect((await readMeeting(cast.as('chair'), meeting)).items).toMatchObject([
      { minutes: 20, presenter: null, proposedDecision: 'Instemmen', purpose: 'DISCUSS' },
    ]);
  });
  test('the same again raises nothing', async () => {
    const itemId = await add('Opening');
    await change('editAgendaItem', { itemId, title: 'Opening', minutes: 15 });
    await change('moveAgendaItem', { itemId, position: 1 });
    expect(version).toBe(2);
  });
  test('refuses what an item cannot be', async () => {
    const itemId = await add('Opening');
    expect(await problemsOf('editAgendaItem', { itemId, title: null, minutes: 481 })).toEqual([
      ['REQUIRED', 'input.title'],
      ['OUT_OF_RANGE', 'input.minutes'],
    ]);
  });
  test('an item takes another place and the others keep their order', async () => {
    const ids = [await add('Een'), await add('Twee'), await add('Drie'), await add('Vier')];
    await change('moveAgendaItem', { itemId: ids[0], position: 3 });
    expect(await titlesFor('secretary')).toEqual(['Twee', 'Drie', 'Een', 'Vier']);
    await change('moveAgendaItem', { itemId: ids[3], position: 1 });
    expect(await titlesFor('secretary')).toEqual(['Vier', 'Twee', 'Drie', 'Een']);
    for (const position of [0, 5, -1])
      expect(await problemsOf('moveAgendaItem', { itemId: ids[0], position })).toEqual([
        ['OUT_OF_RANGE', 'input.position'],
      ]);
  });
  test('two secretaries who move different items at once: the second is told, with the version of the meeting', async () => {
    const ids = [await add('Een'), await add('Twee'), await add('Drie')];
    const answers = await Promise.all([
      changeAgenda(cast.as('secretary'), 'moveAgendaItem', { itemId: ids[0], expectedVersion: version, position: 3 }),
      changeAgenda(cast.as('chair'), 'moveAgendaItem', { itemId: ids[2], expectedVersion: version, position: 1 }),
    ]);
    const [late] = answers.flatMap((answer) => answer.problems);
    expect(answers.filter((answer) => answer.problems.length === 0)).toHaveLength(1);
    expect(late).toMatchObject({
      __typename: 'ConflictProblem',
      code: 'CONFLICT',
      path: ['input', 'expectedVersion'],
      currentVersion: version + 1,
      current: { id: meeting.globalId },
    });
    expect(['Sien', 'Cor']).toContain(late.changedBy.name);
  });
});

describe('publishing', () => {
  test('shows others what it was; afterwards they see no change until it is published again', async () => {
    const opening = await add('Opening');
    const { meeting: published } = await publish();
    expect(published).toMatchObject({
      state: 'PUBLISHED',
      unpublishedChanges: 0,
      publishedAt: '2026-11-23T10:00:00.000Z',
    });
    await change('editAgendaItem', { itemId: opening, title: 'Opening, gewijzigd' });
    await add('Toegevoegd');
    expect(await titlesFor('secretary')).toEqual(['Opening, gewijzigd', 'Toegevoegd']);
    expect(await titlesFor('participant')).toEqual(['Opening']);
    expect((await readMeeting(cast.as('secretary'), meeting)).unpublishedChanges).toBe(2);
    expect(await readMeeting(cast.as('participant'), meeting)).toMatchObject({
      unpublishedChanges: 0,
      version: published.version,
      plannedMinutes: 15,
    });
    await publish();
    expect(await titlesFor('participant')).toEqual(['Opening, gewijzigd', 'Toegevoegd']);
  });
  test('an item that is not published is not there for others, also as a node', async () => {
    const opening = await add('Opening');
    await publish();
    const later = await add('Nog niet');
    await change('removeAgendaItem', { itemId: opening });
    const nodes = (part: Part) =>
      cast
        .as(part)
        .run(
          'query ($a: ID!, $b: ID!) { a: node(id: $a) { ... on AgendaItem { title } } b: node(id: $b) { ... on AgendaItem { title } } }',
          { a: opening, b: later },
        );
    expect(await nodes('participant')).toEqual({ a: { title: 'Opening' }, b: null });
    expect(await nodes('secretary')).toEqual({ a: null, b: { title: 'Nog niet' } });
    expect(await nodes('twente')).toEqual({ a: null, b: null });
  });
  test('nothing happens when nothing changed', async () => {
    await add('Opening');
    await publish();
    const before = version;
    await publish();
    expect(version).toBe(before);
  });
  test('an empty agenda is not published', async () => {
    expect(await problemsOf('publishAgenda', { meetingId: meeting.globalId })).toEqual([
      ['AGENDA_EMPTY', 'input.meetingId'],
    ]);
  });
});

describe('outcomes', () => {
  test('what was agreed shows at once, and is no change of the agenda', async () => {
    const itemId = await add('Opening');
    await publish();
    await change('recordOutcome', { itemId, outcome: ' Agenda vastgesteld. ' }, 'chair');
    expect((await readMeeting(cast.as('participant'), meeting)).items[0].outcome).toBe('Agenda vastgesteld.');
    expect((await readMeeting(cast.as('secretary'), meeting)).unpublishedChanges).toBe(0);
    await change('recordOutcome', { itemId, outcome: '' });
    expect((await readMeeting(cast.as('participant'), meeting)).items[0].outcome).toBe('');
    expect(await problemsOf('recordOutcome', { itemId, outcome: 'x'.repeat(5_001) })).toEqual([
      ['TOO_LONG', 'input.outcome'],
    ]);
  });
});
