import { type GraphClient, clientWithCookie, cookieFrom } from '@versnellingstafel/server/testing/graph-client';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptOf } from './attempt.ts';
import { Crawler, type Shown, idsIn, sentencesIn } from './crawler.ts';
import { type Insight, openNodes, openQueries, ownMutations, mayRead, requiredArguments } from './open-to-all.ts';

/** Between them these see what there is: both regions, every level, drafts, land positions. */
const insiders = [
  'Secretaris tafel West',
  'Secretaris tafel Twente',
  'Secretaris lokale tafel Zwolle',
  'Provinciaal coördinator',
  'Secretaris landelijke tafel',
  'Projectleider Zwartewaterland',
  'Adviseur omgevingsrecht',
];

describe('a signed-in stranger', () => {
  let app: TestApp;
  let crawler: Crawler;
  let insight: Insight;
  let stranger: GraphClient;
  const people = new Map<string, GraphClient>();
  /** Everything in the region, as those who see most of it saw it. */
  const all = new Map<string, Shown>();
  let open: string[];
  let hidden: string[];
  let secrets: string[];

  const as = async (name: string): Promise<GraphClient> => {
    const nobody = clientWithCookie(app, '');
    const { personas } = await nobody.run('{ personas { id name } }');
    const id = personas.find((persona: { name: string }) => persona.name === name)?.id;
    const answer = await nobody.answer(
      'mutation ($id: ID!) { signInAsPersona(personaId: $id) { problems { code } } }',
      { id },
    );
    return clientWithCookie(app, cookieFrom(answer.headers));
  };
  const askRoot = (client: GraphClient, field: string, args = '') =>
    client.answer(`{ ${field}${args} ${crawler.selectionOf('Query', field)} }`);
  const write = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } problems { code } } }';
  const writeNote = async (title: string, confidentiality: string): Promise<string> => {
    const input = { title, summary: `${title}: een samenvatting.`, themeCodes: ['GROND'], confidentiality };
    const { writeNote: written } = await people.get('Secretaris tafel West')!.run(write, { input });
    expect(written.problems).toEqual([]);
    return written.note.id;
  };
  /** Answers of every root field with each of its reviewed arguments. */
  const askEverything = async (client: GraphClient): Promise<unknown[]> => {
    const answers: unknown[] = [];
    for (const field of crawler.rootFields('Query').filter((name) => name !== 'node'))
      for (const args of requiredArguments(field, insight)) answers.push((await askRoot(client, field, args)).data);
    return answers;
  };

  beforeAll(async () => {
    app = await testApp({ demoRegion: true });
    crawler = new Crawler(app.app.schema);
    insight = { all };
    for (const name of insiders) people.set(name, await as(name));
    for (const confidentiality of ['REGIONAL', 'CONFIDENTIAL'])
      await writeNote(`Grondprijs niet noemen, ${confidentiality.toLowerCase()}`, confidentiality);
    for (const client of people.values()) {
      const found = await crawler.walk(client, await askEverything(client));
      for (const [id, shown] of found) if (!all.has(id) || Object.keys(shown.data).length > 0) all.set(id, shown);
    }
    stranger = await as('Lezer zonder tafel');
    open = [...all.keys()].filter((id) => mayRead(id, insight));
    hidden = [...all.keys()].filter((id) => !mayRead(id, insight));
    const known = [...sentencesIn(open.map((id) => all.get(id)))].join('\n');
    secrets = [...sentencesIn(hidden.map((id) => all.get(id)?.data))].filter((text) => !known.includes(text));
  });
  afterAll(() => app.close());

  it('meets a schema of which every root field and every type of node has been reviewed', () => {
    expect(crawler.rootFields('Query')).toEqual(Object.keys(openQueries).toSorted());
    expect(crawler.nodeTypes()).toEqual(Object.keys(openNodes).toSorted());
    expect(crawler.rootFields('Subscription')).toEqual([
      'bottleneckPresence',
      'inboxEvents',
      'knowledgeEvents',
      'meetingEvents',
      'meetingPresence',
      'noteWriters',
      'tableEvents',
    ]);
  });

  it('has enough to be kept from for this to mean something', () => {
    const types = new Set(hidden.map((id) => all.get(id)?.type));
    for (const type of ['Bottleneck', 'KnowledgeNote', 'Application', 'Meeting', 'AgendaItem', 'Event', 'InboxItem'])
      expect(types, type).toContain(type);
    expect(hidden.length).toBeGreaterThan(100);
    expect(secrets.length).toBeGreaterThan(100);
  });

  it('is shown a node by its id where the list says so, and nowhere else', async () => {
    const shown = await crawler.ask(stranger, [...all.keys()]);
    expect([...shown.keys()].toSorted()).toEqual(open.toSorted());
  });

  it('is answered about what is not theirs as about what is not there', async () => {
    for (const type of crawler.nodeTypes()) {
      const id = hidden.find((each) => all.get(each)?.type === type);
      if (!id) continue;
      const absent = `${type}_00000000-0000-7000-8000-000000000000`;
      const query = 'query ($id: ID!) { node(id: $id) { id } }';
      const [one, other] = [await stranger.answer(query, { id }), await stranger.answer(query, { id: absent })];
      expect({ status: one.status, data: one.data, errors: one.errors }).toEqual({
        status: other.status,
        data: other.data,
        errors: other.errors,
      });
    }
  });

  it('reaches nothing else by any way through the schema, in no text and no id', async () => {
    const answers = await askEverything(stranger);
    const reached = await crawler.walk(stranger, answers);
    expect([...reached.keys()].filter((id) => !mayRead(id, insight))).toEqual([]);
    const text = JSON.stringify([answers, [...reached.values()]]);
    expect(secrets.filter((secret) => text.includes(JSON.stringify(secret).slice(1, -1)))).toEqual([]);
  });

  it('counts only what they may read', async () => {
    const cases = open.map((id) => all.get(id)!).filter(({ type }) => type === 'Bottleneck');
    const notes = open.filter((id) => all.get(id)?.type === 'KnowledgeNote');
    const { bottlenecks, bottleneckFacets, noteList } = await stranger.run(
      `{ bottlenecks { totalCount } bottleneckFacets { states { value count } municipalities { count } } noteList: notes { totalCount } }`,
    );
    const total = (facets: { count: number }[]) => facets.reduce((sum, { count }) => sum + count, 0);
    expect(bottlenecks.totalCount).toBe(cases.length);
    expect(total(bottleneckFacets.states)).toBe(cases.length);
    expect(total(bottleneckFacets.municipalities)).toBe(cases.length);
    expect(noteList.totalCount).toBe(notes.length);
    const isOpen = (state: unknown) => !['RESOLVED', 'REFERRED', 'WITHDRAWN'].includes(String(state));
    const { projects } = await stranger.run(
      '{ projects(first: 100) { edges { node { id openBottleneckCount homesWaiting } } } }',
    );
    for (const { node } of projects.edges) {
      const impacts = cases
        .filter(({ data }) => isOpen(data['state']))
        .filter(({ data }) => idsIn(data['projects']).has(node.id));
      expect([node.id, node.openBottleneckCount]).toEqual([node.id, impacts.length]);
      if (impacts.length === 0) expect([node.id, node.homesWaiting]).toEqual([node.id, 0]);
    }
  });

  it('finds nothing by searching for its very words, and no count or hint that it is there', async () => {
    const search =
      'query ($query: String!) { search(query: $query, first: 50) { totalCount suggestion kindCounts { count } edges { node { target { ... on Bottleneck { id } ... on KnowledgeNote { id } } } } } similar(text: $query) { bottlenecks { bottleneck { id } } notes { note { id } } } }';
    for (const id of hidden) {
      const { type, data } = all.get(id)!;
      if (type !== 'Bottleneck' && type !== 'KnowledgeNote') continue;
      for (const query of [data['title'], data['number'] ?? data['slug']].map(String)) {
        const answer = await stranger.run(search, { query });
        expect(
          [...idsIn(answer)].filter((found) => !mayRead(found, insight)),
          query,
        ).toEqual([]);
        expect(answer.search.edges.length, query).toBe(answer.search.totalCount);
        const counted = answer.search.kindCounts.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
        expect(counted, query).toBe(answer.search.totalCount);
      }
    }
  });

  it('does not know of a filter or an order that gives it away', async () => {
    const tables = [...all].filter(([, { type }]) => type === 'AccelerationTable').map(([id]) => id);
    const filters = [
      ...tables.map((tableId) => ({ tableId })),
      { confidentiality: ['REGIONAL', 'CONFIDENTIAL'] },
      { states: ['DRAFT'] },
      { mine: true },
      { overdue: true },
    ];
    for (const filter of filters) {
      const data = await stranger.run(
        'query ($filter: BottleneckFilter) { bottlenecks(filter: $filter) { totalCount homesWaiting edges { node { id } } } bottleneckFacets(filter: $filter) { states { count } } }',
        { filter },
      );
      expect([...idsIn(data)].filter((id) => !mayRead(id, insight))).toEqual([]);
      expect(data.bottlenecks.totalCount).toBe(data.bottlenecks.edges.length);
    }
  });

  it('follows no meeting, and does not see who does', async () => {
    const meetings = [...all].filter(([, { type }]) => type === 'Meeting').map(([id]) => id);
    for (const meetingId of meetings.slice(0, 5))
      for (const field of ['meetingEvents', 'meetingPresence']) {
        const frames = crawler.selectionOf('Subscription', field);
        const refused = stranger.follow(
          `subscription ($meetingId: ID!) { ${field}(meetingId: $meetingId) ${frames} }`,
          { meetingId },
        );
        expect((await refused.next()).errors?.[0]?.extensions.code, field).toBe('NOT_FOUND');
      }
    expect(meetings.length).toBeGreaterThan(2);
  });

  it('follows no table, and hears nothing of what they may not read', async () => {
    const frames = (name: string) => crawler.selectionOf('Subscription', name);
    const tables = [...all].filter(([, { type }]) => type === 'AccelerationTable').map(([id]) => id);
    for (const tableId of tables) {
      expect(await stranger.run('query ($tableId: ID!) { tableCursor(tableId: $tableId) }', { tableId })).toEqual({
        tableCursor: null,
      });
      const refused = stranger.follow(
        `subscription ($tableId: ID!) { tableEvents(tableId: $tableId) ${frames('tableEvents')} }`,
        { tableId },
      );
      expect((await refused.next()).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const { knowledgeCursor, inboxCursor } = await stranger.run('{ knowledgeCursor inboxCursor }');
    const after = (field: string) => `subscription ($after: String) { ${field}(after: $after) ${frames(field)} }`;
    const knowledge = stranger.follow(after('knowledgeEvents'), { after: knowledgeCursor });
    const inbox = stranger.follow(after('inboxEvents'), { after: inboxCursor });
    await writeNote('Alleen voor ingewijden', 'CONFIDENTIAL');
    await writeNote('Alleen voor ingewijden van West', 'REGIONAL');
    const forAll = await writeNote('Voor iedereen', 'PUBLIC');
    // Streams are in order: what comes first was not held back, and the two before it were.
    const { data: frame } = await knowledge.next();
    const told = [...(await crawler.ask(stranger, [...idsIn(frame)])).values()];
    expect(idsIn(told)).toContain(forAll);
    expect(JSON.stringify([frame, told])).not.toContain('ingewijden');
    expect(knowledge.waiting()).toBe(0);
    expect(inbox.waiting()).toBe(0);
    knowledge.stop();
    inbox.stop();
    await stranger.disconnect();
  });

  const idOf = (type: string) => [...all].find(([, shown]) => shown.type === type)?.[0];
  const hiddenOf = (type: string) => hidden.find((id) => all.get(id)?.type === type);
  /** What the stranger is told, with ids left out so that answers compare. */
  const tryTo = async (name: string, choose: (type: string) => string | undefined) => {
    const { text, ids } = attemptOf(app.app.schema, name, choose);
    const { status, data, errors } = await stranger.answer(text);
    const problems: unknown[] = data?.[name]?.problems ?? [];
    const told = errors.map(({ message, extensions }) => [extensions.code, message]);
    const said = ids.reduce((plain, id) => plain.replaceAll(id, '…'), JSON.stringify({ status, problems, told }));
    return { refused: problems.length > 0 || errors.length > 0, said };
  };

  it('changes nothing that is not theirs, and is told no more than about what is not there', async () => {
    const event = 'select count(*)::int as count from event';
    const count = async () => (await app.platform.database.fork().execute<{ count: number }[]>(event))[0]?.count;
    const before = await count();
    for (const name of crawler.rootFields('Mutation').filter((field) => !ownMutations.includes(field))) {
      // What they cannot see first; what all can see where there is nothing else of the type.
      const theirs = await tryTo(name, (type) => hiddenOf(type) ?? idOf(type));
      const absent = await tryTo(name, (type) => (hiddenOf(type) ? undefined : idOf(type)));
      expect([name, theirs.refused]).toEqual([name, true]);
      expect([name, theirs.said]).toEqual([name, absent.said]);
    }
    expect(await count()).toBe(before);
  });
});
