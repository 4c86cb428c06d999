import { afterAll, beforeAll, expect, test } from 'vitest';
import { bottleneckCast, type Cast } from '../../../../testing/bottleneck-cast.ts';
import { personOf, publishedMeeting, readRun, start, steer } from '../../../../testing/run-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

const began = new Date('2026-12-10T12:30:00Z');
let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ database: 'pglite', now: began });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());

test('a meeting goes on one machine as on many', async () => {
  const open = await cast.bottleneck({ state: 'IN_PROGRESS', confidentiality: 'PUBLIC' });
  const about = globalId('Bottleneck', open.id);
  const meeting = await publishedMeeting(cast, [{ title: 'Stroom', bottleneckIds: [about] }, { title: 'Rondvraag' }]);
  await start(cast, meeting);
  const looking = cast
    .as('participant')
    .follow('subscription ($id: ID!) { meetingPresence(meetingId: $id) { onlookers { handRaised } } }', {
      id: meeting.meetingId,
    });
  expect((await looking.next(15_000)).data.meetingPresence.onlookers).toEqual([{ handRaised: false }]);
  const hand = 'mutation ($input: RaiseHandInput!) { raiseHand(input: $input) { raised } }';
  await cast.as('participant').run(hand, { input: { meetingId: meeting.meetingId, raised: true } });
  expect((await looking.next(15_000)).data.meetingPresence.onlookers).toEqual([{ handRaised: true }]);
  looking.stop();

  app.setNow(new Date(began.getTime() + 60_000));
  await steer(cast.as('participant'), 'joinMeeting', { meetingId: meeting.meetingId, online: true });
  const resolve =
    'mutation ($input: ResolveBottleneckInput!) { resolveBottleneck(input: $input) { problems { code } } }';
  const input = { bottleneckId: about, expectedVersion: 1, resolution: 'De kabel ligt er.' };
  expect((await cast.as('chair').run(resolve, { input })).resolveBottleneck.problems).toEqual([]);
  const add = 'mutation ($input: AddOutcomeInput!) { addOutcome(input: $input) { outcome { action { number } } } }';
  const action = { what: 'Belt de buren', ownerId: personOf(cast, 'filer'), dueOn: '2026-12-20' };
  const { addOutcome } = await cast
    .as('secretary')
    .run(add, { input: { itemId: meeting.item('Stroom'), kind: 'ACTION', action } });
  expect(addOutcome.outcome.action.number).toMatch(/^A-2026-/);
  const { meeting: next } = await steer(cast.as('chair'), 'goToItem', {
    meetingId: meeting.meetingId,
    itemId: meeting.item('Rondvraag'),
    fromItemId: meeting.item('Stroom'),
  });
  expect(next.items[0].time).toMatchObject({ progress: 'DONE', spentSeconds: 60 });
  await app.platform.streams.drain();
  const asked = 'query ($id: ID!) { meeting(id: $id) { outcomes { kind transition } } }';
  const { meeting: shown } = await cast.as('observer').run(asked, { id: meeting.meetingId });
  expect(shown.outcomes.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['ACTION', 'BOTTLENECK']);
  expect((await readRun(cast.as('observer'), meeting)).run.currentItem.title).toBe('Rondvraag');
});
