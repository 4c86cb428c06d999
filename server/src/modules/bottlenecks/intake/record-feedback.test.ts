import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../../testing/bottleneck-cast.ts';
import type { MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import { testApp } from '../../../../testing/test-app.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
});
afterAll(() => cast.app.close());

const record = `mutation ($input: ReferralFeedbackInput!) { recordReferralFeedback(input: $input) {
  problems { code path } bottleneck { version state resolution timeline { edges { node { type remark } } } viewerCan { verb allowed } } } }`;
const undo = `mutation ($input: BottleneckVersionInput!) { undoTransition(input: $input) { problems { code } bottleneck { state } } }`;
const tell = async (part: Part, made: MadeBottleneck, input: object) =>
  (
    await cast.as(part).run(record, {
      input: { bottleneckId: made.globalId, expectedVersion: 1, feedback: 'Vergund.', solved: true, ...input },
    })
  ).recordReferralFeedback;

describe('what comes back of a referral', () => {
  test('solves the case, written down by its owner, and can be taken back', async () => {
    const made = await cast.bottleneck({ state: 'REFERRED' });
    const { bottleneck } = await tell('filer', made, {});
    expect(bottleneck).toMatchObject({ state: 'RESOLVED', resolution: 'Vergund.' });
    const input = { bottleneckId: made.globalId, expectedVersion: bottleneck.version };
    const { undoTransition } = await cast.as('filer').run(undo, { input });
    expect(undoTransition).toMatchObject({ problems: [], bottleneck: { state: 'REFERRED' } });
  });

  test('brings it back to the table, with the answer on the timeline', async () => {
    const made = await cast.bottleneck({ state: 'REFERRED' });
    const { bottleneck } = await tell('secretary', made, { solved: false, feedback: 'Niet van ons.' });
    expect(bottleneck.state).toBe('IN_PROGRESS');
    expect(bottleneck.timeline.edges[0].node).toEqual({ type: 'BOTTLENECK_REOPENED', remark: 'Niet van ons.' });
  });

  test('is refused without words, in another state, in an older version, and to others', async () => {
    const made = await cast.bottleneck({ state: 'REFERRED' });
    expect((await tell('filer', made, { feedback: '' })).problems).toMatchObject([
      { code: 'REQUIRED', path: ['input', 'feedback'] },
    ]);
    expect((await tell('filer', made, { expectedVersion: 7 })).problems).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await tell('twente', made, {})).problems).toMatchObject([{ code: 'UNKNOWN_BOTTLENECK' }]);
    const open = await cast.bottleneck({ state: 'IN_PROGRESS' });
    expect((await tell('filer', open, {})).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    const { errors } = await cast.as('participant').answer(record, {
      input: { bottleneckId: made.globalId, expectedVersion: 1, feedback: 'Ja.', solved: true },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
