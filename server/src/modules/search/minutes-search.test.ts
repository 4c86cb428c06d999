import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Part } from '../../../testing/bottleneck-cast.ts';
import { ClosedMeeting } from '../../../testing/closed-meeting.ts';
import { makeRunningMeeting } from '../../../testing/minutes-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { rebuildSearch } from './search.module.ts';

let app: TestApp;
let stage: ClosedMeeting;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-12T12:30:00Z') });
  stage = await ClosedMeeting.on(app);
  await stage.play();
  await app.platform.streams.drain();
});
afterAll(() => app.close());

/** The items that a person finds, and how many minutes are counted. */
async function found(part: Part, query: string): Promise<{ titles: string[]; count: number }> {
  const { search } = await stage.as(part).run(
    `query ($query: String!) { search(query: $query, kinds: [MINUTES], first: 10) { totalCount kindCounts { value count }
       edges { node { title { text } target { ... on AgendaItem { id meeting { id } } } } } } }`,
    { query },
  );
  const titles = search.edges.map(({ node }: { node: { title: { text: string }[] } }) =>
    node.title.map(({ text }) => text).join(''),
  );
  const { count } = search.kindCounts.find(({ value }: { value: string }) => value === 'MINUTES');
  expect(count).toBe(search.totalCount);
  return { titles, count };
}
const nothing = { titles: [], count: 0 };

test('an item is found by what was said, decided and agreed on it', async () => {
  for (const query of ['Stikstofruimte', 'ruimte Kampen', 'licht toe', `B-${stage.meeting.id.slice(-12)}`])
    expect((await found('market', query)).titles, query).toEqual(['Stikstofruimte']);
});

test('the closed part is found by who may see it, and by nobody else', async () => {
  for (const query of ['Grondbod', 'Streekhof', 'bod miljoen', `A-${stage.meeting.id.slice(-12)}`]) {
    expect((await found('participant', query)).titles, query).toEqual(['Grondbod Streekhof']);
    for (const part of ['market', 'observer', 'provincialChair', 'twente', 'stranger', 'reader'] as const)
      expect(await found(part, query), `${part}: ${query}`).toEqual(nothing);
  }
});

test('drafts are found by the people of the table, published minutes by all who may see the meeting', async () => {
  expect(await found('provincialChair', 'Stikstofruimte')).toEqual(nothing);
  await stage.adopted();
  await stage.change('chair', 'publishMinutes');
  await stage.change('secretary', 'addAddendum', { text: 'Vleermuizenkasten', itemId: stage.open.globalId });
  await app.platform.streams.drain();
  expect((await found('provincialChair', 'Stikstofruimte')).titles).toEqual(['Stikstofruimte']);
  expect((await found('provincialChair', 'vleermuizenkasten')).titles).toEqual(['Stikstofruimte']);
  expect(await found('provincialChair', 'Grondbod')).toEqual(nothing);
  for (const part of ['twente', 'stranger', 'reader'] as const)
    expect(await found(part, 'Stikstofruimte')).toEqual(nothing);
});

test('an item about a case is found by who sees the case, before it is closed by nobody, and again after a rebuild', async () => {
  const hidden = await stage.cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
  const { meeting } = await makeRunningMeeting(app, stage.cast.make, {
    table: stage.cast.west,
    by: stage.cast.people.chair,
    items: [{ title: 'Zwanenkwartier', bottlenecks: [hidden], went: 'FINISHED' }],
  });
  expect(await found('participant', 'Zwanenkwartier')).toEqual(nothing);
  const close = 'mutation ($input: MeetingInput!) { closeMeeting(input: $input) { problems { code } } }';
  const reopen = 'mutation ($input: MeetingInput!) { reopenMeeting(input: $input) { problems { code } } }';
  const input = { meetingId: meeting.globalId };
  await stage.as('chair').run(close, { input });
  await app.platform.streams.drain();
  expect((await found('participant', 'Zwanenkwartier')).titles).toEqual(['Zwanenkwartier']);
  for (const part of ['market', 'observer'] as const) expect(await found(part, 'Zwanenkwartier')).toEqual(nothing);
  await rebuildSearch(app.platform);
  expect((await found('participant', 'Zwanenkwartier')).titles).toEqual(['Zwanenkwartier']);
  await stage.as('chair').run(reopen, { input });
  await app.platform.streams.drain();
  expect(await found('participant', 'Zwanenkwartier')).toEqual(nothing);
});
