import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { pdfOf } from '../../../../testing/file-samples.ts';
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

const problemsOf = async (input: object, part: Part = 'secretary') =>
  (
    await story.run('addPaper', { itemId: story.item, title: 'Stuk', url: 'https://example.org/x', ...input }, part)
  ).problems.map((problem: { code: string; path: string[] }) => [problem.code, problem.path.join('.')]);

describe('adding a paper', () => {
  test('a file: it shows at once with the item, with what it is', async () => {
    const body = await pdfOf(2);
    const paper = await story.added({
      title: 'Nota stikstof',
      fileId: await story.uploaded('secretary', 'Nota 1.pdf', body),
    });
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
      item: { id: story.item },
      viewerCan: [{ verb: 'REMOVE', allowed: true, reason: null }],
    });
    expect(await story.titlesFor('secretary')).toEqual([['Nota stikstof'], []]);
  });

  test('a link', async () => {
    expect(await story.added({ title: 'Kaart', url: ' https://kaart.example.org/a?b=c ' })).toMatchObject({
      isLink: true,
      url: 'https://kaart.example.org/a?b=c',
      fileName: null,
      size: null,
    });
  });

  test('who presents the item adds too, without making the secretary write anew', async () => {
    await story.publish();
    const before = await story.run(
      'addPaper',
      { itemId: story.item, title: 'Eerste', url: 'https://a.example' },
      'participant',
    );
    const after = await story.run(
      'addPaper',
      { itemId: story.item, title: 'Tweede', fileId: await story.uploaded('participant') },
      'participant',
    );
    expect(after.meeting.version).toBe(before.meeting.version);
    const { meeting: seen } = await cast
      .as('secretary')
      .run('query ($id: ID!) { meeting(id: $id) { unpublishedChanges } }', { id: story.meeting.globalId });
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
    const fileId = await story.uploaded('chair');
    expect(await problemsOf({ url: null, fileId })).toEqual([['UNKNOWN_FILE', 'input.fileId']]);
    const own = await story.uploaded('secretary');
    await story.added({ title: 'Stuk', fileId: own });
    expect(await problemsOf({ url: null, fileId: own })).toEqual([['UNKNOWN_FILE', 'input.fileId']]);
  });

  test('refuses more than anybody reads', async () => {
    for (let n = 0; n < 30; n += 1) await story.added({ title: `Stuk ${n}`, url: 'https://example.org' });
    expect(await problemsOf({})).toEqual([['TOO_MANY', 'input.itemId']]);
  });

  test('refuses who neither prepares the meeting nor presents the item', async () => {
    await story.publish();
    const input = { itemId: story.item, title: 'Stuk', url: 'https://example.org' };
    for (const part of ['observer', 'market', 'provincialChair'] as const)
      expect(await story.refusalOf('addPaper', input, part)).toEqual(['FORBIDDEN', 'LEADERS_OR_PRESENTER_ONLY']);
    const { item: seen } = await cast
      .as('observer')
      .run('query ($id: ID!) { item: node(id: $id) { ... on AgendaItem { viewerCan { verb allowed reason } } } }', {
        id: story.item,
      });
    expect(seen.viewerCan).toEqual([
      { verb: 'ADD_PAPER', allowed: false, reason: expect.stringContaining('inbrengt') },
    ]);
  });

  test('knows nothing of items that do not show', async () => {
    const notThere = [['NOT_FOUND', 'input.itemId']];
    // Not published yet, though this person presents it.
    expect(await problemsOf({}, 'participant')).toEqual(notThere);
    await story.publish();
    expect(await problemsOf({}, 'twente')).toEqual(notThere);
    expect(await problemsOf({}, 'stranger')).toEqual(notThere);
    expect(await problemsOf({ itemId: story.closedItem }, 'market')).toEqual(notThere);
    expect(await problemsOf({ itemId: globalId('AgendaItem', crypto.randomUUID()) })).toEqual(notThere);
    expect(await problemsOf({ itemId: story.meeting.globalId })).toEqual(notThere);
  });

  test('refuses once the meeting is over', async () => {
    await story.publish();
    await app.platform.database.fork().execute(`update meeting set state = 'CLOSED' where id = ?`, [story.meeting.id]);
    expect(await problemsOf({})).toEqual([['MEETING_OVER', 'input.itemId']]);
  });
});

describe('taking a paper away', () => {
  test('it is gone for all, its file with it, and can be put back as it was', async () => {
    const paper = await story.added({ title: 'Nota', fileId: await story.uploaded('secretary') });
    await story.publish();
    const gone = await story.run('removePaper', { paperId: paper.id }, 'chair');
    expect(gone).toMatchObject({ paper: null, item: { id: story.item, papers: [] }, problems: [] });
    expect(await story.statusFor('chair', paper.url)).toBe(404);
    expect(await story.added({ title: 'Anders', fileId: paper.id }, 'chair')).toMatchObject({
      id: paper.id,
      title: 'Nota',
      addedBy: { name: 'Sien' },
    });
    expect(await story.statusFor('chair', paper.url)).toBe(200);
  });

  test('after a day it is gone for good', async () => {
    const paper = await story.added({ title: 'Nota', fileId: await story.uploaded('secretary', 'a.txt', 'weg ermee') });
    await story.run('removePaper', { paperId: paper.id }, 'chair');
    const kept = await story.added({
      title: 'Blijft',
      fileId: await story.uploaded('secretary', 'b.txt', 'blijft staan'),
    });
    const later = new Date(app.platform.now().getTime() + 24 * 3_600_000 + 60_000);
    const now = app.platform.now();
    app.setNow(later);
    await app.platform.jobs.run('files');
    app.setNow(now);
    expect(await problemsOf({ url: null, fileId: paper.id })).toEqual([['UNKNOWN_FILE', 'input.fileId']]);
    expect(await (await story.get('secretary', kept.url)).text()).toBe('blijft staan');
  });

  test('twice, of nobody, or without the right is refused', async () => {
    const paper = await story.added({ title: 'Nota', url: 'https://example.org' });
    const codes = async (paperId: string, part: Part) =>
      (await story.run('removePaper', { paperId }, part)).problems.map((problem: { code: string }) => problem.code);
    expect(await codes(paper.id, 'participant')).toEqual(['NOT_FOUND']);
    await story.publish();
    expect(await story.refusalOf('removePaper', { paperId: paper.id }, 'observer')).toEqual([
      'FORBIDDEN',
      'LEADERS_OR_PRESENTER_ONLY',
    ]);
    expect(await codes(paper.id, 'twente')).toEqual(['NOT_FOUND']);
    expect(await codes(paper.id, 'participant')).toEqual([]);
    expect(await codes(paper.id, 'participant')).toEqual(['UNKNOWN_PAPER']);
    expect(await codes('Paper_onzin', 'chair')).toEqual(['UNKNOWN_PAPER']);
  });
});
