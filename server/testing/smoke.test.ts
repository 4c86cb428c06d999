import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseKind } from '../src/platform/database/database.ts';
import { demoId } from './demo-region/demo-reference.ts';
import { clientWithCookie, cookieFrom, type Following, type GraphClient, graphClient } from './graph-client.ts';
import { type TestApp, testApp } from './test-app.ts';

const problems = 'problems { code message path }';
const onCase = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { bottleneck { id number version state heldBy { slug } lead { name } } ${problems} } }`;
const frames = `subscription ($id: ID!, $after: String) { tableEvents(tableId: $id, after: $after) { ... on StreamChange { event { type actor { name } subjects { ... on Bottleneck { number } } } } } }`;
const finding = `query ($query: String!) { search(query: $query, first: 10) { totalCount suggestion interpretations { from to }
  edges { node { reason title { text hit } target { ... on Bottleneck { number title } ... on KnowledgeNote { title } } } } } }`;
const globalId = (type: string, kind: string, key: string) => `${type}_${demoId(kind, key)}`;

interface Found {
  readonly suggestion: string | null;
  readonly interpretations: readonly { from: string; to: string }[];
  readonly hits: readonly Hit[];
}
interface Hit {
  readonly number?: string;
  readonly title: string;
}

describe.each<DatabaseKind>(['postgresql', 'pglite'])('The main job, on %s', (database) => {
  let app: TestApp;
  let leader: GraphClient;
  let secretary: GraphClient;
  let reader: GraphClient;
  let table: Following;
  let open: { id: string; number: string; version: number };
  let noteId: string;

  beforeAll(async () => {
    app = await testApp({ database, demoRegion: true, now: new Date('2026-11-25T09:00:00Z') });
    secretary = await signIn('secretary-west');
    leader = await signIn('lead-zwartewaterland');
    reader = await signIn('policy-ommen');
  });
  afterAll(async () => {
    table?.stop();
    await secretary?.disconnect();
    await app.close();
  });

  /** As people do in the demo: they choose who they are. */
  async function signIn(key: string): Promise<GraphClient> {
    const anonymous = await graphClient(app, null);
    const answer = await anonymous.answer(
      'mutation ($id: ID!) { signInAsPersona(personaId: $id) { problems { code } } }',
      {
        id: globalId('Person', 'person', key),
      },
    );
    expect(answer.data.signInAsPersona.problems).toEqual([]);
    return clientWithCookie(app, cookieFrom(answer.headers));
  }

  async function step(client: GraphClient, name: string, type: string, rest: object): Promise<void> {
    const input = { bottleneckId: open.id, expectedVersion: open.version, ...rest };
    const payload = (await client.run(onCase(name, type), { input }))[name];
    expect([name, payload.problems]).toEqual([name, []]);
    open = payload.bottleneck;
  }

  const heard = async () => {
    const { data } = await table.next();
    const { type, actor, subjects } = data.tableEvents.event as {
      type: string;
      actor: { name: string };
      subjects: { number?: string }[];
    };
    return [type, actor.name, subjects.some(({ number }) => number === open.number)];
  };

  async function found(client: GraphClient, query: string): Promise<Found> {
    const { search } = await client.run(finding, { query });
    return { ...search, hits: search.edges.map(({ node }: { node: { target: Hit } }) => node.target) as Hit[] };
  }

  it('somebody logs a bottleneck, and the table hears of it', async () => {
    const id = globalId('AccelerationTable', 'table', 'west');
    const { tableCursor } = await secretary.run('query ($id: ID!) { tableCursor(tableId: $id) }', { id });
    table = secretary.follow(frames, { id, after: tableCursor });
    const input = {
      title: 'Trafohuisje past niet in het stedenbouwkundig plan',
      projects: [{ projectId: globalId('Project', 'project', 'D13'), homesBlocked: 40 }],
      themeCodes: ['NETCONGESTIE'],
      description: 'Het middenspanningsstation vraagt meer ruimte dan er op de kavel is.',
    };
    const { similar } = await leader.run('query ($text: String!) { similar(text: $text) { themeCode } }', {
      text: input.title,
    });
    expect(similar).toHaveProperty('themeCode');
    const { logBottleneck } = await leader.run(onCase('logBottleneck', 'LogBottleneckInput'), { input });
    expect(logBottleneck.problems).toEqual([]);
    open = logBottleneck.bottleneck;
    expect(open).toMatchObject({ state: 'SUBMITTED', heldBy: { slug: 'west-overijssel' } });
    expect(await heard()).toEqual(['BOTTLENECK_LOGGED', 'Projectleider Zwartewaterland', true]);
  });

  it('the secretary takes it in, and it is in the inbox of who logged it', async () => {
    const { inbox } = await secretary.run('{ inbox(first: 1) { edges { node { reason event { type } } } } }');
    expect(inbox.edges[0].node).toEqual({ reason: 'SECRETARY', event: { type: 'BOTTLENECK_LOGGED' } });
    await step(secretary, 'triageBottleneck', 'TriageBottleneckInput', {
      remark: 'Compleet',
      constructionStart: '2028-03-01',
    });
    expect(await heard()).toEqual(['BOTTLENECK_TRIAGED', 'Secretaris tafel West', true]);
    await app.platform.streams.drain();
    const mine = await leader.run('{ inbox(first: 1) { edges { node { event { type remark } } } } }');
    expect(mine.inbox.edges[0].node.event).toEqual({ type: 'BOTTLENECK_TRIAGED', remark: 'Compleet' });
  });

  it('the case is put on the next agenda and gets a lead', async () => {
    await step(secretary, 'scheduleBottleneck', 'ScheduleBottleneckInput', {
      minutes: 20,
      purpose: 'DECIDE',
      ask: 'Wijs een plek aan.',
    });
    expect((await heard())[2]).toBe(true);
    const { table: west } = await secretary.run(
      '{ table(slug: "west-overijssel") { nextMeeting { unpublishedChanges items { minutes subjects { ... on Bottleneck { number } } } } } }',
    );
    expect(west.nextMeeting.items).toContainEqual({ minutes: 20, subjects: [{ number: open.number }] });
    await step(secretary, 'assignBottleneck', 'AssignBottleneckInput', {
      leadId: globalId('Person', 'person', 'water-adviser'),
      nextStep: 'Schets met twee kavels',
    });
    expect(open).toMatchObject({ state: 'SCHEDULED', lead: { name: 'Adviseur waterschap' } });
  });

  it('the case is resolved with a note that is written there and then', async () => {
    await step(secretary, 'startBottleneck', 'BottleneckVersionInput', {});
    await step(secretary, 'resolveBottleneck', 'ResolveBottleneckInput', {
      resolution: 'Het station staat in de parkeergarage.',
      newNote: {
        title: 'Een trafohuisje in de parkeergarage',
        summary: 'Spreek in de schetsfase een inpandig middenspanningsstation af.',
        themeCodes: ['NETCONGESTIE'],
      },
      openToAll: true,
    });
    const { bottleneck } = await leader.run(
      'query ($number: String!) { bottleneck(number: $number) { state notes { id title } timeline { edges { node { type } } } } }',
      { number: open.number },
    );
    expect(bottleneck.state).toBe('RESOLVED');
    expect(bottleneck.notes).toMatchObject([{ title: 'Een trafohuisje in de parkeergarage' }]);
    noteId = bottleneck.notes[0].id;
    const types = bottleneck.timeline.edges.map(({ node }: { node: { type: string } }) => node.type) as string[];
    expect(types.toReversed().filter((type) => type.startsWith('BOTTLENECK_'))).toEqual([
      'BOTTLENECK_LOGGED',
      'BOTTLENECK_TRIAGED',
      'BOTTLENECK_SCHEDULED',
      'BOTTLENECK_ASSIGNED',
      'BOTTLENECK_STARTED',
      'BOTTLENECK_RESOLVED',
    ]);
  });

  it('another municipality finds it, and uses it', async () => {
    await app.platform.streams.drain();
    const { hits } = await found(reader, 'trafohuisje garage');
    expect(hits).toContainEqual({ title: 'Een trafohuisje in de parkeergarage' });
    expect(hits.map(({ number }) => number)).toContain(open.number);
    const owner = await signIn('lead-kampen');
    const { bottleneck } = await owner.run('{ bottleneck(number: "KP-2026-006") { id } }');
    const apply = `mutation ($input: ApplyNoteInput!) { applyNote(input: $input) { note { reuse { worked partly failed notYet } } bottleneck { notes { title } } ${problems} } }`;
    const { applyNote } = await owner.run(apply, {
      input: { noteId, bottleneckId: bottleneck.id, result: 'PARTLY', conditions: 'Mits de garage er komt.' },
    });
    expect(applyNote).toMatchObject({ problems: [], note: { reuse: { worked: 1, partly: 1, failed: 0, notYet: 0 } } });
    expect(applyNote.bottleneck.notes).toContainEqual({ title: 'Een trafohuisje in de parkeergarage' });
  });

  it('questions are answered as people ask them', async () => {
    const part = await found(reader, 'depositie');
    expect(part.hits.map(({ title }) => title).join()).toMatch(/stikstof|AERIUS|salderen/i);
    const misspelt = await found(reader, 'soortenmangementplan');
    expect(misspelt.hits[0]?.title).toMatch(/^Soortenmanagementplan/);
    expect(misspelt.suggestion).toMatch(/soortenmanagementplan/i);
    const village = await found(reader, 'Hasselt');
    expect(village.interpretations).toContainEqual({ from: 'Hasselt', to: 'Zwartewaterland' });
    expect(village.hits.map(({ number }) => number)).toContain('KP-2026-013');
    const ruling = await found(reader, '4923');
    expect(ruling.hits[0]?.title).toMatch(/^Intern salderen/);
  });
});
