import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Part } from '../../../../testing/bottleneck-cast.ts';
import { ClosedMeeting, secret } from '../../../../testing/closed-meeting.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let stage: ClosedMeeting;
let tableId: string;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-12T12:30:00Z') });
  stage = await ClosedMeeting.on(app);
  tableId = `AccelerationTable_${stage.cast.west.id}`;
});
beforeEach(() => stage.play());
afterAll(() => app.close());

const cursorOf = async (part: Part): Promise<string> =>
  (await stage.as(part).run('query ($tableId: ID!) { tableCursor(tableId: $tableId) }', { tableId })).tableCursor;

/** The types of what this person hears on the stream of the table from there until the minutes are published. */
async function heard(part: Part, after: string): Promise<string[]> {
  const live = stage.as(part).follow(
    `subscription ($tableId: ID!, $after: String) { tableEvents(tableId: $tableId, after: $after) {
       ... on StreamChange { event { type remark changes { before after } subjects { id } } } } }`,
    { tableId, after },
  );
  const types: string[] = [];
  for (let type = ''; type !== 'MINUTES_PUBLISHED';) {
    const { event } = (await live.next()).data.tableEvents;
    expect(JSON.stringify(event)).not.toContain(secret);
    type = event.type;
    types.push(type);
  }
  live.stop();
  return types;
}

test('what happens with minutes is told to whom it is for, and what is said of the closed part to who may see it', async () => {
  const parts = ['participant', 'market', 'observer', 'provincialChair'] as const;
  const cursors = await Promise.all(parts.map(cursorOf));
  await stage.toReview();
  await stage.change('market', 'remarkOnMinutes', { text: 'Over het geheel' });
  const { remarks } = await stage.change('participant', 'remarkOnMinutes', {
    text: secret,
    itemId: stage.closed.globalId,
  });
  await stage.change('chair', 'adoptMinutes');
  await stage.change('market', 'addAddendum', { text: 'Een voorstel' });
  await stage.change('secretary', 'addAddendum', { text: secret, itemId: stage.closed.globalId });
  await stage.change('secretary', 'addAddendum', { text: 'Een aanvulling' });
  await stage.change('chair', 'publishMinutes');
  expect(remarks).toHaveLength(2);

  const [participant, market, observer, provincialChair] = await Promise.all(
    parts.map((part, index) => heard(part, cursors[index] ?? '')),
  );
  const inTheOpen = [
    'MINUTES_SENT_FOR_REVIEW',
    'MINUTES_REMARKED',
    'MINUTES_ADOPTED',
    'ADDENDUM_PROPOSED',
    'ADDENDUM_ADDED',
  ];
  expect(market).toEqual([...inTheOpen, 'MINUTES_PUBLISHED']);
  expect(observer).toEqual(market);
  expect(participant).toEqual([
    'MINUTES_SENT_FOR_REVIEW',
    'MINUTES_REMARKED',
    'MINUTES_REMARKED',
    'MINUTES_ADOPTED',
    'ADDENDUM_PROPOSED',
    'ADDENDUM_ADDED',
    'ADDENDUM_ADDED',
    'MINUTES_PUBLISHED',
  ]);
  // Published minutes show to the table above; what lay between is for the people of the table.
  expect(provincialChair).toEqual(['MINUTES_ADOPTED', 'ADDENDUM_ADDED', 'MINUTES_PUBLISHED']);
});

test('closing is told to all who follow the meeting, and to the pages of its table', async () => {
  const rows = await app.platform.database
    .fork()
    .execute<{ kind: string; type: string }[]>(
      `select stream_kind as kind, type from event where type = 'MEETING_CLOSED' and payload ->> 'meetingId' = ? order by kind`,
      [stage.meeting.id],
    );
  expect(rows).toEqual([
    { kind: 'meeting', type: 'MEETING_CLOSED' },
    { kind: 'table', type: 'MEETING_CLOSED' },
  ]);
});

test('a page of minutes costs the same number of statements whatever its length', async () => {
  const page = `query ($id: ID!) { meeting(id: $id) { documents { url } feedback { id } minutes { id viewerCan { verb }
    attendance { person { name organisation { name } } } sections { title text { text } item { id } carriedOverTo { id } }
    remarks { text author { name } item { id } } addenda { text author { name } item { id } } } } }`;
  const count = async () => {
    await app.platform.streams.drain();
    app.takeStatements();
    await stage.as('participant').run(page, { id: stage.meeting.globalId });
    return app.takeStatements().length;
  };
  await stage.toReview();
  await stage.change('market', 'remarkOnMinutes', { text: 'Eén opmerking', itemId: stage.open.globalId });
  const few = await count();
  for (let index = 0; index < 10; index += 1)
    await stage.change('market', 'remarkOnMinutes', { text: `Nog een, ${index}`, itemId: stage.open.globalId });
  // Two parts of a page that ask in the same tick share a statement, else each has its own; ten more rows may not cost ten.
  expect(await count()).toBeLessThanOrEqual(few + 2);
});
