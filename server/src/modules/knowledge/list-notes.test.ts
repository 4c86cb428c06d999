import { addDays } from '@versnellingstafel/shared/dates/local-date';
import { noteStatuses, validities, validityOf } from '@versnellingstafel/shared/knowledge/validity';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Factories, type Made, type MadePerson } from '../../../testing/factories.ts';
import { type GraphClient, graphClient } from '../../../testing/graph-client.ts';
import { makeNote, makeTheme } from '../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

const listing = `query ($filter: KnowledgeNoteFilter, $orderBy: KnowledgeNoteOrder = TITLE, $first: Int = 50, $after: String) {
  notes(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { id title validity status reviewBy updatedAt author { name } themes { code } } } } }`;

const today = '2026-11-23';
let app: TestApp;
let make: Factories;
let author: MadePerson;
let other: MadePerson;
let stikstof: Made;
let reader: GraphClient;
let west: Made;

beforeAll(async () => {
  app = await testApp({ now: new Date(`${today}T10:00:00Z`) });
  make = new Factories(app);
  west = await make.region('WEST_OVERIJSSEL');
  author = await make.person({ name: 'Auteur' });
  other = await make.person({ name: 'Ander' });
  stikstof = await makeTheme(make, 'STIKSTOF');
  reader = await graphClient(app, await make.person());
  let n = 0;
  for (const status of noteStatuses) {
    for (const left of [-1, 0, 30, 31]) {
      n += 1;
      const updatedAt = new Date(Date.UTC(2026, 9, 1 + (n % 7), 12));
      await makeNote(app, make, {
        author: n % 2 ? author : other,
        title: `Notitie ${String(n).padStart(2, '0')}`,
        status,
        reviewBy: addDays(today, left),
        updatedAt,
        themes: n % 3 ? [] : [stikstof],
      });
    }
  }
  await makeNote(app, make, {
    author,
    title: 'Alleen voor West',
    confidentiality: 'REGIONAL',
    region: west,
    summary: 'Procent: 100% en_streep',
  });
  await makeNote(app, make, { author, title: 'Vertrouwelijk stuk', confidentiality: 'CONFIDENTIAL' });
});
afterAll(() => app.close());

type Edge = {
  cursor: string;
  node: { title: string; validity: string; status: string; reviewBy: string; updatedAt: string };
};
const list = (variables: object = {}, client = reader) =>
  client.run(listing, { ...variables }).then((data) => data.notes);
const titles = (page: { edges: Edge[] }) => page.edges.map((edge) => edge.node.title);

describe('who sees which notes', () => {
  const hidden = ['Alleen voor West', 'Vertrouwelijk stuk'];
  const seenBy = async (client: GraphClient) =>
    titles(await list({ filter: { text: 'st' } }, client)).filter((title) => hidden.includes(title));

  test('a reader without a table: the public ones, also in the count', async () => {
    const page = await list();
    expect(page.totalCount).toBe(12);
    expect(titles(page)).toHaveLength(12);
    expect(await seenBy(reader)).toEqual([]);
  });
  test('a member of a table of the region: the regional ones too', async () => {
    const member = await graphClient(app, await make.member(await make.table({ region: west }), 'OBSERVER'));
    expect(await seenBy(member)).toEqual(['Alleen voor West']);
    expect((await list({}, member)).totalCount).toBe(13);
  });
  test('a validator: the confidential ones too', async () => {
    expect(await seenBy(await graphClient(app, await make.person({ roles: ['VALIDATOR'] })))).toEqual([
      'Vertrouwelijk stuk',
    ]);
  });
  test('a knowledge editor does not, unless they wrote it', async () => {
    expect(await seenBy(await graphClient(app, await make.person({ roles: ['KNOWLEDGE_EDITOR'] })))).toEqual([]);
  });
  test('the author: all of their own', async () => {
    expect(await seenBy(await graphClient(app, author))).toEqual(hidden);
  });
  test('not there and not yours are the same answer, by address and by id', async () => {
    const [row] = await app.database
      .fork()
      .execute<{ id: string; slug: string }[]>(
        `select id, slug from knowledge_note where title = 'Vertrouwelijk stuk'`,
      );
    const asking = 'query ($slug: String!, $id: ID!) { note(slug: $slug) { id } node(id: $id) { id } }';
    const theirs = await reader.run(asking, { slug: row?.slug, id: globalId('KnowledgeNote', String(row?.id)) });
    expect(theirs).toEqual(
      await reader.run(asking, { slug: 'bestaat-niet', id: globalId('KnowledgeNote', crypto.randomUUID()) }),
    );
    expect(await reader.run('query ($slug: String!) { note(slug: $slug) { id } }', { slug: `' or 1=1 --` })).toEqual({
      note: null,
    });
  });
  test('nobody without a session', async () => {
    expect((await (await graphClient(app, null)).answer(listing)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('filtering', () => {
  test.each(validities)('%s in the list is what each note says of itself', async (validity) => {
    const page = await list({ filter: { validity: [validity] } });
    expect(page.edges.length).toBeGreaterThan(0);
    for (const { node } of page.edges as Edge[]) {
      expect(node.validity).toBe(validity);
      expect(validityOf({ status: node.status as 'DRAFT', reviewBy: node.reviewBy }, today)).toBe(validity);
    }
  });
  test('the three together are all, the archived ones included; none is none', async () => {
    expect((await list({ filter: { validity: validities } })).totalCount).toBe(16);
    expect((await list({ filter: { validity: [] } })).totalCount).toBe(0);
  });
  test('by theme and by author', async () => {
    const page = await list({
      filter: { themeCodes: ['STIKSTOF', 'BESTAAT-NIET'], authorId: globalId('Person', author.id) },
    });
    expect(page.edges.length).toBeGreaterThan(0);
    for (const { node } of page.edges)
      expect(node).toMatchObject({ author: { name: 'Auteur' }, themes: [{ code: 'STIKSTOF' }] });
    expect((await list({ filter: { themeCodes: [] } })).totalCount).toBe(0);
    expect((await list({ filter: { authorId: 'onzin' } })).totalCount).toBe(0);
  });
  test('by words that all must stand there, as they are typed', async () => {
    const client = await graphClient(app, author);
    expect(titles(await list({ filter: { text: 'WEST 100%' } }, client))).toEqual(['Alleen voor West']);
    expect(titles(await list({ filter: { text: 'en_streep' } }, client))).toEqual(['Alleen voor West']);
    expect(titles(await list({ filter: { text: 'enxstreep' } }, client))).toEqual([]);
    expect(titles(await list({ filter: { text: 'west stikstof' } }, client))).toEqual([]);
    expect(titles(await list({ filter: { text: `'); drop table` } }, client))).toEqual([]);
  });
});

describe('ordering and pages', () => {
  const all = async (orderBy: string) => {
    const edges: Edge[] = [];
    let after: string | null = null;
    do {
      const page: { edges: Edge[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await list({
        orderBy,
        first: 5,
        after,
        filter: { validity: validities },
      });
      edges.push(...page.edges);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    return edges.map((edge) => edge.node);
  };
  test.each(['TITLE', 'UPDATED_DESC', 'REVIEW_BY'])('%s: every note once, in order', async (orderBy) => {
    const nodes = await all(orderBy);
    expect(new Set(nodes.map((node) => node.title)).size).toBe(16);
    const keys = nodes.map((node) =>
      orderBy === 'TITLE' ? node.title : orderBy === 'REVIEW_BY' ? node.reviewBy : node.updatedAt,
    );
    expect(keys).toEqual(orderBy === 'UPDATED_DESC' ? keys.toSorted().toReversed() : keys.toSorted());
  });
  test.each([0, 101, -1])('first: %i is refused', async (first) => {
    expect((await reader.answer(listing, { first })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
  test('a cursor of another filter, or of another person, is refused', async () => {
    const { pageInfo } = await list({ first: 2 });
    expect(
      (await reader.answer(listing, { after: pageInfo.endCursor, filter: { text: 'x' } })).errors[0]?.extensions.code,
    ).toBe('BAD_CURSOR');
    expect(
      (await (await graphClient(app, author)).answer(listing, { after: pageInfo.endCursor })).errors[0]?.extensions
        .code,
    ).toBe('BAD_CURSOR');
  });
  test('the number of statements does not grow with the page', async () => {
    const counted = async (first: number) => {
      app.takeStatements();
      await list({ first, filter: { validity: validities } });
      return app.takeStatements().filter((sql) => /knowledge_note|"theme"|"person"/.test(sql));
    };
    const many = await counted(16);
    expect(many).toHaveLength(5);
    expect(await counted(3)).toHaveLength(many.length);
  });
});
