import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { pdfOf, upload } from '../../../../testing/file-samples.ts';
import { changeAgenda, type MadeMeeting, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;
let item: string;
let closedItem: string;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  meeting = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
  item = await addItem('Stikstof', { presenterId: globalId('Person', cast.people.participant.id) });
  closedItem = await addItem('Grondprijs', { closedPart: true });
});
afterAll(() => app.close());

const addItem = async (title: string, more: object = {}, on = meeting) =>
  (await changeAgenda(cast.as('secretary'), 'addAgendaItem', { meetingId: on.globalId, title, ...more })).item
    .id as string;
async function publish(on = meeting) {
  const { meeting: now } = await cast
    .as('secretary')
    .run('query ($id: ID!) { meeting(id: $id) { version } }', { id: on.globalId });
  await changeAgenda(cast.as('secretary'), 'publishAgenda', { meetingId: on.globalId, expectedVersion: now.version });
}

const paperFields =
  'id title isLink url fileName mediaType size pages addedAt addedBy { name } item { id } viewerCan { verb allowed reason }';
const answerFields = `paper { ${paperFields} } item { id papers { id title } } meeting { version unpublishedChanges } problems { code path }`;
const run = async (mutation: 'addPaper' | 'removePaper', input: object, part: Part) =>
  (
    await cast
      .as(part)
      .run(
        `mutation ($input: ${mutation === 'addPaper' ? 'AddPaperInput' : 'RemovePaperInput'}!) { ${mutation}(input: $input) { ${answerFields} } }`,
        { input },
      )
  )[mutation];
async function added(input: object, part: Part = 'secretary') {
  const answer = await run('addPaper', { itemId: item, ...input }, part);
  expect(answer.problems).toEqual([]);
  return answer.paper as { id: string; url: string; viewerCan: object[] };
}
async function uploaded(part: Part, name = 'nota.pdf', body: Uint8Array | string = '%PDF-1.7 proef') {
  return (await upload(app, cast.as(part).cookie, name, body)).file?.id ?? '';
}
const problemsOf = async (input: object, part: Part = 'secretary') =>
  (await run('addPaper', { itemId: item, title: 'Stuk', url: 'https://example.org/x', ...input }, part)).problems.map(
    (problem: { code: string; path: string[] }) => [problem.code, problem.path.join('.')],
  );
const refusalOf = async (mutation: 'addPaper' | 'removePaper', input: object, part: Part) => {
  const { errors } = await cast
    .as(part)
    .answer(
      `mutation ($input: ${mutation === 'addPaper' ? 'AddPaperInput' : 'RemovePaperInput'}!) { ${mutation}(input: $input) { problems { code } } }`,
      { input },
    );
  return errors[0] ? [errors[0].extensions.code, errors[0].extensions['reason']] : null;
};
const titlesFor = async (part: Part, on = meeting) =>
  ((
    await cast.as(part).run('query ($id: ID!) { meeting(id: $id) { items { papers { title } } } }', { id: on.globalId })
  ).meeting?.items.map((one: { papers: { title: string }[] }) => one.papers.map((paper) => paper.title)) ?? null) as
    | string[][]
    | null;
const get = (part: Part | null, path: string, init: RequestInit = {}) =>
  fetch(app.url + path, { ...init, headers: part ? { cookie: cast.as(part).cookie } : {} });
const statusFor = async (part: Part | null, path: string) => (await get(part, path)).status;

describe('adding a paper', () => {
  test('a file: it shows at once with the item, with what it is', async () => {
    const body = await pdfOf(2);
    const paper = await added({ title: 'Nota stikstof', fileId: await uploaded('secretary', 'Nota 1.pdf', body) });
    expect(paper).toMatchObject({
      title: 'Nota stikstof',
      isLink: false,
      url: `/papers/${paper.id.replace('Paper_', '')}/Nota%201.pdf`,
      fileName: 'Nota 1.pdf',
      mediaType: 'application/pdf',
      size: body.length,
      pages: 2,
      addedAt: '2026-11-23T10:00:00.000Z',
      addedBy: { name: 'Sien' },
      item: { id: item },
      viewerCan: [{ verb: 'REMOVE', allowed: true, reason: null }],
    });
    expect(await titlesFor('secretary')).toEqual([['Nota stikstof'], []]);
  });

  test('a link', async () => {
    expect(await added({ title: 'Kaart', url: ' https://kaart.example.org/a?b=c ' })).toMatchObject({
      isLink: true,
      url: 'https://kaart.example.org/a?b=c',
      fileName: null,
      size: null,
    });
  });

  test('who presents the item adds too, without making the secretary write anew', async () => {
    await publish();
    const before = await run('addPaper', { itemId: item, title: 'Eerste', url: 'https://a.example' }, 'participant');
    const after = await run(
      'addPaper',
      { itemId: item, title: 'Tweede', fileId: await uploaded('participant') },
      'participant',
    );
    expect(after.meeting.version).toBe(before.meeting.version);
    const { meeting: seen } = await cast
      .as('secretary')
      .run('query ($id: ID!) { meeting(id: $id) { unpublishedChanges } }', { id: meeting.globalId });
    expect(seen.unpublishedChanges).toBe(2);
  });

  test.each([
    ['both', { fileId: 'x' }, ['FILE_OR_LINK', 'input.url']],
    ['neither', { url: null }, ['FILE_OR_LINK', 'input.fileId']],
    ['no title', { title: ' ' }, ['REQUIRED', 'input.title']],
    ['a long title', { title: 'x'.repeat(201) }, ['TOO_LONG', 'input.title']],
    ['two lines', { title: 'een\ntwee' }, ['CONTROL_CHARACTERS', 'input.title']],
    ['http', { url: 'http://example.org' }, ['HTTPS_LINK_ONLY', 'input.url']],
    ['a script', { url: 'javascript:alert(1)' }, ['HTTPS_LINK_ONLY', 'input.url']],
    ['a name and password', { url: 'https://bank.nl@evil.example' }, ['HTTPS_LINK_ONLY', 'input.url']],
    ['a bare name', { url: 'https://localhost/x' }, ['HTTPS_LINK_ONLY', 'input.url']],
    ['no address', { url: 'gewoon tekst' }, ['HTTPS_LINK_ONLY', 'input.url']],
    ['a long address', { url: `https://example.org/${'x'.repeat(2_000)}` }, ['TOO_LONG', 'input.url']],
    ['an empty address', { url: '' }, ['REQUIRED', 'input.url']],
    ['no file', { url: null, fileId: crypto.randomUUID() }, ['UNKNOWN_FILE', 'input.fileId']],
    ['no id', { url: null, fileId: 'Paper_onzin' }, ['UNKNOWN_FILE', 'input.fileId']],
  ])('refuses %s', async (_what, input, problem) => {
    expect(await problemsOf(input)).toEqual([problem]);
  });

  test('refuses the file of somebody else, and one that is used already', async () => {
    const fileId = await uploaded('chair');
    expect(await problemsOf({ url: null, fileId })).toEqual([['UNKNOWN_FILE', 'input.fileId']]);
    const own = await uploaded('secretary');
    await added({ title: 'Stuk', fileId: own });
    expect(await problemsOf({ url: null, fileId: own })).toEqual([['UNKNOWN_FILE', 'input.fileId']]);
  });

  test('refuses more than anybody reads', async () => {
    for (let n = 0; n < 30; n += 1) await added({ title: `Stuk ${n}`, url: 'https://example.org' });
    expect(await problemsOf({})).toEqual([['TOO_MANY', 'input.itemId']]);
  });

  test('refuses who neither prepares the meeting nor presents the item', async () => {
    await publish();
    const input = { itemId: item, title: 'Stuk', url: 'https://example.org' };
    for (const part of ['observer', 'market', 'provincialChair'] as const)
      expect(await refusalOf('addPaper', input, part)).toEqual(['FORBIDDEN', 'LEADERS_OR_PRESENTER_ONLY']);
    const { item: seen } = await cast
      .as('observer')
      .run('query ($id: ID!) { item: node(id: $id) { ... on AgendaItem { viewerCan { verb allowed reason } } } }', {
        id: item,
      });
    expect(seen.viewerCan).toEqual([
      { verb: 'ADD_PAPER', allowed: false, reason: expect.stringContaining('inbrengt') },
    ]);
  });

  test('knows nothing of items that do not show', async () => {
    const notThere = [['NOT_FOUND', 'input.itemId']];
    // Not published yet, though this person presents it.
    expect(await problemsOf({}, 'participant')).toEqual(notThere);
    await publish();
    expect(await problemsOf({}, 'twente')).toEqual(notThere);
    expect(await problemsOf({}, 'stranger')).toEqual(notThere);
    expect(await problemsOf({ itemId: closedItem }, 'market')).toEqual(notThere);
    expect(await problemsOf({ itemId: globalId('AgendaItem', crypto.randomUUID()) })).toEqual(notThere);
    expect(await problemsOf({ itemId: meeting.globalId })).toEqual(notThere);
  });

  test('refuses once the meeting is over', async () => {
    await publish();
    await app.platform.database.fork().execute(`update meeting set state = 'CLOSED' where id = ?`, [meeting.id]);
    expect(await problemsOf({})).toEqual([['MEETING_OVER', 'input.itemId']]);
  });
});

describe('taking a paper away', () => {
  test('it is gone for all, its file with it, and can be put back as it was', async () => {
    const paper = await added({ title: 'Nota', fileId: await uploaded('secretary') });
    await publish();
    const gone = await run('removePaper', { paperId: paper.id }, 'chair');
    expect(gone).toMatchObject({ paper: null, item: { id: item, papers: [] }, problems: [] });
    expect(await statusFor('chair', paper.url)).toBe(404);
    expect(await added({ title: 'Anders', fileId: paper.id }, 'chair')).toMatchObject({
      id: paper.id,
      title: 'Nota',
      addedBy: { name: 'Sien' },
    });
    expect(await statusFor('chair', paper.url)).toBe(200);
  });

  test('after a day it is gone for good', async () => {
    const paper = await added({ title: 'Nota', fileId: await uploaded('secretary', 'a.txt', 'weg ermee') });
    await run('removePaper', { paperId: paper.id }, 'chair');
    const kept = await added({ title: 'Blijft', fileId: await uploaded('secretary', 'b.txt', 'blijft staan') });
    const later = new Date(app.platform.now().getTime() + 24 * 3_600_000 + 60_000);
    const now = app.platform.now();
    app.setNow(later);
    await app.platform.jobs.run('files');
    app.setNow(now);
    expect(await problemsOf({ url: null, fileId: paper.id })).toEqual([['UNKNOWN_FILE', 'input.fileId']]);
    expect(await (await get('secretary', kept.url)).text()).toBe('blijft staan');
  });

  test('twice, of nobody, or without the right is refused', async () => {
    const paper = await added({ title: 'Nota', url: 'https://example.org' });
    const codes = async (paperId: string, part: Part) =>
      (await run('removePaper', { paperId }, part)).problems.map((problem: { code: string }) => problem.code);
    expect(await codes(paper.id, 'participant')).toEqual(['NOT_FOUND']);
    await publish();
    expect(await refusalOf('removePaper', { paperId: paper.id }, 'observer')).toEqual([
      'FORBIDDEN',
      'LEADERS_OR_PRESENTER_ONLY',
    ]);
    expect(await codes(paper.id, 'twente')).toEqual(['NOT_FOUND']);
    expect(await codes(paper.id, 'participant')).toEqual([]);
    expect(await codes(paper.id, 'participant')).toEqual(['UNKNOWN_PAPER']);
    expect(await codes('Paper_onzin', 'chair')).toEqual(['UNKNOWN_PAPER']);
  });
});

describe('reading a paper', () => {
  test('has the rights of its item, and is sent so that nothing in it runs', async () => {
    const open = await added({ title: 'Nota', fileId: await uploaded('secretary', 'Nota “€”.pdf') });
    const text = await added({ title: 'Tekst', fileId: await uploaded('secretary', 'tekst.txt', '<b>tekst</b>') });
    const closed = await added({
      itemId: closedItem,
      title: 'Prijzen',
      fileId: await uploaded('secretary', 'prijs.txt', '9'),
    });
    expect(await statusFor('participant', open.url)).toBe(404);
    await publish();
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
      expect([part, await statusFor(part, open.url), await statusFor(part, closed.url)]).toEqual([part, first, second]);
    expect(await titlesFor('market')).toEqual([['Nota', 'Tekst'], []]);
    expect(
      (await cast.as('market').run('query ($id: ID!) { node(id: $id) { id } }', { id: closed.id })).node,
    ).toBeNull();

    const { headers } = await get('chair', open.url);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="Nota .pdf"; filename*=UTF-8''Nota%20%E2%80%9C%E2%82%AC%E2%80%9D.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
    });
    const plain = await get('chair', text.url);
    expect([plain.headers.get('content-disposition'), await plain.text()]).toEqual([
      expect.stringMatching(/^attachment; filename="tekst.txt"/),
      '<b>tekst</b>',
    ]);
    const head = await get('chair', text.url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '12', '']);
  });

  test('of what is not there answers alike, whatever is asked', async () => {
    const link = await added({ title: 'Kaart', url: 'https://example.org' });
    const paths = [
      `/papers/${crypto.randomUUID()}/nota.pdf`,
      `/papers/${link.id.replace('Paper_', '')}/kaart`,
      '/papers/..%2f..%2fetc%2fpasswd',
      '/papers/x',
      `/papers/meetings/${crypto.randomUUID()}.pdf`,
      `/papers/meetings/${meeting.id}/x.pdf`,
    ];
    const answers = await Promise.all(paths.map(async (path) => (await get('secretary', path)).text()));
    expect(new Set(answers).size).toBe(1);
    expect(await Promise.all(paths.map((path) => statusFor('secretary', path)))).toEqual(paths.map(() => 404));
    const post = await get('secretary', `/papers/meetings/${meeting.id}.pdf`, { method: 'POST' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('an item that goes on with an earlier one', () => {
  test('brings its papers along, and those of a closed part only for who may see that', async () => {
    const paper = await added({ title: 'Van toen', fileId: await uploaded('secretary', 'toen.txt', 'toen') });
    const secret = await added({
      itemId: closedItem,
      title: 'Besloten toen',
      fileId: await uploaded('secretary', 'b.txt', 'geheim'),
    });
    const next = await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      startsAt: new Date('2027-01-10T12:30:00Z'),
    });
    const goesOn = await addItem('Stikstof, vervolg', {}, next);
    const opened = await addItem('Grondprijs, nu open', {}, next);
    for (const [later, earlier] of [
      [goesOn, item],
      [opened, closedItem],
    ])
      await app.platform.database
        .fork()
        .execute('update agenda_item set continues_id = ? where id = ?', [
          String(earlier).replace('AgendaItem_', ''),
          String(later).replace('AgendaItem_', ''),
        ]);
    await added({ itemId: goesOn, title: 'Van nu', url: 'https://example.org' });
    await publish(next);
    expect(await titlesFor('chair', next)).toEqual([['Van toen', 'Van nu'], ['Besloten toen']]);
    expect(await titlesFor('market', next)).toEqual([['Van toen', 'Van nu'], []]);
    // The first meeting was never published: it shows through the second alone.
    expect([await statusFor('market', paper.url), await statusFor('market', secret.url)]).toEqual([200, 404]);
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
  const secret = await added({
    itemId: closedItem,
    title: 'Besloten toen',
    fileId: await uploaded('secretary', 'b.txt', 'geheim'),
  });
  const next = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
  const goesOn = await addItem('Grondprijs, vervolg', { closedPart: true }, next);
  const other = await addItem('Iets anders', {}, next);
  const elsewhere = await added({
    itemId: other,
    title: 'Ander stuk',
    fileId: await uploaded('secretary', 'c.txt', 'ander'),
  });
  const own = await added({ itemId: goesOn, title: 'Nu', fileId: await uploaded('secretary', 'd.txt', 'nu') });
  const bare = (id: string) => id.replace('AgendaItem_', '');
  await app.platform.database
    .fork()
    .execute('update agenda_item set continues_id = ? where id = ?', [bare(closedItem), bare(goesOn)]);
  await cast.make.insert('agenda_guest', {
    meeting_id: next.id,
    agenda_item_id: bare(goesOn),
    person_id: cast.people.stranger.id,
    invited_at: app.platform.now(),
    invited_by_id: cast.people.secretary.id,
  });
  expect(await statusFor('stranger', own.url)).toBe(404);
  await publish(next);
  expect(await titlesFor('stranger', next)).toEqual([['Besloten toen', 'Nu']]);
  expect(await Promise.all([own, secret, elsewhere].map(({ url }) => statusFor('stranger', url)))).toEqual([
    200, 200, 404,
  ]);
  expect(
    await refusalOf('addPaper', { itemId: goesOn, title: 'Stuk', url: 'https://example.org' }, 'stranger'),
  ).toEqual(['FORBIDDEN', 'LEADERS_OR_PRESENTER_ONLY']);
});

test('an item taken off after publication keeps its papers for who still sees it', async () => {
  const paper = await added({ title: 'Nota', fileId: await uploaded('secretary', 'a.txt', 'nog even') });
  await publish();
  const { meeting: now } = await cast
    .as('secretary')
    .run('query ($id: ID!) { meeting(id: $id) { version } }', { id: meeting.globalId });
  await changeAgenda(cast.as('secretary'), 'removeAgendaItem', { itemId: item, expectedVersion: now.version });
  expect([await statusFor('market', paper.url), await statusFor('secretary', paper.url)]).toEqual([200, 404]);
  await publish();
  expect(await statusFor('market', paper.url)).toBe(404);
});

test('it is told at once to whom it shows, and to nobody else', async () => {
  await publish();
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
  await added({ itemId: closedItem, title: 'Besloten', url: 'https://example.org' });
  const { id: paperId } = await added({ title: 'Open', url: 'https://example.org' });
  await run('removePaper', { paperId }, 'secretary');
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
    await cast.as('chair').run(query, { id: meeting.globalId });
    return app.takeStatements().length;
  };
  await added({ title: 'Een', url: 'https://example.org' });
  const few = await statements();
  for (let n = 0; n < 8; n += 1) {
    const another = await addItem(`Punt ${n}`);
    await added({ itemId: another, title: 'Stuk', url: 'https://example.org' });
  }
  expect(await statements()).toBe(few);
});
