import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { changeAgenda, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { PaperStory } from '../../../../testing/paper-story.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let story: PaperStory;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  story = await PaperStory.begin(app, cast);
});
afterAll(() => app.close());

describe('reading a paper', () => {
  test('has the rights of its item, and is sent so that nothing in it runs', async () => {
    const open = await story.added({ title: 'Nota', fileId: await story.uploaded('secretary', 'Nota “€”.pdf') });
    const text = await story.added({
      title: 'Tekst',
      fileId: await story.uploaded('secretary', 'tekst.txt', '<b>tekst</b>'),
    });
    const closed = await story.added({
      itemId: story.closedItem,
      title: 'Prijzen',
      fileId: await story.uploaded('secretary', 'prijs.txt', '9'),
    });
    expect(await story.statusFor('participant', open.url)).toBe(404);
    await story.publish();
    const seenBy: [Part | null, number, number][] = [
      ['chair', 200, 200],
      ['observer', 200, 404],
      ['market', 200, 404],
      ['provincialChair', 200, 404],
      ['twente', 404, 404],
      ['stranger', 404, 404],
      [null, 404, 404],
    ];
    for (const [part, first, second] of seenBy)
      expect([part, await story.statusFor(part, open.url), await story.statusFor(part, closed.url)]).toEqual([
        part,
        first,
        second,
      ]);
    expect(await story.titlesFor('market')).toEqual([['Nota', 'Tekst'], []]);
    expect(
      (await cast.as('market').run('query ($id: ID!) { node(id: $id) { id } }', { id: closed.id })).node,
    ).toBeNull();

    const { headers } = await story.get('chair', open.url);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="Nota .pdf"; filename*=UTF-8''Nota%20%E2%80%9C%E2%82%AC%E2%80%9D.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
    });
    const plain = await story.get('chair', text.url);
    expect([plain.headers.get('content-disposition'), await plain.text()]).toEqual([
      expect.stringMatching(/^attachment; filename="tekst.txt"/),
      '<b>tekst</b>',
    ]);
    const head = await story.get('chair', text.url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '12', '']);
  });

  test('of what is not there answers alike, whatever is asked', async () => {
    const link = await story.added({ title: 'Kaart', url: 'https://example.org' });
    const paths = [
      `/papers/${crypto.randomUUID()}/nota.pdf`,
      `/papers/${link.id.replace('Paper_', '')}/kaart`,
      '/papers/..%2f..%2fetc%2fpasswd',
      '/papers/x',
      `/papers/meetings/${crypto.randomUUID()}.pdf`,
      `/papers/meetings/${story.meeting.id}/x.pdf`,
    ];
    const answers = await Promise.all(paths.map(async (path) => (await story.get('secretary', path)).text()));
    expect(new Set(answers).size).toBe(1);
    expect(await Promise.all(paths.map((path) => story.statusFor('secretary', path)))).toEqual(paths.map(() => 404));
    const post = await story.get('secretary', `/papers/meetings/${story.meeting.id}.pdf`, { method: 'POST' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('an item that goes on with an earlier one', () => {
  test('brings its papers along, and those of a closed part only for who may see that', async () => {
    const paper = await story.added({
      title: 'Van toen',
      fileId: await story.uploaded('secretary', 'toen.txt', 'toen'),
    });
    const secret = await story.added({
      itemId: story.closedItem,
      title: 'Besloten toen',
      fileId: await story.uploaded('secretary', 'b.txt', 'geheim'),
    });
    const next = await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      startsAt: new Date('2027-01-10T12:30:00Z'),
    });
    const goesOn = await story.addItem('Stikstof, vervolg', {}, next);
    const opened = await story.addItem('Grondprijs, nu open', {}, next);
    for (const [later, earlier] of [
      [goesOn, story.item],
      [opened, story.closedItem],
    ])
      await app.platform.database
        .fork()
        .execute('update agenda_item set continues_id = ? where id = ?', [
          String(earlier).replace('AgendaItem_', ''),
          String(later).replace('AgendaItem_', ''),
        ]);
    await story.added({ itemId: goesOn, title: 'Van nu', url: 'https://example.org' });
    await story.publish(next);
    expect(await story.titlesFor('chair', next)).toEqual([['Van toen', 'Van nu'], ['Besloten toen']]);
    expect(await story.titlesFor('market', next)).toEqual([['Van toen', 'Van nu'], []]);
    // The first meeting was never published: it shows through the second alone.
    expect([await story.statusFor('market', paper.url), await story.statusFor('market', secret.url)]).toEqual([
      200, 404,
    ]);
    const { item: seen } = await cast
      .as('chair')
      .run(
        'query ($id: ID!) { item: node(id: $id) { ... on AgendaItem { papers { title viewerCan { allowed } } } } }',
        {
          id: goesOn,
        },
      );
    expect(seen.papers).toEqual([
      { title: 'Van toen', viewerCan: [{ allowed: false }] },
      { title: 'Van nu', viewerCan: [{ allowed: true }] },
    ]);
  });
});

test('a guest reads the papers of the item of the invitation, with those that it brought along, and no others', async () => {
  const secret = await story.added({
    itemId: story.closedItem,
    title: 'Besloten toen',
    fileId: await story.uploaded('secretary', 'b.txt', 'geheim'),
  });
  const next = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
  const goesOn = await story.addItem('Grondprijs, vervolg', { closedPart: true }, next);
  const other = await story.addItem('Iets anders', {}, next);
  const elsewhere = await story.added({
    itemId: other,
    title: 'Ander stuk',
    fileId: await story.uploaded('secretary', 'c.txt', 'ander'),
  });
  const own = await story.added({
    itemId: goesOn,
    title: 'Nu',
    fileId: await story.uploaded('secretary', 'd.txt', 'nu'),
  });
  const bare = (id: string) => id.replace('AgendaItem_', '');
  await app.platform.database
    .fork()
    .execute('update agenda_item set continues_id = ? where id = ?', [bare(story.closedItem), bare(goesOn)]);
  await cast.make.insert('agenda_guest', {
    meeting_id: next.id,
    agenda_item_id: bare(goesOn),
    person_id: cast.people.stranger.id,
    invited_at: app.platform.now(),
    invited_by_id: cast.people.secretary.id,
  });
  expect(await story.statusFor('stranger', own.url)).toBe(404);
  await story.publish(next);
  expect(await story.titlesFor('stranger', next)).toEqual([['Besloten toen', 'Nu']]);
  expect(await Promise.all([own, secret, elsewhere].map(({ url }) => story.statusFor('stranger', url)))).toEqual([
    200, 200, 404,
  ]);
  expect(
    await story.refusalOf('addPaper', { itemId: goesOn, title: 'Stuk', url: 'https://example.org' }, 'stranger'),
  ).toEqual(['FORBIDDEN', 'LEADERS_OR_PRESENTER_ONLY']);
});

test('an item taken off after publication keeps its papers for who still sees it', async () => {
  const paper = await story.added({ title: 'Nota', fileId: await story.uploaded('secretary', 'a.txt', 'nog even') });
  await story.publish();
  const { meeting: now } = await cast
    .as('secretary')
    .run('query ($id: ID!) { meeting(id: $id) { version } }', { id: story.meeting.globalId });
  await changeAgenda(cast.as('secretary'), 'removeAgendaItem', { itemId: story.item, expectedVersion: now.version });
  expect([await story.statusFor('market', paper.url), await story.statusFor('secretary', paper.url)]).toEqual([
    200, 404,
  ]);
  await story.publish();
  expect(await story.statusFor('market', paper.url)).toBe(404);
});

test('it is told at once to whom it shows, and to nobody else', async () => {
  await story.publish();
  const tableId = globalId('AccelerationTable', cast.west.id);
  const { tableCursor: after } = await cast
    .as('chair')
    .run('query ($tableId: ID!) { tableCursor(tableId: $tableId) }', { tableId });
  const follow = (part: Part) =>
    cast.as(part).follow(
      `subscription ($tableId: ID!, $after: String) { tableEvents(tableId: $tableId, after: $after) {
        ... on StreamChange { event { type changes { field before after } } } } }`,
      { tableId, after },
    );
  await story.added({ itemId: story.closedItem, title: 'Besloten', url: 'https://example.org' });
  const { id: paperId } = await story.added({ title: 'Open', url: 'https://example.org' });
  await story.run('removePaper', { paperId }, 'secretary');
  const told = async (part: Part, count: number) => {
    const following = follow(part);
    const heard = [];
    for (let n = 0; n < count; n += 1) heard.push((await following.next(20_000)).data?.tableEvents.event);
    following.stop();
    return heard;
  };
  const open = [
    { type: 'PAPER_ADDED', changes: [{ field: 'paper', before: null, after: 'Open' }] },
    { type: 'PAPER_REMOVED', changes: [{ field: 'paper', before: 'Open', after: null }] },
  ];
  const closed = { type: 'PAPER_ADDED', changes: [{ field: 'paper', before: null, after: 'Besloten' }] };
  expect(await told('chair', 3)).toEqual([closed, ...open]);
  expect(await told('market', 2)).toEqual(open);
});

test('papers of a whole agenda cost the same number of statements, however many there are', async () => {
  const query =
    'query ($id: ID!) { meeting(id: $id) { bundleUrl items { id viewerCan { verb } papers { id viewerCan { verb } addedBy { name } item { id } } } } }';
  const statements = async () => {
    app.takeStatements();
    await cast.as('chair').run(query, { id: story.meeting.globalId });
    return app.takeStatements().length;
  };
  await story.added({ title: 'Een', url: 'https://example.org' });
  const few = await statements();
  for (let n = 0; n < 8; n += 1) {
    const another = await story.addItem(`Punt ${n}`);
    await story.added({ itemId: another, title: 'Stuk', url: 'https://example.org' });
  }
  expect(await statements()).toBe(few);
});
