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
  meeting = await makeMeeting(app, cast.make, { table, by: cast.people.chair });
});
afterAll(() => app.close());

const read = (part: Part = 'secretary') => readPreparation(cast.as(part), meeting);
const take = async (mutation: string, keys: readonly string[], part: Part = 'secretary') => {
  const { version } = await read(part);
  return prepare(cast.as(part), mutation, { meetingId: meeting.globalId, expectedVersion: version, keys });
};
const titles = (items: readonly { title: string }[]) => items.map(({ title }) => title);
const stateOf = async (bottleneck: Made) => {
  const [row] = await app.database
    .fork()
    .execute<{ state: string }[]>('select state from bottleneck where id = ?', [bottleneck.id]);
  return row?.state;
};

describe('accepting suggestions', () => {
  test('puts them in a sensible order, each with why it is there', async () => {
    const last = await makeMeeting(app, cast.make, {
      table,
      by: cast.people.chair,
      startsAt: new Date('2026-11-12T12:30:00Z'),
      state: 'CLOSED',
    });
    const late = await cast.bottleneck({ table, title: 'Te laat', state: 'IN_PROGRESS', dueOn: '2026-11-20' });
    const keys = (await read()).suggestions.map(({ key }: { key: string }) => key).toReversed();
    const { meeting: now, problems } = await take('acceptSuggestions', keys);
    expect(problems).toEqual([]);
    expect(now.suggestions).toEqual([]);
    expect(now.items).toMatchObject([
      { position: 1, title: 'Opening, mededelingen en vaststellen agenda', why: [{ kind: 'FIXED' }] },
      {
        position: 2,
        title: 'Verslag van 12 november',
        why: [{ kind: 'MINUTES_TO_ADOPT', on: '2026-11-12', meeting: { id: last.globalId } }],
        subjects: [{ __typename: 'Meeting', id: last.globalId }],
      },
      {
        position: 3,
        title: 'Te laat',
        why: [{ kind: 'CASE_OVERDUE', on: '2026-11-20' }],
        subjects: [{ id: late.globalId }],
      },
      { position: 4, title: 'Samenvatting besluiten en acties, rondvraag en sluiting' },
    ]);
  });

  test('one by one gives the same places', async () => {
    await cast.bottleneck({ table, title: 'Zaak', state: 'SUBMITTED' });
    await cast.bottleneck({ table, title: 'Geheim', state: 'SUBMITTED', confidentiality: 'CONFIDENTIAL' });
    for (const key of ['closing', 'opening']) await take('acceptSuggestions', [key]);
    for (const { key } of (await read()).suggestions) await take('acceptSuggestions', [key]);
    expect(titles((await read()).items)).toEqual([
      'Opening, mededelingen en vaststellen agenda',
      'Zaak',
      'Samenvatting besluiten en acties, rondvraag en sluiting',
      'Geheim',
    ]);
  });

  test('schedules a case as its secretary does; taking the item off puts it back', async () => {
    const submitted = await cast.bottleneck({ table, state: 'SUBMITTED' });
    const { item, meeting: now } = await take('acceptSuggestions', [`bottleneck:${submitted.id}`]);
    expect(await stateOf(submitted)).toBe('SCHEDULED');
    await changeAgenda(cast.as('secretary'), 'removeAgendaItem', { itemId: item.id, expectedVersion: now.version });
    expect(await stateOf(submitted)).toBe('SUBMITTED');
    expect(titles((await read()).suggestions)).toContain('Het net is vol');
  });

  test('an escalation stays one, and what the chair accepts keeps its state', async () => {
    const escalated = await cast.bottleneck({ table, state: 'ESCALATED', dueOn: '2026-12-01' });
    const submitted = await cast.bottleneck({ table, state: 'SUBMITTED' });
    await take('acceptSuggestions', [`bottleneck:${escalated.id}`]);
    await take('acceptSuggestions', [`bottleneck:${submitted.id}`], 'chair');
    expect([await stateOf(escalated), await stateOf(submitted)]).toEqual(['ESCALATED', 'SUBMITTED']);
    expect((await read()).items).toHaveLength(2);
  });

  test('what is carried over refers to the item it goes on with, and the note of the chair comes along', async () => {
    const last = await makeMeeting(app, cast.make, {
      table,
      by: cast.people.chair,
      startsAt: new Date('2026-11-12T12:30:00Z'),
      state: 'MINUTES_ADOPTED',
    });
    const left = await placeOnAgenda(app, cast.make, last, {
      title: 'Restant',
      position: 1,
      annotation: 'Rustig aan.',
    });
    await app.database.fork().execute(
      `update meeting set published_agenda = jsonb_build_array(jsonb_build_object('id', ?::text, 'position', 1, 'title', 'Restant', 'purpose', 'DECIDE',
         'minutes', 25, 'closedPart', false, 'proposedDecision', '', 'subjects', '[]'::jsonb)) where id = ?`,
      [left.id, last.id],
    );
    const { meeting: now } = await take('acceptSuggestions', [`item:${left.id}`], 'chair');
    expect(now.items).toMatchObject([
      {
        title: 'Restant',
        annotation: 'Rustig aan.',
        continues: { id: `AgendaItem_${left.id}`, title: 'Restant' },
        why: [{ kind: 'CARRIED_OVER', meeting: { id: last.globalId } }],
      },
    ]);
    expect((await read()).items).toMatchObject([{ annotation: null }]);
    expect((await read()).suggestions.some(({ key }: { key: string }) => key === `item:${left.id}`)).toBe(false);
  });

  test('a proposal is accepted with it, and open again when the item goes', async () => {
    const proposed = { meetingId: meeting.globalId, title: 'Voorstel', motivation: 'Omdat het moet.' };
    const { proposal } = await prepare(cast.as('secretary'), 'proposeAgendaItem', proposed);
    const key = (await read()).suggestions.find(({ title }: { title: string }) => title === 'Voorstel').key;
    const { item, meeting: now } = await take('acceptSuggestions', [key]);
    expect(now.proposals).toMatchObject([{ id: proposal.id, state: 'ACCEPTED', item: { id: item.id } }]);
    await changeAgenda(cast.as('secretary'), 'removeAgendaItem', { itemId: item.id, expectedVersion: now.version });
    expect((await read()).proposals).toMatchObject([{ state: 'OPEN', item: null }]);
  });

  test('for a later meeting too, a proposal included', async () => {
    const next = await makeMeeting(app, cast.make, {
      table,
      by: cast.people.chair,
      startsAt: new Date('2027-01-14T12:30:00Z'),
    });
    await prepare(cast.as('secretary'), 'proposeAgendaItem', {
      meetingId: meeting.globalId,
      title: 'Voorstel',
      motivation: 'Omdat het moet.',
    });
    const key = (await read()).suggestions.find(({ title }: { title: string }) => title === 'Voorstel').key;
    const input = { meetingId: next.globalId, expectedVersion: 1, keys: [key] };
    expect((await prepare(cast.as('secretary'), 'acceptSuggestions', input)).meeting.items).toMatchObject([
      { title: 'Voorstel' },
    ]);
  });
});

describe('putting aside', () => {
  test('takes a suggestion out of the list for this meeting, and back again; the agenda stays as it is', async () => {
    const { meeting: without } = await take('dropSuggestions', ['opening', 'opening']);
    expect(without).toMatchObject({
      version: 1,
      suggestions: [{ key: 'closing' }],
      droppedSuggestions: [{ key: 'opening', reasons: [{ kind: 'FIXED' }] }],
    });
    await take('dropSuggestions', ['opening']);
    const { meeting: again } = await take('restoreSuggestions', ['opening']);
    expect(again).toMatchObject({ suggestions: [{ key: 'opening' }, { key: 'closing' }], droppedSuggestions: [] });
    await take('restoreSuggestions', ['opening']);
  });

  test('what was put aside can be accepted after all', async () => {
    await take('dropSuggestions', ['opening']);
    const { meeting: now } = await take('acceptSuggestions', ['opening']);
    expect(now).toMatchObject({
      items: [{ title: 'Opening, mededelingen en vaststellen agenda' }],
      droppedSuggestions: [],
    });
  });

  test('is told on the stream to who prepares the meeting, and to nobody else', async () => {
    await app.database
      .fork()
      .execute(`update meeting set published_at = now(), state = 'PUBLISHED' where id = ?`, [meeting.id]);
    const id = `AccelerationTable_${table.id}`;
    const events =
      'subscription ($tableId: ID!, $after: String) { tableEvents(tableId: $tableId, after: $after) { ... on StreamChange { event { type changes { before after } } } } }';
    const { tableCursor: after } = await cast.as('chair').run('query ($id: ID!) { tableCursor(tableId: $id) }', { id });
    await take('dropSuggestions', ['opening']);
    await take('restoreSuggestions', ['opening']);
    const version = (await read()).version;
    await take('acceptSuggestions', ['opening']);
    await prepare(cast.as('secretary'), 'publishAgenda', { meetingId: meeting.globalId, expectedVersion: version + 1 });
    const told = async (part: Part) => {
      const { tableCursor } = await cast.as(part).run('query ($id: ID!) { tableCursor(tableId: $id) }', { id });
      expect(tableCursor).toBeTruthy();
      const live = cast.as(part).follow(events, { tableId: id, after });
      const types: string[] = [];
      while (types.at(-1) !== 'AGENDA_PUBLISHED') types.push((await live.next()).data.tableEvents.event.type);
      live.stop();
      return types;
    };
    expect(await told('chair')).toEqual([
      'SUGGESTION_DROPPED',
      'SUGGESTION_RESTORED',
      'AGENDA_ITEM_ADDED',
      'AGENDA_PUBLISHED',
    ]);
    expect(await told('participant')).toEqual(['AGENDA_PUBLISHED']);
  });
});

describe.each(['acceptSuggestions', 'dropSuggestions', 'restoreSuggestions'])('%s is refused', (mutation) => {
  const input = (more: object = {}) => ({
    meetingId: meeting.globalId,
    expectedVersion: 1,
    keys: ['opening'],
    ...more,
  });

  test('to who does not prepare the meeting: not there while it is a draft, and told who does afterwards', async () => {
    expect(await problemsOf(cast.as('participant'), mutation, input())).toEqual([['NOT_FOUND', 'input.meetingId']]);
    await app.database
      .fork()
      .execute(`update meeting set published_at = now(), state = 'PUBLISHED' where id = ?`, [meeting.id]);
    for (const part of ['participant', 'provincialChair'] as const)
      expect(await forbiddenOf(cast.as(part), mutation, input())).toMatchObject({ code: 'FORBIDDEN' });
    expect(await problemsOf(cast.as('stranger'), mutation, input())).toEqual([['NOT_FOUND', 'input.meetingId']]);
  });

  test('when a colleague was first, when it has started, and without one that is suggested', async () => {
    const as = cast.as('secretary');
    expect(await problemsOf(as, mutation, input({ expectedVersion: 7 }))).toEqual([
      ['CONFLICT', 'input.expectedVersion'],
    ]);
    expect(await problemsOf(as, mutation, input({ keys: [] }))).toEqual([['NO_SUGGESTION_CHOSEN', 'input.keys']]);
    expect(await problemsOf(as, mutation, input({ keys: ['opening', 'iets'] }))).toEqual([
      ['SUGGESTION_GONE', 'input.keys.1'],
    ]);
    const many = Array.from({ length: 61 }, (_, n) => `key-${n}`);
    expect((await problemsOf(as, mutation, input({ keys: many })))[0]).toEqual(['TOO_MANY', 'input.keys']);
    await app.database.fork().execute(`update meeting set state = 'IN_SESSION' where id = ?`, [meeting.id]);
    expect(await problemsOf(as, mutation, input())).toEqual([['MEETING_STARTED', 'input.meetingId']]);
    await app.database.fork().execute(`update meeting set state = 'CLOSED' where id = ?`, [meeting.id]);
    expect(await problemsOf(as, mutation, input())).toEqual([['MEETING_OVER', 'input.meetingId']]);
  });
});

test('an agenda that is full takes no more', async () => {
  for (let n = 1; n <= 60; n += 1) await placeOnAgenda(app, cast.make, meeting, { title: `Punt ${n}`, position: n });
  const input = { meetingId: meeting.globalId, expectedVersion: 1, keys: ['opening'] };
  expect(await problemsOf(cast.as('secretary'), 'acceptSuggestions', input)).toEqual([['TOO_MANY', 'input.meetingId']]);
});
