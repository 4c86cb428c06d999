import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../testing/bottleneck-cast.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

const fields = `id number version what state urgency daysLate dueOn agreedDueOn doneOn doneNote withdrawnReason closedPart
  owner { name } table { id } bottleneck { number } viewerCan { verb allowed reason }`;
const payload = `{ action { ${fields} } problems { __typename code path message ... on ConflictProblem { currentVersion } } }`;
const mutationOf = (name: string, type: string) =>
  `mutation ($input: ${type}!, $key: ID) { ${name}(input: $input, idempotencyKey: $key) ${payload} }`;
const inputs: Readonly<Record<string, string>> = {
  addAction: 'AddActionInput',
  editAction: 'EditActionInput',
  completeAction: 'CompleteActionInput',
  reopenAction: 'ActionVersionInput',
  withdrawAction: 'ActionReasonInput',
};
const listOf = `query ($filter: ActionFilter, $orderBy: ActionOrder, $first: Int, $after: String) {
  actions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount totalCountIsExact edges { cursor node { number what } } pageInfo { hasNextPage endCursor } } }`;

let app: TestApp;
let cast: Cast;
let west: string;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-25T09:00:00Z') });
  cast = await bottleneckCast(app);
  west = `AccelerationTable_${cast.west.id}`;
});
afterAll(() => app.close());

const personOf = (part: Part) => `Person_${cast.people[part].id}`;
const act = async (part: Part, name: string, input: object, key?: string) =>
  (await cast.as(part).run(mutationOf(name, inputs[name] ?? ''), { input, key }))[name];
const refusal = async (part: Part, name: string, input: object) =>
  (await cast.as(part).answer(mutationOf(name, inputs[name] ?? ''), { input })).errors[0]?.extensions;
const added = async (wish: object = {}) => {
  const { action, problems } = await act('secretary', 'addAction', {
    tableId: west,
    what: 'Belastingprofiel aanleveren',
    ownerId: personOf('participant'),
    dueOn: '2026-12-10',
    ...wish,
  });
  expect(problems).toEqual([]);
  return action as { id: string; number: string; version: number; [field: string]: unknown };
};
const versionOf = ({ id, version }: { id: string; version: number }) => ({ actionId: id, expectedVersion: version });
/** As if it had been agreed for that day: a day that is over cannot be chosen. */
const dueOn = (action: { number: string }, day: string) =>
  app.database
    .fork()
    .execute('update action set due_on = ?::date, agreed_due_on = ?::date where number = ?', [day, day, action.number]);
const found = async (part: Part, filter: object) => (await cast.as(part).run(listOf, { filter })).actions;

describe('an action between meetings', () => {
  test('is made once for each key, is at once in its owner’s list, and tells what may be done with it', async () => {
    const input = { tableId: west, what: 'Bellen met Enexis', ownerId: personOf('participant'), dueOn: '2026-12-01' };
    const first = await act('secretary', 'addAction', input, 'call-them');
    const again = await act('secretary', 'addAction', input, 'call-them');
    expect(again.action.number).toBe(first.action.number);
    expect(first.action.number).toMatch(/^A-2026-\d{3}$/);
    const { edges } = await found('participant', { mine: true, text: 'enexis' });
    expect(edges.map((edge: { node: { number: string } }) => edge.node.number)).toEqual([first.action.number]);
    const { action } = await cast
      .as('participant')
      .run(`query ($number: String!) { action(number: $number) { ${fields} } }`, { number: first.action.number });
    expect(action.viewerCan).toEqual([
      { verb: 'EDIT', allowed: true, reason: null },
      { verb: 'COMPLETE', allowed: true, reason: null },
      { verb: 'REOPEN', allowed: false, reason: 'Deze actie staat al open.' },
      { verb: 'WITHDRAW', allowed: false, reason: 'Dat kan de voorzitter of de secretaris van de tafel.' },
    ]);
  });

  test('is for a case that the secretary may see', async () => {
    const { number, id } = await cast.bottleneck({ title: 'Geen stroom' });
    const action = await added({ bottleneckId: `Bottleneck_${id}` });
    expect(action['bottleneck']).toEqual({ number });
    const list = await found('secretary', { bottleneckId: `Bottleneck_${id}` });
    expect(list.totalCount).toBe(1);
  });

  test('is changed, done and opened again, each step on its timeline', async () => {
    const action = await added();
    const edited = await act('participant', 'editAction', {
      ...versionOf(action),
      what: 'Belastingprofiel per fase aanleveren',
      ownerId: personOf('filer'),
      dueOn: '2026-12-17',
    });
    expect(edited.action).toMatchObject({ owner: { name: 'Fenna' }, dueOn: '2026-12-17', agreedDueOn: '2026-12-10' });
    const done = await act('filer', 'completeAction', { ...versionOf(edited.action), note: 'Is aangeleverd.' });
    expect(done.action).toMatchObject({ state: 'DONE', doneOn: '2026-11-25', doneNote: 'Is aangeleverd.' });
    const open = await act('filer', 'reopenAction', versionOf(done.action));
    expect(open.action).toMatchObject({ state: 'OPEN', doneOn: null, doneNote: '' });
    const { node } = await cast
      .as('secretary')
      .run(
        `query ($id: ID!) { node(id: $id) { ... on Action { timeline { edges { node { type remark changes { field before after } } } } } } }`,
        { id: action.id },
      );
    const events = node.timeline.edges.map((edge: { node: { type: string } }) => edge.node);
    expect(events.map(({ type }: { type: string }) => type)).toEqual([
      'ACTION_REOPENED',
      'ACTION_DONE',
      'ACTION_EDITED',
      'ACTION_ADDED',
    ]);
    expect(events[1]).toMatchObject({ remark: 'Is aangeleverd.' });
    expect(events[2].changes).toContainEqual({ field: 'owner', before: 'Piet', after: 'Fenna' });
  });

  test('is withdrawn by the table, with the reason', async () => {
    const action = await added();
    const { action: gone } = await act('chair', 'withdrawAction', { ...versionOf(action), reason: 'Al opgelost' });
    expect(gone).toMatchObject({ state: 'WITHDRAWN', withdrawnReason: 'Al opgelost' });
  });

  test('nothing happens when nothing differs', async () => {
    const action = await added();
    const { action: same } = await act('participant', 'editAction', { ...versionOf(action), dueOn: '2026-12-10' });
    expect(same.version).toBe(action.version);
  });
});

describe('the ladder and the list', () => {
  test('climbs as days go by', async () => {
    const action = await added({ dueOn: '2026-11-27' });
    const urgency = async () =>
      (
        await cast
          .as('secretary')
          .run('query ($id: ID!) { node(id: $id) { ... on Action { urgency daysLate } } }', { id: action.id })
      ).node;
    expect(await urgency()).toEqual({ urgency: 'SOON', daysLate: 0 });
    await dueOn(action, '2026-11-23');
    expect(await urgency()).toEqual({ urgency: 'LATE', daysLate: 2 });
    expect((await found('secretary', { late: true, text: action.number })).totalCount).toBe(1);
    expect((await found('secretary', { late: false, text: action.number })).totalCount).toBe(0);
    await dueOn(action, '2026-11-18');
    expect(await urgency()).toEqual({ urgency: 'CIVIL_OWNER', daysLate: 7 });
    expect((await found('civilOwner', { text: action.number })).totalCount).toBe(0);
    await act('secretary', 'editAction', { ...versionOf(action), ownerId: personOf('filer') });
    expect((await found('civilOwner', { text: action.number })).totalCount).toBe(1);
  });

  test('is read in pages, and filtered by every field', async () => {
    const word = 'Bladzijde';
    for (const day of ['2026-12-03', '2026-12-01', '2026-12-02']) await added({ what: `${word} ${day}`, dueOn: day });
    const client = cast.as('chair');
    const first = (await client.run(listOf, { filter: { text: word }, first: 2 })).actions;
    expect(first.edges.map((edge: { node: { what: string } }) => edge.node.what)).toEqual([
      `${word} 2026-12-01`,
      `${word} 2026-12-02`,
    ]);
    expect(first).toMatchObject({ totalCount: 3, totalCountIsExact: true, pageInfo: { hasNextPage: true } });
    const rest = (await client.run(listOf, { filter: { text: word }, first: 2, after: first.pageInfo.endCursor }))
      .actions;
    expect(rest.edges).toHaveLength(1);
    const newestFirst = (await client.run(listOf, { filter: { text: word }, orderBy: 'NUMBER' })).actions;
    expect(newestFirst.edges[0].node.what).toBe(`${word} 2026-12-02`);
    expect((await client.run(listOf, { filter: { text: word }, orderBy: 'UPDATED' })).actions.edges).toHaveLength(3);
    const { organisation } = (
      await client.run('query ($id: ID!) { node(id: $id) { ... on Person { organisation { id } } } }', {
        id: personOf('participant'),
      })
    ).node;
    for (const filter of [
      { tableId: west },
      { ownerId: personOf('participant') },
      { states: ['OPEN'] },
      { organisationId: organisation.id },
    ])
      expect((await found('chair', { ...filter, text: word })).totalCount).toBe(3);
    for (const filter of [
      { tableId: `AccelerationTable_${cast.twente.id}` },
      { ownerId: personOf('chair') },
      { states: ['DONE'] },
      { meetingId: 'Meeting_0198c1f0-0000-7000-8000-000000000001' },
      { bottleneckId: 'nonsense' },
      { mine: true },
    ])
      expect((await found('chair', { ...filter, text: word })).totalCount).toBe(0);
  });

  test('promises: kept by the day that was agreed, late by any other', async () => {
    const make = async (day: string) => added({ ownerId: personOf('market'), dueOn: day });
    const kept = await make('2026-12-01');
    const late = await make('2026-11-26');
    await dueOn(late, '2026-11-24');
    await dueOn(await make('2026-11-27'), '2026-11-20');
    await make('2027-01-15');
    await act('secretary', 'completeAction', versionOf(kept));
    await act('secretary', 'completeAction', versionOf(late));
    const { node } = await cast
      .as('secretary')
      .run(
        'query ($id: ID!) { node(id: $id) { ... on AccelerationTable { promises { organisation { name } kept keptLate late open } } } }',
        { id: west },
      );
    const { organisation } = (
      await cast.as('secretary').run('query ($id: ID!) { node(id: $id) { ... on Person { organisation { name } } } }', {
        id: personOf('market'),
      })
    ).node;
    expect(node.promises).toContainEqual({ organisation, kept: 1, keptLate: 1, late: 1, open: 1 });
  });

  test('a page costs no more statements when it is longer', async () => {
    const counted = async (first: number) => {
      await app.platform.streams.drain();
      app.takeStatements();
      await cast
        .as('chair')
        .run(`query ($first: Int!) { actions(first: $first) { totalCount edges { node { ${fields} } } } }`, { first });
      return app.takeStatements().length;
    };
    await counted(2);
    const few = await counted(2);
    expect(await counted(50)).toBeLessThanOrEqual(few + 1);
  });
});

describe('who may not', () => {
  test('others than chair and secretary add none', async () => {
    const input = { tableId: west, what: 'Bellen', ownerId: personOf('participant'), dueOn: '2026-12-01' };
    for (const part of ['participant', 'observer', 'twente', 'reader'] as const)
      expect(await refusal(part, 'addAction', input)).toMatchObject({ code: 'FORBIDDEN' });
    const { node } = await cast
      .as('participant')
      .run('query ($id: ID!) { node(id: $id) { ... on AccelerationTable { viewerCan { verb allowed reason } } } }', {
        id: west,
      });
    expect(node.viewerCan).toContainEqual({
      verb: 'ADD_ACTION',
      allowed: false,
      reason: 'Dat kan de voorzitter of de secretaris van de tafel.',
    });
  });

  test('others than its people change it, and only the table withdraws', async () => {
    const action = await added();
    for (const name of ['editAction', 'completeAction'] as const)
      expect(await refusal('observer', name, versionOf(action))).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await refusal('participant', 'withdrawAction', { ...versionOf(action), reason: 'Hoeft niet' }),
    ).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('an action of another table is not there, in every path', async () => {
    const action = await added();
    const unknown = 'Action_0198c1f0-0000-7000-8000-000000000001';
    for (const part of ['twente', 'reader', 'stranger'] as const) {
      for (const [name, rest] of [
        ['editAction', {}],
        ['completeAction', {}],
        ['reopenAction', {}],
        ['withdrawAction', { reason: 'Hoeft niet' }],
      ] as const) {
        const theirs = await act(part, name, { actionId: action.id, expectedVersion: 1, ...rest });
        expect(theirs).toEqual(await act(part, name, { actionId: unknown, expectedVersion: 1, ...rest }));
        expect(theirs.problems).toMatchObject([{ code: 'UNKNOWN_ACTION' }]);
      }
      const seen = await cast
        .as(part)
        .run(
          'query ($id: ID!, $number: String!) { node(id: $id) { id } action(number: $number) { id } actions(filter: { text: $number }) { totalCount } }',
          { id: action.id, number: action.number },
        );
      expect(seen).toEqual({ node: null, action: null, actions: { totalCount: 0 } });
    }
  });

  test('what was agreed in the closed part, or about a confidential case, shows to public bodies and to who does it', async () => {
    const action = await added({ ownerId: personOf('filer'), what: 'Grondpositie taxeren' });
    const counts = async () =>
      Promise.all(
        (['secretary', 'market', 'observer', 'filer'] as const).map(
          async (part) => (await found(part, { text: action.number })).totalCount,
        ),
      );
    expect(await counts()).toEqual([1, 1, 1, 1]);
    const em = app.database.fork();
    await em.execute('update action set closed_part = true where number = ?', [action.number]);
    expect(await counts()).toEqual([1, 0, 0, 1]);
    const secret = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    await em.execute('update action set closed_part = false, bottleneck_id = ? where number = ?', [
      secret.id,
      action.number,
    ]);
    expect(await counts()).toEqual([1, 0, 0, 1]);
  });

  test('nothing without a session', async () => {
    const nobody = await graphClient(app, null);
    expect((await nobody.answer(listOf)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    for (const [name, type] of Object.entries(inputs)) {
      const input = {
        addAction: { tableId: west, what: 'Bellen', ownerId: personOf('filer'), dueOn: '2026-12-01' },
        withdrawAction: { actionId: 'x', expectedVersion: 1, reason: 'Nee' },
      }[name] ?? { actionId: 'x', expectedVersion: 1 };
      expect((await nobody.answer(mutationOf(name, type), { input })).errors[0]?.extensions.code).toBe(
        'UNAUTHENTICATED',
      );
    }
  });
});

describe('bad input', () => {
  test('says every field and the remedy at once', async () => {
    const { problems } = await act('secretary', 'addAction', {
      tableId: west,
      what: ' ',
      ownerId: 'Person_0198c1f0-0000-7000-8000-000000000001',
      dueOn: '2026-11-24',
      bottleneckId: 'nonsense',
    });
    expect(problems.map(({ code, path }: { code: string; path: string[] }) => [code, path.at(-1)])).toEqual([
      ['REQUIRED', 'what'],
      ['UNKNOWN_PERSON', 'ownerId'],
      ['DATE_IN_PAST', 'dueOn'],
      ['UNKNOWN_BOTTLENECK', 'bottleneckId'],
    ]);
    const elsewhere = await act('secretary', 'addAction', {
      tableId: 'AccelerationTable_0198c1f0-0000-7000-8000-000000000001',
      what: 'Bellen',
      ownerId: personOf('filer'),
      dueOn: '2026-12-01',
    });
    expect(elsewhere.problems).toMatchObject([{ __typename: 'NotFoundProblem', path: ['input', 'tableId'] }]);
  });

  test('too long, too late and changed by another', async () => {
    const action = await added({ dueOn: '2026-11-26' });
    expect(
      (await act('participant', 'completeAction', { ...versionOf(action), note: 'a'.repeat(2_001) })).problems,
    ).toMatchObject([{ code: 'TOO_LONG', path: ['input', 'note'] }]);
    expect((await act('chair', 'withdrawAction', { ...versionOf(action), reason: '' })).problems).toMatchObject([
      { code: 'REQUIRED', path: ['input', 'reason'] },
    ]);
    expect(
      (await act('participant', 'completeAction', { actionId: action.id, expectedVersion: 9 })).problems,
    ).toMatchObject([{ __typename: 'ConflictProblem', currentVersion: 1 }]);
    // A day that is over by now may stand when something else changes.
    await dueOn(action, '2026-11-20');
    const edited = await act('participant', 'editAction', {
      ...versionOf(action),
      what: 'Toch bellen',
      dueOn: '2026-11-20',
    });
    expect(edited.problems).toEqual([]);
    expect((await act('participant', 'reopenAction', versionOf(edited.action))).problems).toMatchObject([
      { code: 'ACTION_OPEN', path: ['input', 'actionId'] },
    ]);
    const done = await act('participant', 'completeAction', versionOf(edited.action));
    expect(
      (await act('participant', 'editAction', { ...versionOf(done.action), what: 'Nog eens' })).problems,
    ).toMatchObject([{ code: 'ACTION_CLOSED', path: ['input', 'actionId'] }]);
  });
});
