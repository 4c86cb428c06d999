import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast } from '../../../../testing/bottleneck-cast.ts';
import type { Made } from '../../../../testing/factories.ts';
import { graphClient, type GraphClient } from '../../../../testing/graph-client.ts';
import { changeAgenda } from '../../../../testing/meeting-factory.ts';
import {
  giveRhythm,
  onSeries,
  type SeriesMeeting,
  seriesMutation,
  seriesOf,
} from '../../../../testing/series-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let table: Made;
let slug: string;
let secretary: GraphClient;
let participant: GraphClient;
let by: Made;
/** 11 February, 11 March, 8 April and 13 May 2027, all drafts. */
let series: SeriesMeeting[];
const now = new Date('2027-01-20T09:00:00Z');

beforeAll(async () => {
  app = await testApp({ now });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.setNow(now);
  table = await cast.make.table({ parent: cast.province });
  const rhythm = await giveRhythm(app, table);
  slug = rhythm.slug;
  by = await cast.make.member(table, 'SECRETARY', { name: 'Saar' });
  secretary = await graphClient(app, by);
  participant = await graphClient(app, await cast.make.member(table, 'PARTICIPANT', { name: 'Pim' }));
  await onSeries(secretary, 'planSeries', { tableId: rhythm.tableId });
  series = await seriesOf(secretary, slug);
});

const idOf = (index: number) => String(series[index]?.id);
const toTheNinth = { startsAt: '2027-03-09T12:30:00Z', endsAt: '2027-03-09T14:00:00Z' };

async function publish(index: number): Promise<number> {
  await changeAgenda(secretary, 'addAgendaItem', { meetingId: idOf(index), title: 'Opening' });
  const { meeting } = await changeAgenda(secretary, 'publishAgenda', { meetingId: idOf(index), expectedVersion: 2 });
  return meeting.version;
}

describe('who may', () => {
  const mutations = ['rescheduleMeeting', 'undoReschedule', 'cancelMeeting', 'restoreMeeting'] as const;
  const inputFor = (mutation: string, meetingId: string) => ({
    meetingId,
    expectedVersion: 3,
    ...(mutation === 'rescheduleMeeting' && toTheNinth),
    ...(mutation === 'cancelMeeting' && { reason: 'Vakantie' }),
  });

  test.each(mutations)('%s: not who only takes part, who is told who does', async (mutation) => {
    await publish(1);
    const observer = await graphClient(app, await cast.make.member(table, 'OBSERVER'));
    for (const client of [participant, observer, cast.as('provincialChair')]) {
      const { errors } = await client.answer(seriesMutation(mutation), { input: inputFor(mutation, idOf(1)) });
      expect(errors[0]).toMatchObject({
        message: 'Dat kan de voorzitter of de secretaris van de tafel.',
        extensions: { code: 'FORBIDDEN' },
      });
    }
  });

  test.each(mutations)('%s: for others the meeting is as one that is not there', async (mutation) => {
    const ids = [idOf(1), globalId('Meeting', crypto.randomUUID()), 'onzin'];
    for (const client of [participant, cast.as('twente')]) {
      const answers = await Promise.all(ids.map((id) => onSeries(client, mutation, inputFor(mutation, id))));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0].problems).toMatchObject([{ __typename: 'NotFoundProblem', path: ['input', 'meetingId'] }]);
    }
  });

  test.each(mutations)('%s: nobody without a session', async (mutation) => {
    const nobody = await graphClient(app, null);
    const { errors } = await nobody.answer(seriesMutation(mutation), { input: inputFor(mutation, idOf(1)) });
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('the chair does', async () => {
    const chair = await graphClient(app, await cast.make.member(table, 'CHAIR'));
    const input = { ...inputFor('rescheduleMeeting', idOf(1)), expectedVersion: 1 };
    expect((await onSeries(chair, 'rescheduleMeeting', input)).problems).toEqual([]);
  });
});
