import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import type { MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import type { AnswerData } from '../../../../testing/graph-client.ts';
import { type PublishedMeeting, publishedMeeting, start, steer } from '../../../../testing/run-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

const began = new Date('2026-12-10T12:30:00Z');
let app: TestApp;
let cast: Cast;
let open: MadeBottleneck;
let other: MadeBottleneck;
let secret: MadeBottleneck;
let meeting: PublishedMeeting;

beforeAll(async () => {
  app = await testApp({ now: began });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());

beforeEach(async () => {
  app.setNow(began);
  [open, other, secret] = await Promise.all([
    cast.bottleneck({ state: 'IN_PROGRESS', confidentiality: 'PUBLIC' }),
    cast.bottleneck({ state: 'IN_PROGRESS', confidentiality: 'PUBLIC' }),
    cast.bottleneck({ state: 'IN_PROGRESS', confidentiality: 'CONFIDENTIAL' }),
  ]);
  meeting = await publishedMeeting(cast, [
    { title: 'Stroom', bottleneckIds: [globalId('Bottleneck', open.id), globalId('Bottleneck', secret.id)] },
    { title: 'Later', bottleneckIds: [globalId('Bottleneck', other.id)] },
  ]);
});

const after = (seconds: number) => app.setNow(new Date(began.getTime() + seconds * 1_000));
const versionOf = async (id: string) => {
  const [row] = await app.database
    .fork()
    .execute<{ version: number }[]>('select version from bottleneck where id = ?', [id]);
  return row?.version ?? 0;
};
async function step(mutation: string, of: MadeBottleneck, more: object = {}): Promise<void> {
  const type =
    mutation === 'undoTransition'
      ? 'BottleneckVersionInput'
      : `${mutation.replace(/^./, (first) => first.toUpperCase())}Input`;
  const input = { bottleneckId: globalId('Bottleneck', of.id), expectedVersion: await versionOf(of.id), ...more };
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { problems { code path } } }`;
  const answer = await cast.as('secretary').run(text, { input });
  expect(answer[mutation].problems).toEqual([]);
}
const resolve = (of: MadeBottleneck) => step('resolveBottleneck', of, { resolution: 'De kabel ligt er.' });
async function outcomes(part: Part = 'participant', of = meeting): Promise<AnswerData[]> {
  await app.platform.streams.drain();
  const asked = `query ($id: ID!) { meeting(id: $id) { outcomes { kind transition text recordedBy { name } item { title } bottleneck { id } } } }`;
  return (await cast.as(part).run(asked, { id: of.meetingId })).meeting.outcomes;
}
const go = (title: string) =>
  steer(cast.as('chair'), 'goToItem', { meetingId: meeting.meetingId, itemId: meeting.item(title) });

test('a step with the case of which the table speaks is an outcome, once', async () => {
  await start(cast, meeting);
  after(60);
  await resolve(open);
  const expected = [
    {
      kind: 'BOTTLENECK',
      transition: 'RESOLVE',
      text: '',
      recordedBy: { name: 'Sien' },
      item: { title: 'Stroom' },
      bottleneck: { id: globalId('Bottleneck', open.id) },
    },
  ];
  expect(await outcomes()).toEqual(expected);
  // Told again, as after a crash in between, it is not written twice.
  await app.database
    .fork()
    .execute(
      `insert into projection_pending (projector, position) select 'meeting-outcomes', position from event where type = 'BOTTLENECK_RESOLVED'`,
    );
  expect(await outcomes()).toEqual(expected);
});

test('also when the meeting went on before it was written', async () => {
  await start(cast, meeting);
  after(60);
  await go('Later');
  await resolve(open);
  expect((await outcomes()).map(({ item }) => item.title)).toEqual(['Stroom']);
});

test('not before the meeting, not of an item that it has not come to', async () => {
  after(-60);
  await step('holdBottleneck', open, { reason: 'Wachten op de kabel', returnOn: '2027-01-10' });
  after(0);
  await start(cast, meeting);
  after(60);
  await resolve(other);
  expect(await outcomes()).toEqual([]);
});

test('undone, it is taken back', async () => {
  await start(cast, meeting);
  after(60);
  await resolve(open);
  expect(await outcomes()).toHaveLength(1);
  after(70);
  await step('undoTransition', open);
  expect(await outcomes()).toEqual([]);
});

test('what happens to a confidential case is for those who may see the closed part', async () => {
  await start(cast, meeting);
  after(60);
  await resolve(secret);
  expect(await outcomes('participant')).toHaveLength(1);
  for (const part of ['market', 'observer', 'provincialChair'] as const) expect(await outcomes(part), part).toEqual([]);
});
