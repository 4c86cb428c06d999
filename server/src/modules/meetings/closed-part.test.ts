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
  meeting = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
  version = 1;
});
afterAll(() => app.close());

async function change(mutation: string, input: object) {
  const answer = await changeAgenda(cast.as('secretary'), mutation, { expectedVersion: version, ...input });
  expect(answer.problems).toEqual([]);
  version = answer.meeting.version;
  return answer;
}
const add = async (title: string, more: object = {}) =>
  (await change('addAgendaItem', { meetingId: meeting.globalId, title, ...more })).item.id as string;
const publish = () => change('publishAgenda', { meetingId: meeting.globalId });
const itemsFor = async (part: Part) => (await readMeeting(cast.as(part), meeting)).items;

const nothing = {
  purpose: 'DISCUSS',
  presenter: null,
  presenterText: null,
  proposedDecision: '',
  outcome: '',
  subjects: [],
  homesWaiting: 0,
  closedPart: true,
};

describe('the closed part', () => {
  test('shows to members from public bodies; to others it stands there and says nothing', async () => {
    const secret = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    await add('Opening', { minutes: 10 });
    const itemId = await add('Grondpositie Streekhof', {
      closedPart: true,
      minutes: 20,
      purpose: 'DECIDE',
      presenterText: 'Wethouder',
      proposedDecision: 'Bod van 2 miljoen',
      bottleneckIds: [secret.globalId],
    });
    await publish();
    await change('recordOutcome', { itemId, outcome: 'Akkoord met het bod' });
    for (const part of ['chair', 'secretary', 'participant'] as const) {
      expect((await itemsFor(part))[1]).toMatchObject({
        title: 'Grondpositie Streekhof',
        outcome: 'Akkoord met het bod',
        subjects: [{ id: secret.globalId }],
        homesWaiting: 120,
      });
    }
    for (const part of ['observer', 'market', 'provincialChair'] as const) {
      expect((await itemsFor(part))[1]).toEqual({
        id: itemId,
        position: 2,
        title: 'Besloten deel',
        minutes: 20,
        startsAt: expect.any(String),
        ...nothing,
      });
      const { node } = await cast
        .as(part)
        .run('query ($id: ID!) { node(id: $id) { ... on AgendaItem { title subjects { __typename } outcome } } }', {
          id: itemId,
        });
      expect(node).toEqual({ title: 'Besloten deel', subjects: [], outcome: '' });
    }
  });

  test('its name is in the language of the reader', async () => {
    await add('Grondpositie', { closedPart: true });
    await publish();
    const { data } = await cast
      .as('observer')
      .answer(
        'query ($id: ID!) { meeting(id: $id) { items { title } } }',
        { id: meeting.globalId },
        { 'accept-language': 'en' },
      );
    expect(data.meeting.items).toEqual([{ title: 'Closed part' }]);
  });
});

describe('cases that a viewer may not see', () => {
  test('are left out and not counted; the others stay', async () => {
    const open = await cast.bottleneck({ confidentiality: 'PUBLIC', projects: [{ project: cast.project, homes: 30 }] });
    const secret = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    const note = await makeNote(app, cast.make, { author: cast.people.secretary, confidentiality: 'CONFIDENTIAL' });
    await add('Twee zaken', { bottleneckIds: [open.globalId, secret.globalId], noteIds: [note.globalId] });
    await publish();
    expect((await itemsFor('participant'))[0]).toMatchObject({
      title: 'Twee zaken',
      subjects: [{ id: open.globalId }, { id: secret.globalId }],
      homesWaiting: 120,
    });
    expect((await itemsFor('market'))[0]).toMatchObject({
      title: 'Twee zaken',
      subjects: [{ id: open.globalId }],
      homesWaiting: 30,
    });
  });

  test('an item that is about nothing else says nothing: its title would tell', async () => {
    const secret = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    await add('Grondprijs De Zandpol', { bottleneckIds: [secret.globalId] });
    await publish();
    expect((await itemsFor('market'))[0]).toMatchObject({ title: 'Besloten deel', ...nothing });
    expect((await itemsFor('participant'))[0]).toMatchObject({ title: 'Grondprijs De Zandpol' });
  });

  test('nor to a secretary who is excluded from the case, who cannot change it either', async () => {
    const shady = await cast.bottleneck({ confidentiality: 'PUBLIC' });
    const itemId = (
      await changeAgenda(cast.as('chair'), 'addAgendaItem', {
        meetingId: meeting.globalId,
        title: 'Zaak met belang',
        bottleneckIds: [shady.globalId],
      })
    ).item.id;
    await app.database
      .fork()
      .execute(`insert into bottleneck_grant (bottleneck_id, person_id, kind) values (?, ?, 'EXCLUDED')`, [
        shady.id,
        cast.people.secretary.id,
      ]);
    expect((await itemsFor('secretary'))[0]).toMatchObject({ title: 'Besloten deel', ...nothing });
    for (const [mutation, input] of Object.entries({
      editAgendaItem: { title: 'Nieuw' },
      removeAgendaItem: {},
      recordOutcome: { outcome: 'x' },
    })) {
      const { problems } = await changeAgenda(cast.as('secretary'), mutation, { itemId, expectedVersion: 2, ...input });
      expect(problems).toMatchObject([{ __typename: 'NotFoundProblem', path: ['input', 'itemId'] }]);
    }
  });
});

describe('the cost of an agenda page', () => {
  test('is the same number of statements whatever its length', async () => {
    const counted = async () => {
      await app.platform.streams.drain();
      app.takeStatements();
      await itemsFor('participant');
      return app
        .takeStatements()
        .filter((sql) => /meeting|agenda_item|bottleneck|knowledge_note|person|acceleration_table/.test(sql)).length;
    };
    const cases = await Promise.all(Array.from({ length: 12 }, () => cast.bottleneck()));
    const note = await makeNote(app, cast.make, { author: cast.people.filer });
    const wish = (n: number) => ({
      presenterId: globalId('Person', cast.people.chair.id),
      bottleneckIds: [cases[n]?.globalId],
      noteIds: [note.globalId],
    });
    await add('Punt 0', wish(0));
    await publish();
    const few = await counted();
    for (let n = 1; n < 12; n += 1) await add(`Punt ${n}`, wish(n));
    await publish();
    expect(await counted()).toBe(few);
    expect(few).toBeLessThanOrEqual(9);
  });
});

describe('the stream of the table', () => {
  const following =
    'subscription ($tableId: ID!, $after: String) { tableEvents(tableId: $tableId, after: $after) { ... on StreamChange { event { type changes { field after } } } } }';
  const seenBy = async (part: Part, after: string) => {
    const live = cast.as(part).follow(following, { tableId: globalId('AccelerationTable', cast.west.id), after });
    const types: string[] = [];
    for (
      let type = '';
      type !== 'AGENDA_PUBLISHED' || types.filter((each) => each === 'AGENDA_PUBLISHED').length < 2;
    ) {
      type = (await live.next()).data.tableEvents.event.type;
      types.push(type);
    }
    live.stop();
    return types;
  };

  test('tells the working version to chair and secretary, outcomes to all, the closed part to who may see it', async () => {
    const cursor = async (part: Part) =>
      (
        await cast
          .as(part)
          .run('query ($id: ID!) { tableCursor(tableId: $id) }', { id: globalId('AccelerationTable', cast.west.id) })
      ).tableCursor;
    const parts = ['secretary', 'participant', 'market'] as const;
    const cursors = await Promise.all(parts.map(cursor));
    const open = await add('Opening');
    const closed = await add('Grondpositie', { closedPart: true });
    await publish();
    await change('editAgendaItem', { itemId: open, title: 'Opening, anders' });
    await change('moveAgendaItem', { itemId: open, position: 2 });
    await change('recordOutcome', { itemId: open, outcome: 'Afgesproken' });
    await change('recordOutcome', { itemId: closed, outcome: 'Geheim afgesproken' });
    const unpublished = await add('Later');
    await change('recordOutcome', { itemId: unpublished, outcome: 'Nog niemand weet dit' });
    await change('removeAgendaItem', { itemId: unpublished });
    await publish();
    const [secretary, participant, market] = await Promise.all(
      parts.map((part, index) => seenBy(part, cursors[index])),
    );
    expect(secretary).toEqual([
      'AGENDA_ITEM_ADDED',
      'AGENDA_ITEM_ADDED',
      'AGENDA_PUBLISHED',
      'AGENDA_ITEM_EDITED',
      'AGENDA_ITEM_MOVED',
      'OUTCOME_RECORDED',
      'OUTCOME_RECORDED',
      'AGENDA_ITEM_ADDED',
      'OUTCOME_RECORDED',
      'AGENDA_ITEM_REMOVED',
      'AGENDA_PUBLISHED',
    ]);
    expect(participant).toEqual(['AGENDA_PUBLISHED', 'OUTCOME_RECORDED', 'OUTCOME_RECORDED', 'AGENDA_PUBLISHED']);
    expect(market).toEqual(['AGENDA_PUBLISHED', 'OUTCOME_RECORDED', 'AGENDA_PUBLISHED']);
  });
});
