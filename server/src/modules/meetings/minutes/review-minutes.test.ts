import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Part } from '../../../../testing/bottleneck-cast.ts';
import { ClosedMeeting, secret } from '../../../../testing/closed-meeting.ts';
import { changeMinutes, readMinutes, refusedMinutes } from '../../../../testing/minutes-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

const start = new Date('2026-11-12T12:30:00Z');
let app: TestApp;
let stage: ClosedMeeting;

beforeAll(async () => {
  app = await testApp({ now: start });
  stage = await ClosedMeeting.on(app);
});
beforeEach(() => stage.play());
afterAll(() => app.close());

describe('minutes', () => {
  test('say what happened: text, outcomes, who was there', async () => {
    const read = await stage.as('participant').run(
      `query ($id: ID!) { node(id: $id) { ... on Minutes { sections { text { kind text level } }
         attendance { person { name } role presence isGuest } } } }`,
      { id: stage.minutes.id },
    );
    expect(read.node.sections).toEqual([
      { text: [{ kind: 'PARAGRAPH', text: 'Kampen licht toe.', level: 1 }] },
      { text: [{ kind: 'PARAGRAPH', text: secret, level: 1 }] },
    ]);
    expect(read.node.attendance).toContainEqual({
      person: { name: 'Piet' },
      role: 'PARTICIPANT',
      presence: 'ONLINE',
      isGuest: false,
    });
  });

  test('are for the people of the table until they are published, and then for all who see the meeting', async () => {
    for (const part of ['participant', 'observer', 'market'] as const)
      expect(await readMinutes(stage.as(part), stage.meeting)).not.toBeNull();
    expect(await readMinutes(stage.as('provincialChair'), stage.meeting)).toBeNull();
    await stage.adopted();
    expect(await readMinutes(stage.as('provincialChair'), stage.meeting)).toBeNull();
    await stage.change('secretary', 'publishMinutes');
    const read = await readMinutes(stage.as('provincialChair'), stage.meeting);
    expect(read).toMatchObject({ state: 'PUBLISHED', remarks: [], sections: [{ title: 'Stikstofruimte' }, {}] });
    const asNode = (part: Part) =>
      stage.as(part).run('query ($id: ID!) { node(id: $id) { id } }', { id: stage.minutes.id });
    for (const part of ['twente', 'stranger', 'reader'] as const) expect((await asNode(part)).node).toBeNull();
  });

  test('keep the closed part from whom it is not for, before and after they are frozen', async () => {
    const seen = async (part: Part) => JSON.stringify(await readMinutes(stage.as(part), stage.meeting));
    const masked = { title: 'Besloten deel', masked: true, closedPart: true, text: [], spentSeconds: 0 };
    for (const step of ['DRAFT', 'PUBLISHED']) {
      if (step === 'PUBLISHED') {
        await stage.adopted();
        await stage.change('secretary', 'publishMinutes');
      }
      for (const part of ['observer', 'market'] as const) {
        expect(await seen(part)).not.toMatch(/2 miljoen|Streekhof|Grondbod/);
        expect((await readMinutes(stage.as(part), stage.meeting)).sections[1]).toMatchObject(masked);
      }
      for (const part of ['participant', 'chair'] as const) expect(await seen(part)).toContain(secret);
    }
    expect(await seen('provincialChair')).not.toMatch(/2 miljoen|Streekhof|Grondbod/);
  });
});

describe('review', () => {
  test('lies with the participants until the day of the rhythm, and three days at least', async () => {
    expect(await stage.toReview()).toMatchObject({ state: 'REVIEW', reviewBy: '2026-11-19', version: 2 });
  });

  test('gives late minutes three days', async () => {
    await stage.em().execute(`update meeting set minutes_by = '2026-11-13' where id = ?`, [stage.meeting.id]);
    expect(await stage.toReview()).toMatchObject({ reviewBy: '2026-11-15' });
  });

  test('takes remarks, which chair or secretary settle once', async () => {
    await stage.toReview();
    const after = await stage.change('market', 'remarkOnMinutes', {
      itemId: stage.open.globalId,
      text: 'Het was Zwolle.',
    });
    expect(after).toMatchObject({
      version: 3,
      remarks: [{ text: 'Het was Zwolle.', taken: null, answer: '', author: { name: 'Mara' }, settledBy: null }],
    });
    const [{ id: remarkId }] = after.remarks;
    for (const part of ['market', 'participant', 'observer'] as const)
      expect(await refusedMinutes(stage.as(part), 'settleRemark', { remarkId, taken: true })).toMatchObject({
        error: 'FORBIDDEN',
      });
    for (const part of ['stranger', 'provincialChair', 'twente'] as const)
      expect(await refusedMinutes(stage.as(part), 'settleRemark', { remarkId, taken: true })).toMatchObject({
        code: 'NOT_FOUND',
        path: ['input', 'remarkId'],
      });
    expect(
      await refusedMinutes(stage.as('chair'), 'settleRemark', { remarkId, taken: true, answer: 'x'.repeat(1_001) }),
    ).toMatchObject({ code: 'TOO_LONG', path: ['input', 'answer'] });
    const settled = await changeMinutes(stage.as('chair'), 'settleRemark', { remarkId, taken: false, answer: 'Nee' });
    expect(settled.remarks).toMatchObject([{ taken: false, answer: 'Nee', settledBy: { name: 'Cor' } }]);
    expect(await refusedMinutes(stage.as('secretary'), 'settleRemark', { remarkId, taken: true })).toMatchObject({
      code: 'ALREADY_SETTLED',
    });
    expect(await refusedMinutes(stage.as('secretary'), 'settleRemark', { remarkId: 'x', taken: true })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('keeps remarks on the closed part in that part', async () => {
    await stage.toReview();
    expect(
      await stage.refused('market', 'remarkOnMinutes', { itemId: stage.closed.globalId, text: 'Raad eens' }),
    ).toMatchObject({
      code: 'NOT_FOUND',
      path: ['input', 'itemId'],
    });
    const { remarks } = await stage.change('participant', 'remarkOnMinutes', {
      itemId: stage.closed.globalId,
      text: secret,
    });
    expect(remarks).toHaveLength(1);
    for (const part of ['market', 'observer'] as const)
      expect((await readMinutes(stage.as(part), stage.meeting)).remarks).toEqual([]);
    const asNode = (part: Part) =>
      stage.as(part).run('query ($id: ID!) { node(id: $id) { id } }', { id: remarks[0].id });
    expect((await asNode('market')).node).toBeNull();
    expect((await asNode('chair')).node).toEqual({ id: remarks[0].id });
  });

  test('refuses what is not in its place', async () => {
    expect(await stage.refused('market', 'remarkOnMinutes', { text: 'Te vroeg' })).toMatchObject({
      code: 'MINUTES_NOT_IN_REVIEW',
    });
    for (const part of ['participant', 'observer'] as const)
      expect(await stage.refused(part, 'sendMinutesForReview', { expectedVersion: 1 })).toMatchObject({
        error: 'FORBIDDEN',
      });
    for (const part of ['stranger', 'provincialChair'] as const)
      expect(await stage.refused(part, 'sendMinutesForReview', { expectedVersion: 1 })).toMatchObject({
        code: 'NOT_FOUND',
      });
    expect(await stage.refused('chair', 'sendMinutesForReview', { expectedVersion: 7 })).toMatchObject({
      code: 'CONFLICT',
      current: { id: stage.minutes.id },
    });
    await stage.toReview();
    expect(await stage.refused('chair', 'sendMinutesForReview', { expectedVersion: 2 })).toMatchObject({
      code: 'MINUTES_IN_REVIEW',
    });
    expect(await stage.refused('observer', 'remarkOnMinutes', { text: 'Mag niet' })).toMatchObject({
      error: 'FORBIDDEN',
    });
    for (const [text, code] of [
      ['', 'REQUIRED'],
      ['ab', 'TOO_SHORT'],
      ['x'.repeat(5_001), 'TOO_LONG'],
    ])
      expect(await stage.refused('participant', 'remarkOnMinutes', { text })).toMatchObject({ code });
    expect(
      await stage.refused('participant', 'remarkOnMinutes', { text: 'Welk punt?', itemId: 'AgendaItem_x' }),
    ).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'itemId'] });
  });

  test('is for who sat there for a member, until the minutes are adopted', async () => {
    await stage
      .em()
      .execute(
        `insert into attendance (meeting_id, person_id, presence, substitutes_for_id, updated_at, updated_by_id) values (?, ?, 'IN_ROOM', ?, now(), ?)`,
        [stage.meeting.id, stage.cast.people.reader.id, stage.cast.people.market.id, stage.cast.people.chair.id],
      );
    await stage.toReview();
    expect(await stage.change('reader', 'remarkOnMinutes', { text: 'Ik was er voor Mara.' })).toMatchObject({
      version: 3,
    });
    await stage.change('chair', 'adoptMinutes');
    expect(await readMinutes(stage.as('reader'), stage.meeting)).toBeNull();
  });
});
