import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import type { Made } from '../../../../testing/factories.ts';
import { changeAgenda, type MadeMeeting, makeMeeting } from '../../../../testing/meeting-factory.ts';
import {
  forbiddenOf,
  placeOnAgenda,
  prepare,
  problemsOf,
  readPreparation,
} from '../../../../testing/preparation-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let table: Made;
let meeting: MadeMeeting;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  table = await cast.make.table({ region: await cast.make.region('WEST_OVERIJSSEL'), parent: cast.province });
  await cast.make.seat(table, cast.people.chair, 'CHAIR');
  await cast.make.seat(table, cast.people.secretary, 'SECRETARY');
  await cast.make.seat(table, cast.people.participant, 'PARTICIPANT');
  await cast.make.seat(table, cast.people.market, 'SECRETARY');
  meeting = await makeMeeting(app, cast.make, { table, by: cast.people.chair, state: 'PUBLISHED' });
});
afterAll(() => app.close());

const add = (title: string, more: object = {}) =>
  changeAgenda(cast.as('secretary'), 'addAgendaItem', { meetingId: meeting.globalId, title, ...more });
const save = (name = 'Gewone tafel', part: Part = 'secretary') =>
  prepare(cast.as(part), 'saveAgendaTemplate', { meetingId: meeting.globalId, name });
const templates = async (part: Part) =>
  (
    await cast
      .as(part)
      .run(
        'query ($id: ID!) { node(id: $id) { ... on AccelerationTable { agendaTemplates { id name items { title minutes presenterText closedPart } } } } }',
        {
          id: globalId('AccelerationTable', table.id),
        },
      )
  ).node.agendaTemplates;

describe('a template', () => {
  test('keeps the items that every meeting has, and puts them on another agenda in their places', async () => {
    const bottleneck = await cast.bottleneck({ table });
    await add('Opening', { presenterId: globalId('Person', cast.people.chair.id), minutes: 5 });
    await add('Over een knelpunt', { bottleneckIds: [bottleneck.globalId] });
    await add('Stand van de regio', { minutes: 20, purpose: 'INFORM' });
    await add('Rondvraag');
    const { template } = await save();
    expect(await templates('secretary')).toMatchObject([
      {
        name: 'Gewone tafel',
        items: [
          { title: 'Opening', minutes: 5, presenterText: 'Cor' },
          { title: 'Stand van de regio', minutes: 20 },
          { title: 'Rondvraag' },
        ],
      },
    ]);
    const next = await makeMeeting(app, cast.make, {
      table,
      by: cast.people.chair,
      startsAt: new Date('2027-01-14T12:30:00Z'),
    });
    await changeAgenda(cast.as('secretary'), 'addAgendaItem', { meetingId: next.globalId, title: 'Eigen punt' });
    const use = (expectedVersion: number) =>
      prepare(cast.as('secretary'), 'useAgendaTemplate', {
        meetingId: next.globalId,
        expectedVersion,
        templateId: template.id,
      });
    const { meeting: now } = await use(2);
    expect(now.items).toMatchObject([
      { title: 'Opening', minutes: 5, why: [{ kind: 'TEMPLATE' }] },
      { title: 'Eigen punt', why: [] },
      { title: 'Stand van de regio', purpose: 'INFORM' },
      { title: 'Rondvraag' },
    ]);
    // What is there already is not put on it twice.
    expect((await use(now.version)).meeting.items).toHaveLength(4);
  });

  test('shows to who prepares the meetings; items of the closed part to who may see those', async () => {
    await add('Opening');
    await add('Grondposities', { closedPart: true });
    const { template } = await save();
    expect((await templates('chair'))[0].items).toHaveLength(2);
    expect((await templates('market'))[0].items).toMatchObject([{ title: 'Opening' }]);
    for (const part of ['participant', 'provincialChair'] as const) {
      expect(await templates(part)).toEqual([]);
      const { node } = await cast.as(part).run('query ($id: ID!) { node(id: $id) { id } }', { id: template.id });
      expect(node).toBeNull();
    }
    const next = await makeMeeting(app, cast.make, {
      table,
      by: cast.people.chair,
      startsAt: new Date('2027-01-14T12:30:00Z'),
    });
    const input = { meetingId: next.globalId, expectedVersion: 1, templateId: template.id };
    expect((await prepare(cast.as('market'), 'useAgendaTemplate', input)).meeting.items).toHaveLength(1);
  });

  test('goes away; agendas that were made with it stay', async () => {
    await add('Opening');
    const { template } = await save();
    const gone = await prepare(cast.as('chair'), 'removeAgendaTemplate', { templateId: template.id });
    expect(gone).toMatchObject({ problems: [], template: null, table: { agendaTemplates: [] } });
    expect((await readPreparation(cast.as('chair'), meeting)).items).toHaveLength(1);
    expect((await save()).problems).toEqual([]);
  });

  test('saving is refused without a name, under a name that is taken, without an item, and to others', async () => {
    const input = { meetingId: meeting.globalId, name: 'Gewone tafel' };
    expect((await save()).problems).toMatchObject([{ code: 'TEMPLATE_EMPTY', path: ['input', 'meetingId'] }]);
    await add('Opening');
    expect((await save('')).problems).toMatchObject([{ code: 'REQUIRED', path: ['input', 'name'] }]);
    await save();
    expect((await save('gewone TAFEL')).problems).toMatchObject([{ code: 'TEMPLATE_NAME_TAKEN' }]);
    for (const part of ['participant', 'provincialChair'] as const)
      expect(await forbiddenOf(cast.as(part), 'saveAgendaTemplate', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await problemsOf(cast.as('stranger'), 'saveAgendaTemplate', input)).toEqual([
      ['NOT_FOUND', 'input.meetingId'],
    ]);
  });

  test('using and removing are refused to others, for another table, and on another version', async () => {
    await add('Opening');
    const { template } = await save();
    const templateId = template.id;
    const own = { meetingId: meeting.globalId, expectedVersion: 2, templateId };
    expect(await forbiddenOf(cast.as('participant'), 'useAgendaTemplate', own)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await problemsOf(cast.as('secretary'), 'useAgendaTemplate', { ...own, expectedVersion: 1 })).toEqual([
      ['CONFLICT', 'input.expectedVersion'],
    ]);
    const other = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
    const elsewhere = { meetingId: other.globalId, expectedVersion: 1, templateId };
    const unknown = [['UNKNOWN_TEMPLATE', 'input.templateId']];
    expect(await problemsOf(cast.as('secretary'), 'useAgendaTemplate', elsewhere)).toEqual(unknown);
    for (const part of ['participant', 'stranger', 'twente'] as const)
      expect(await problemsOf(cast.as(part), 'removeAgendaTemplate', { templateId })).toEqual(unknown);
    expect(
      await problemsOf(cast.as('secretary'), 'removeAgendaTemplate', {
        templateId: globalId('AgendaTemplate', crypto.randomUUID()),
      }),
    ).toEqual(unknown);
    for (let n = 2; n <= 60; n += 1) await placeOnAgenda(app, cast.make, meeting, { title: `Punt ${n}`, position: n });
    const em = app.database.fork();
    await em.execute(
      `update agenda_template set items = items || '[{"title":"Nog een","purpose":"INFORM","minutes":5,"presenterText":null,"closedPart":false,"proposedDecision":""}]'`,
    );
    expect(await problemsOf(cast.as('secretary'), 'useAgendaTemplate', own)).toEqual([
      ['TOO_MANY', 'input.templateId'],
    ]);
  });
});
