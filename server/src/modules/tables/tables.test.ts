import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Factories, type Made, type MadePerson } from '../../../testing/factories.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

const addMember = `mutation ($input: AddMemberInput!, $key: ID) { addMember(input: $input, idempotencyKey: $key) {
  table { members { person { name } role mandate } } problems { __typename code message path } } }`;
const removeMember =
  'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { table { name } problems { code } } }';
const tableEvents = `subscription ($tableId: ID!, $after: String) { tableEvents(tableId: $tableId, after: $after) {
  __typename ... on StreamChange { cursor event { type actor { name } subjects { __typename id } changes { field after } } } ... on StreamReset { cursor } } }`;

describe('tables', () => {
  let app: TestApp;
  let make: Factories;
  let province: Made;
  let west: Made;
  let twente: Made;
  let secretary: MadePerson;
  const id = (table: Made) => `AccelerationTable_${table.id}`;
  const person = (made: Made) => `Person_${made.id}`;

  beforeAll(async () => {
    app = await testApp();
    make = new Factories(app);
    province = await make.table({ name: 'Provincie', level: 'PROVINCIAL' });
    west = await make.table({
      name: 'West',
      slug: 'west',
      parent: province,
      region: await make.region('WEST_OVERIJSSEL'),
    });
    twente = await make.table({ name: 'Twente', parent: province, region: await make.region('TWENTE') });
    secretary = await make.member(west, 'SECRETARY', { name: 'Sien' });
  });
  afterAll(() => app.close());

  it('lists the tables in the order of the line', async () => {
    const client = await graphClient(app, secretary);
    const { tables, table } = await client.run(
      '{ tables { edges { node { name level parent { name } region { code } } } } table(slug: "west") { name viewerCan { verb allowed } } }',
    );
    expect(tables.edges.map((edge: { node: { name: string } }) => edge.node.name)).toEqual([
      'Provincie',
      'West',
      'Twente',
    ]);
    expect(table).toEqual({
      name: 'West',
      viewerCan: expect.arrayContaining([{ verb: 'MANAGE_MEMBERS', allowed: true }]),
    });
  });

  it('lets the secretary give a seat, once for each key', async () => {
    const client = await graphClient(app, secretary);
    const newcomer = await make.person({ name: 'Nora' });
    const input = { tableId: id(west), personId: person(newcomer), role: 'PARTICIPANT' };
    const first = await client.run(addMember, { input, key: 'seat-of-nora' });
    expect(first.addMember.problems).toEqual([]);
    expect(first.addMember.table.members).toEqual([
      { person: { name: 'Sien' }, role: 'SECRETARY', mandate: false },
      { person: { name: 'Nora' }, role: 'PARTICIPANT', mandate: false },
    ]);
    expect(await client.run(addMember, { input, key: 'seat-of-nora' })).toEqual(first);
    const again = await client.run(addMember, { input });
    expect(again.addMember).toMatchObject({
      table: null,
      problems: [{ __typename: 'FieldProblem', code: 'ALREADY_MEMBER', path: ['input', 'personId'] }],
    });
    const reused = await client.answer(addMember, { input: { ...input, role: 'CHAIR' }, key: 'seat-of-nora' });
    expect(JSON.stringify(reused)).toContain('IDEMPOTENCY_KEY_REUSED');
  });

  it('refuses a participant, and names who may', async () => {
    const participant = await make.member(west, 'PARTICIPANT');
    const client = await graphClient(app, participant);
    const { errors } = await client.answer(addMember, {
      input: { tableId: id(west), personId: person(participant), role: 'CHAIR' },
    });
    expect(errors).toMatchObject([
      { message: 'Dat kan de secretaris van de tafel.', extensions: { code: 'FORBIDDEN', reason: 'SECRETARY_ONLY' } },
    ]);
  });

  it('answers a table that is not there and an id of nonsense alike', async () => {
    const client = await graphClient(app, secretary);
    for (const tableId of [`AccelerationTable_${secretary.id}`, 'x', `Person_${secretary.id}`]) {
      const { addMember: payload } = await client.run(addMember, {
        input: { tableId, personId: person(secretary), role: 'CHAIR' },
      });
      expect(payload.problems).toMatchObject([{ __typename: 'NotFoundProblem', code: 'UNKNOWN_TABLE' }]);
    }
  });

  it('tells the members, and those of the table above, what happens', async () => {
    const deputy = await make.member(province, 'CHAIR', { name: 'Gerda' });
    const client = await graphClient(app, secretary);
    const above = await graphClient(app, deputy);
    const { tableCursor } = await above.run('query ($id: ID!) { tableCursor(tableId: $id) }', { id: id(west) });
    const following = above.follow(tableEvents, { tableId: id(west), after: tableCursor });
    const guest = await make.person();
    await client.run(addMember, { input: { tableId: id(west), personId: person(guest), role: 'OBSERVER' } });
    const frame = await following.next();
    expect(frame.data.tableEvents).toMatchObject({
      __typename: 'StreamChange',
      event: {
        type: 'MEMBER_ADDED',
        actor: { name: 'Sien' },
        subjects: [
          { __typename: 'AccelerationTable', id: id(west) },
          { __typename: 'Person', id: person(guest) },
        ],
        changes: [{ field: 'role', after: 'OBSERVER' }],
      },
    });
    await client.run(removeMember, { input: { tableId: id(west), personId: person(guest) } });
    expect((await following.next()).data.tableEvents.event.type).toBe('MEMBER_REMOVED');
    following.stop();

    const resumed = above.follow(tableEvents, { tableId: id(west), after: frame.data.tableEvents.cursor });
    expect((await resumed.next()).data.tableEvents.event.type).toBe('MEMBER_REMOVED');
    await above.disconnect();
  });

  it('answers another table like one that does not exist', async () => {
    const stranger = await graphClient(app, await make.member(twente, 'SECRETARY'));
    const absent = `AccelerationTable_${secretary.id}`;
    const answers = [];
    for (const tableId of [id(west), absent, 'nonsense']) {
      const following = stranger.follow(tableEvents, { tableId });
      answers.push(await following.next());
      await following.ended;
      expect(await stranger.run('query ($id: ID!) { tableCursor(tableId: $id) }', { id: tableId })).toEqual({
        tableCursor: null,
      });
    }
    expect(answers[0]).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    await stranger.disconnect();
  });

  it('sends no frame once the seat is gone', async () => {
    const leaver = await make.member(west, 'PARTICIPANT');
    const client = await graphClient(app, secretary);
    const { tableCursor: after } = await client.run('query ($id: ID!) { tableCursor(tableId: $id) }', { id: id(west) });
    const following = (await graphClient(app, leaver)).follow(tableEvents, { tableId: id(west), after });
    const seat = async () =>
      client.run(addMember, {
        input: { tableId: id(west), personId: person(await make.person()), role: 'PARTICIPANT' },
      });
    await seat();
    expect((await following.next(20_000)).data.tableEvents.event.type).toBe('MEMBER_ADDED');

    await make.unseat(west, leaver);
    await seat();
    const last = await following.next();
    expect(last).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    await following.ended;
    expect(following.waiting()).toBe(0);
  });

  it('reads a list with its people in a constant number of statements', async () => {
    const client = await graphClient(app, secretary);
    const query =
      '{ tables { edges { node { name parent { name } region { name } members { person { name organisation { name } } } } } } }';
    await client.run(query);
    app.takeStatements();
    await client.run(query);
    const few = app.takeStatements().length;
    for (let count = 0; count < 8; count++) await make.member(await make.table({ parent: west }), 'CHAIR');
    app.takeStatements();
    await client.run(query);
    expect(app.takeStatements().length).toBe(few);
  });
});
