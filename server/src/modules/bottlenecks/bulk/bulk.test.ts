import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { grant, type MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-25T10:00:00Z') });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.platform.database.fork().execute('truncate bottleneck, action, bulk_change cascade');
});

const person = (part: Part) => `Person_${cast.people[part].id}`;
const change = `mutation ($input: ChangeBottlenecksInput!) { changeBottlenecks(input: $input) {
  problems { code path } bulkChangeId changed { id version state nextStep dueOn owner { name } lead { name } themes { code } } refused { code reason bottleneck { number } } } }`;
const undo = `mutation ($input: UndoBulkChangeInput!) { undoBulkChange(input: $input) {
  problems { code } changed { state nextStep lead { name } themes { code } } refused { code bottleneck { number } } } }`;
const told = `query ($id: ID!) { node(id: $id) { ... on Bottleneck { state nextStep timeline { edges { node { type about remark changes { field before after } subjects { id } } } } } } }`;
const changeAs = async (part: Part, cases: readonly MadeBottleneck[], what: object, more: object = {}) =>
  (
    await cast.as(part).run(change, {
      input: {
        bottlenecks: cases.map(({ globalId }) => ({ bottleneckId: globalId, expectedVersion: 1 })),
        change: what,
        ...more,
      },
    })
  ).changeBottlenecks;

describe('one change of many', () => {
  test('is told on each timeline as one event, and taken back as one', async () => {
    const cases = [await cast.bottleneck({ state: 'IN_PROGRESS' }), await cast.bottleneck({ state: 'TRIAGE' })];
    const done = await changeAs('secretary', cases, {
      leadId: person('participant'),
      nextStep: 'Netbeheerder bellen',
      dueOn: '2026-12-20',
      addThemeCodes: ['GROND'],
    });
    expect(done).toMatchObject({ problems: [], refused: [] });
    expect(done.changed).toMatchObject([
      {
        version: 2,
        nextStep: 'Netbeheerder bellen',
        dueOn: '2026-12-20',
        lead: { name: 'Piet' },
        themes: [{ code: 'GROND' }],
      },
      { version: 2, nextStep: 'Netbeheerder bellen', dueOn: '2026-12-20', lead: { name: 'Piet' } },
    ]);
    const { node } = await cast.as('filer').run(told, { id: cases[0]?.globalId });
    expect(node.timeline.edges[0].node).toMatchObject({
      type: 'BOTTLENECKS_CHANGED',
      // One event, told of each case in its own words: a client keeps them apart by this.
      about: cases[0]?.globalId,
      changes: expect.arrayContaining([{ field: 'lead', before: null, after: 'Piet' }]),
    });
    const back = (await cast.as('secretary').run(undo, { input: { bulkChangeId: done.bulkChangeId } })).undoBulkChange;
    expect(back).toMatchObject({
      problems: [],
      refused: [],
      changed: [
        { nextStep: '', lead: null, themes: [] },
        { nextStep: '', lead: null, themes: [] },
      ],
    });
    const again = await cast.as('secretary').run(undo, { input: { bulkChangeId: done.bulkChangeId } });
    expect(again.undoBulkChange.problems).toMatchObject([{ code: 'UNKNOWN_BULK_CHANGE' }]);
  });

  test('takes a step for all of them, and what somebody changed since keeps that', async () => {
    const cases = [await cast.bottleneck({ state: 'IN_PROGRESS' }), await cast.bottleneck({ state: 'SUBMITTED' })];
    const hold = { verb: 'HOLD', reason: 'Wacht op de netbeheerder', returnOn: '2027-01-15' };
    const done = await changeAs('secretary', cases, hold);
    expect(done.changed).toMatchObject([{ state: 'ON_HOLD' }, { state: 'ON_HOLD' }]);
    const assign =
      'mutation ($input: AssignBottleneckInput!) { assignBottleneck(input: $input) { problems { code } } }';
    await cast.as('filer').run(assign, {
      input: { bottleneckId: cases[0]?.globalId, expectedVersion: done.changed[0].version, nextStep: 'Zelf bellen' },
    });
    const back = (await cast.as('secretary').run(undo, { input: { bulkChangeId: done.bulkChangeId } })).undoBulkChange;
    expect(back.changed).toMatchObject([{ state: 'SUBMITTED' }]);
    expect(back.refused).toEqual([{ code: 'CONFLICT', bottleneck: { number: cases[0]?.number } }]);
  });

  test('reaches its new owner once', async () => {
    const cases = [await cast.bottleneck({ state: 'IN_PROGRESS' }), await cast.bottleneck({ state: 'IN_PROGRESS' })];
    await changeAs('secretary', cases, { ownerId: person('participant') });
    await app.platform.streams.drain();
    const { inbox } = await cast.as('participant').run('{ inbox { edges { node { reason event { type } } } } }');
    expect(inbox.edges).toEqual([{ node: { reason: 'OWNER', event: { type: 'BOTTLENECKS_CHANGED' } } }]);
  });

  test('a hidden case neither hides it nor shows in it', async () => {
    const open = await cast.bottleneck({ state: 'IN_PROGRESS' });
    const secret = await cast.bottleneck({ state: 'IN_PROGRESS', confidentiality: 'CONFIDENTIAL' });
    await changeAs('secretary', [open, secret], { nextStep: 'Bellen' });
    const { node } = await cast.as('observer').run(told, { id: open.globalId });
    expect(node.timeline.edges[0].node.subjects).toEqual([{ id: open.globalId }]);
    expect(JSON.stringify(node)).not.toContain(secret.id);
  });

  test('takes as many statements for many as for few', async () => {
    const counted = async (count: number) => {
      const cases = [];
      for (let index = 0; index < count; index++) cases.push(await cast.bottleneck({ state: 'IN_PROGRESS' }));
      await app.platform.streams.drain();
      app.takeStatements();
      await changeAs('secretary', cases, { nextStep: 'Bellen', addThemeCodes: ['GROND'] });
      return app.takeStatements().filter((sql) => !sql.includes('inbox')).length;
    };
    const few = await counted(2);
    // Projectors that look on meanwhile take a few of their own; one a case would be eighteen.
    expect(await counted(20)).toBeLessThan(few + 9);
  });
});

describe('what may not be changed', () => {
  test('stops it and is listed, unless the others may go', async () => {
    const mine = await cast.bottleneck({ state: 'IN_PROGRESS' });
    const closed = await cast.bottleneck({ state: 'RESOLVED' });
    const hold = { verb: 'HOLD', reason: 'Wacht', returnOn: '2027-01-15' };
    const stopped = await changeAs('secretary', [mine, closed], hold);
    expect(stopped).toMatchObject({
      changed: [],
      bulkChangeId: null,
      refused: [{ code: 'WRONG_STATE', reason: expect.any(String), bottleneck: { number: closed.number } }],
    });
    const others = await changeAs('secretary', [mine, closed], hold, { allowedOnly: true });
    expect(others).toMatchObject({ changed: [{ state: 'ON_HOLD' }], refused: [{ code: 'WRONG_STATE' }] });
  });

  test('names the right that is missing, a newer version, and what a step needs', async () => {
    const made = await cast.bottleneck({ state: 'SUBMITTED', constructionStart: null });
    expect((await changeAs('participant', [made], { nextStep: 'Bellen' })).refused).toMatchObject([
      { code: 'OWNER_LEAD_OR_TABLE_ONLY' },
    ]);
    expect((await changeAs('secretary', [made], { verb: 'TRIAGE' })).refused).toMatchObject([
      { code: 'NEEDED_FOR_TRIAGE' },
    ]);
    await changeAs('secretary', [made], { nextStep: 'Bellen' });
    expect((await changeAs('secretary', [made], { nextStep: 'Mailen' })).refused).toMatchObject([{ code: 'CONFLICT' }]);
  });

  test('a case that is not theirs is not there, and stops it', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    expect((await changeAs('twente', [made], { nextStep: 'Bellen' })).problems).toEqual([
      { code: 'UNKNOWN_BOTTLENECK', path: ['input', 'bottlenecks', '0', 'bottleneckId'] },
    ]);
  });

  test('is refused with what is not right', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS', themes: [cast.theme('GROND')] });
    const codes = async (what: object) =>
      (await changeAs('secretary', [made], what)).problems.map(
        ({ code, path }: { code: string; path: string[] }) => `${path.slice(2).join('.')} ${code}`,
      );
    expect(await codes({})).toEqual([' NOTHING_TO_CHANGE']);
    expect(await codes({ ownerId: 'Person_x' })).toEqual(['ownerId UNKNOWN_PERSON']);
    expect(await codes({ dueOn: '2026-01-01' })).toEqual(['dueOn DATE_IN_PAST']);
    expect(await codes({ verb: 'ESCALATE' })).toEqual(['verb STEP_NOT_FOR_MANY']);
    expect(await codes({ verb: 'HOLD' })).toEqual(['reason REQUIRED', 'returnOn REQUIRED']);
    expect(await codes({ addThemeCodes: ['BESTAATNIET'] })).toEqual(['addThemeCodes.0 UNKNOWN_THEME']);
    expect((await changeAs('secretary', [made], { removeThemeCodes: ['GROND'] })).refused).toMatchObject([
      { code: 'REQUIRED' },
    ]);
    expect((await changeAs('secretary', [], { nextStep: 'Bellen' })).problems).toMatchObject([{ code: 'REQUIRED' }]);
  });
});

describe('handing over', () => {
  const give = `mutation ($input: HandOverInput!) { handOver(input: $input) { problems { code path } bottleneckCount actionCount handOverId } }`;
  const back = `mutation ($input: UndoHandOverInput!) { undoHandOver(input: $input) { problems { code } bottleneckCount actionCount } }`;
  const handOver = async (part: Part, more: object = {}) =>
    (
      await cast
        .as(part)
        .run(give, { input: { fromPersonId: person('filer'), toPersonId: person('participant'), ...more } })
    ).handOver;
  const ownerOf = async (made: MadeBottleneck) =>
    (
      await cast
        .as('secretary')
        .run('query ($id: ID!) { node(id: $id) { ... on Bottleneck { owner { name } } } }', { id: made.globalId })
    ).node.owner.name;

  test('takes the open cases and actions along, and gives them back', async () => {
    const open = await cast.bottleneck({ state: 'IN_PROGRESS' });
    const closed = await cast.bottleneck({ state: 'RESOLVED' });
    const add = 'mutation ($input: AddActionInput!) { addAction(input: $input) { problems { code } } }';
    await cast.as('secretary').run(add, {
      input: {
        tableId: `AccelerationTable_${cast.west.id}`,
        what: 'Bellen',
        ownerId: person('filer'),
        dueOn: '2026-12-20',
      },
    });
    const done = await handOver('secretary', { remark: 'Nieuwe baan' });
    expect(done).toMatchObject({ problems: [], bottleneckCount: 1, actionCount: 1 });
    expect([await ownerOf(open), await ownerOf(closed)]).toEqual(['Piet', 'Fenna']);
    const { undoHandOver } = await cast.as('secretary').run(back, { input: { handOverId: done.handOverId } });
    expect(undoHandOver).toEqual({ problems: [], bottleneckCount: 1, actionCount: 1 });
    expect(await ownerOf(open)).toBe('Fenna');
    const again = await cast.as('secretary').run(back, { input: { handOverId: done.handOverId } });
    expect(again.undoHandOver.problems).toMatchObject([{ code: 'UNKNOWN_BULK_CHANGE' }]);
  });

  test('is for who may change the owner, and to somebody who may see the cases', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    expect((await handOver('observer')).problems).toEqual([
      { code: 'NOTHING_TO_HAND_OVER', path: ['input', 'fromPersonId'] },
    ]);
    await grant(app, made, cast.people.participant, 'EXCLUDED');
    expect((await handOver('secretary')).problems).toMatchObject([{ code: 'PERSON_EXCLUDED' }]);
    expect((await handOver('secretary', { toPersonId: person('filer') })).problems).toMatchObject([
      { code: 'SAME_PERSON' },
    ]);
    expect((await handOver('secretary', { toPersonId: 'Person_x' })).problems).toMatchObject([
      { code: 'UNKNOWN_PERSON' },
    ]);
    expect((await handOver('civilOwner', { toPersonId: person('reader') })).bottleneckCount).toBe(1);
  });
});

test('what one follows is a filter, and nobody else knows', async () => {
  const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
  await cast.bottleneck({ state: 'IN_PROGRESS' });
  const watch = `mutation ($input: WatchInput!) { watchBottleneck(input: $input) { problems { code } bottleneck { watching } } }`;
  const set = async (part: Part, watching: boolean) =>
    (await cast.as(part).run(watch, { input: { bottleneckId: made.globalId, watching } })).watchBottleneck;
  expect(await set('participant', true)).toEqual({ problems: [], bottleneck: { watching: true } });
  const list =
    '{ yes: bottlenecks(filter: { watching: true }) { totalCount } no: bottlenecks(filter: { watching: false }) { totalCount } }';
  expect(await cast.as('participant').run(list)).toEqual({ yes: { totalCount: 1 }, no: { totalCount: 1 } });
  expect(await cast.as('chair').run(list)).toEqual({ yes: { totalCount: 0 }, no: { totalCount: 2 } });
  await changeAs('secretary', [made], { nextStep: 'Bellen' });
  await app.platform.streams.drain();
  const { inbox } = await cast.as('participant').run('{ inbox { edges { node { reason event { type } } } } }');
  expect(inbox.edges[0].node).toEqual({ reason: 'WATCHER', event: { type: 'BOTTLENECKS_CHANGED' } });
  expect(await set('participant', false)).toMatchObject({ bottleneck: { watching: false } });
  expect((await set('twente', true)).problems).toMatchObject([{ code: 'UNKNOWN_BOTTLENECK' }]);
});
