import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MadeBottleneck, makeProject } from '../../../../testing/bottleneck-factory.ts';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import type { MadeMeeting } from '../../../../testing/meeting-factory.ts';
import { changeMinutes, type ItemWish, makeRunningMeeting } from '../../../../testing/minutes-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
const start = new Date('2026-12-18T12:30:00Z');

beforeAll(async () => {
  app = await testApp({ now: start });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());

/** A meeting of the west with these items, closed. */
async function closed(...items: ItemWish[]): Promise<MadeMeeting> {
  const { meeting } = await makeRunningMeeting(app, cast.make, { table: cast.west, by: cast.people.chair, items });
  await changeMinutes(cast.as('chair'), 'closeMeeting', { meetingId: meeting.globalId });
  return meeting;
}
const about = (bottleneck: MadeBottleneck, more: Partial<ItemWish> = {}): ItemWish => ({
  title: 'Knelpunt',
  bottlenecks: [bottleneck],
  went: 'FINISHED',
  ...more,
});
const fields =
  'id dueOn overdue doneAt note doneBy { name } municipality { name } bottleneck { id } meeting { id } viewerCan { verb allowed reason }';
const feedbackOf = async (part: Part, meeting: MadeMeeting) =>
  (
    await cast
      .as(part)
      .run(`query ($id: ID!) { meeting(id: $id) { feedback { ${fields} } } }`, { id: meeting.globalId })
  ).meeting?.feedback;
const openAt = async (part: Part) =>
  (
    await cast.as(part).run(`query ($id: ID!) { node(id: $id) { ... on AccelerationTable { openFeedback { id } } } }`, {
      id: `AccelerationTable_${cast.west.id}`,
    })
  ).node.openFeedback.map(({ id }: { id: string }) => id);
const record = (part: Part, feedbackId: string, note?: string | null) =>
  cast
    .as(part)
    .answer(
      `mutation ($input: FeedbackInput!) { recordFeedback(input: $input) { feedback { ${fields} } problems { code path } } }`,
      { input: { feedbackId, note } },
    );

describe('feedback to municipalities', () => {
  test('is due for each case that was handled, in working days, the holidays left out', async () => {
    const one = await cast.bottleneck();
    const left = await cast.bottleneck();
    const meeting = await closed(about(one), { title: 'Niet aan toe gekomen', bottlenecks: [left] });
    const list = await feedbackOf('secretary', meeting);
    expect(list).toMatchObject([
      {
        // Five working days after Friday 18 December; at Christmas nobody works.
        dueOn: '2026-12-28',
        overdue: false,
        doneAt: null,
        note: '',
        doneBy: null,
        municipality: { name: 'Kampen' },
        bottleneck: { id: one.globalId },
        meeting: { id: meeting.globalId },
        viewerCan: [{ verb: 'RECORD', allowed: true, reason: null }],
      },
    ]);
    const em = app.platform.database.fork();
    const dueOn = (day: string) =>
      em.execute('update case_feedback set due_on = ? where meeting_id = ?', [day, meeting.id]);
    await dueOn('2026-12-18');
    expect((await feedbackOf('secretary', meeting))[0].overdue).toBe(false);
    await dueOn('2026-12-17');
    expect((await feedbackOf('secretary', meeting))[0].overdue).toBe(true);
  });

  test('is for every municipality with a project that waits', async () => {
    const here = cast.project;
    const there = await makeProject(cast.make, { municipality: cast.almelo });
    const both = await cast.bottleneck({ projects: [{ project: here }, { project: there }] });
    const meeting = await closed(about(both), about(both, { title: 'Nog eens' }));
    const names = (await feedbackOf('chair', meeting)).map(
      (one: { municipality: { name: string } }) => one.municipality.name,
    );
    expect(names.toSorted()).toEqual(['Almelo', 'Kampen']);
  });

  test('is recorded once, by chair, secretary or the owner of the case', async () => {
    const meeting = await closed(about(await cast.bottleneck({ owner: cast.people.participant })));
    const [{ id }] = await feedbackOf('secretary', meeting);
    expect(await openAt('secretary')).toContain(id);
    for (const part of ['market', 'observer'] as const) {
      expect((await record(part, id)).errors[0]?.message).toBe(
        'Dat kan de eigenaar, of de voorzitter of secretaris van de tafel.',
      );
    }
    expect((await feedbackOf('market', meeting))[0].viewerCan).toEqual([
      { verb: 'RECORD', allowed: false, reason: 'Dat kan de eigenaar, of de voorzitter of secretaris van de tafel.' },
    ]);
    for (const part of ['stranger', 'twente', 'provincialChair'] as const)
      expect((await record(part, id)).data.recordFeedback.problems).toEqual([
        { code: 'NOT_FOUND', path: ['input', 'feedbackId'] },
      ]);
    expect((await record('chair', 'CaseFeedback_x')).data.recordFeedback.problems).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await record('chair', id, 'x'.repeat(2_001))).data.recordFeedback.problems).toEqual([
      { code: 'TOO_LONG', path: ['input', 'note'] },
    ]);
    const { recordFeedback } = (await record('participant', id, ' Gebeld met de wethouder ')).data;
    expect(recordFeedback).toMatchObject({
      problems: [],
      feedback: {
        doneAt: start.toISOString(),
        doneBy: { name: 'Piet' },
        note: 'Gebeld met de wethouder',
        overdue: false,
        viewerCan: [{ verb: 'RECORD', allowed: false }],
      },
    });
    expect((await record('chair', id)).data.recordFeedback.problems).toEqual([
      { code: 'FEEDBACK_DONE', path: ['input', 'feedbackId'] },
    ]);
    expect(await openAt('secretary')).not.toContain(id);
  });

  test('shows where the case shows, and of the closed part to who may see that', async () => {
    const hidden = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    const meeting = await closed(
      about(hidden, { title: 'Vertrouwelijk' }),
      about(await cast.bottleneck(), { title: 'Besloten', closedPart: true }),
    );
    const [first, second] = await feedbackOf('participant', meeting);
    for (const part of ['market', 'observer'] as const) {
      expect(await feedbackOf(part, meeting)).toEqual([]);
      for (const { id } of [first, second]) {
        expect(await openAt(part)).not.toContain(id);
        expect((await cast.as(part).run('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
        expect((await record(part, id)).data.recordFeedback.problems).toMatchObject([{ code: 'NOT_FOUND' }]);
      }
    }
    expect(await openAt('participant')).toEqual(expect.arrayContaining([first.id, second.id]));
    expect(await feedbackOf('stranger', meeting)).toBeUndefined();
  });

  test('costs the same number of statements however much of it there is', async () => {
    const count = async (meeting: MadeMeeting) => {
      await app.platform.streams.drain();
      app.takeStatements();
      await feedbackOf('secretary', meeting);
      return app.takeStatements().length;
    };
    const few = await closed(about(await cast.bottleneck()));
    const many = await closed(
      ...(await Promise.all(Array.from({ length: 12 }, () => cast.bottleneck()))).map((one) => about(one)),
    );
    // Two parts of a page that ask in the same tick share a statement, else each has its own; ten more rows may not cost ten.
    expect(await count(many)).toBeLessThanOrEqual((await count(few)) + 2);
  });
});
