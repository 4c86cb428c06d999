import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

describe('adoption', () => {
  test('freezes everything under a hash, and what changes afterwards does not show', async () => {
    const after = await stage.adopted();
    expect(after).toMatchObject({
      state: 'ADOPTED',
      adoptedAt: start.toISOString(),
      adoptedBy: { name: 'Cor' },
      adoptedIn: null,
      meeting: { state: 'MINUTES_ADOPTED' },
    });
    const [row] = await stage
      .em()
      .execute<{ frozen: string; hash: string }[]>('select frozen, hash from minutes where meeting_id = ?', [
        stage.meeting.id,
      ]);
    expect(after.hash).toBe(
      createHash('sha256')
        .update(row?.frozen ?? '')
        .digest('hex'),
    );
    const frozen = JSON.parse(row?.frozen ?? '{}');
    expect(Object.keys(frozen)).toEqual(Object.keys(frozen).toSorted());
    expect(frozen.items[0].outcomes).toMatchObject([{ text: 'De ruimte gaat naar Kampen', kind: 'DECISION' }]);
    expect(frozen.items[1].outcomes).toMatchObject([
      { action: { what: secret, dueOn: '2026-12-01', owner: { name: 'Piet' } } },
    ]);
    await stage.em().execute(`update agenda_item set title = 'Vervalst' where id = ?`, [stage.open.id]);
    await stage.em().execute('delete from shared_text where name like ?', [`minutes:${stage.meeting.id}:%`]);
    await stage.em().execute(`update agenda_outcome set text = 'Vervalst' where agenda_item_id = ?`, [stage.open.id]);
    const read = await readMinutes(stage.as('participant'), stage.meeting);
    expect(read.decisions).toMatchObject([{ text: 'De ruimte gaat naar Kampen' }]);
    expect(read.actions).toEqual([{ what: secret, owner: { name: 'Piet' } }]);
    expect(read.sections).toMatchObject([
      { title: 'Stikstofruimte', text: [{ text: 'Kampen licht toe.' }] },
      { title: 'Grondbod Streekhof', text: [{ text: secret }] },
    ]);
  });

  test('happens in a later meeting of the table that has begun', async () => {
    await stage.toReview();
    const answer = (inMeetingId: string) =>
      stage.refused('secretary', 'adoptMinutes', { expectedVersion: 2, inMeetingId });
    const path = ['input', 'inMeetingId'];
    const wrong = [
      stage.meeting,
      await stage.later({ state: 'CANCELLED' }),
      await stage.later({ startsAt: new Date('2026-10-08T12:30:00Z') }),
    ];
    for (const each of wrong) expect(await answer(each.globalId)).toMatchObject({ code: 'NOT_A_LATER_MEETING', path });
    expect(await answer((await stage.later({ state: 'PUBLISHED' })).globalId)).toMatchObject({
      code: 'MEETING_NOT_STARTED',
      path,
    });
    const elsewhere = await stage.later({ table: stage.cast.twente });
    expect(await answer(elsewhere.globalId)).toMatchObject({ code: 'NOT_FOUND', path });
    expect(await answer('Meeting_x')).toMatchObject({ code: 'NOT_FOUND', path });
    const next = await stage.later();
    expect(await stage.change('secretary', 'adoptMinutes', { inMeetingId: next.globalId })).toMatchObject({
      state: 'ADOPTED',
      adoptedIn: { id: next.globalId },
      adoptedBy: { name: 'Sien' },
    });
  });

  test('in writing is for who holds the mandate, in a meeting for who leads the table', async () => {
    await stage.toReview();
    expect(await stage.refused('secretary', 'adoptMinutes', { expectedVersion: 2 })).toEqual({
      error: 'FORBIDDEN',
      message:
        'Buiten een vergadering vaststellen kan wie het mandaat van de tafel heeft. Vraag de secretaris wie dat is.',
    });
    for (const part of ['participant', 'market', 'observer'] as const)
      expect(await stage.refused(part, 'adoptMinutes', { expectedVersion: 2 })).toMatchObject({ error: 'FORBIDDEN' });
    for (const part of ['provincialChair', 'stranger'] as const)
      expect(await stage.refused(part, 'adoptMinutes', { expectedVersion: 2 })).toMatchObject({ code: 'NOT_FOUND' });
    await stage.em().execute('update membership set mandate = true where person_id = ?', [stage.cast.people.market.id]);
    const next = await stage.later();
    expect(
      await stage.refused('market', 'adoptMinutes', { expectedVersion: 2, inMeetingId: next.globalId }),
    ).toMatchObject({
      error: 'FORBIDDEN',
    });
    expect(await stage.change('market', 'adoptMinutes')).toMatchObject({ state: 'ADOPTED' });
    await stage
      .em()
      .execute('update membership set mandate = false where person_id = ?', [stage.cast.people.market.id]);
  });

  test('waits for review, and of two who adopt at once one is told so', async () => {
    expect(await stage.refused('chair', 'adoptMinutes', { expectedVersion: 1 })).toMatchObject({
      code: 'MINUTES_NOT_IN_REVIEW',
    });
    await stage.toReview();
    const next = await stage.later();
    const both = await Promise.all([
      stage.refused('chair', 'adoptMinutes', { expectedVersion: 2 }),
      stage.refused('secretary', 'adoptMinutes', { expectedVersion: 2, inMeetingId: next.globalId }),
    ]);
    expect(both.filter((answer) => answer === null)).toHaveLength(1);
    expect(both.find((answer) => answer !== null)).toMatchObject({ code: 'CONFLICT' });
    expect(await stage.refused('chair', 'adoptMinutes', { expectedVersion: 3 })).toMatchObject({
      code: 'MINUTES_ADOPTED',
    });
  });

  test('ends remarks, and the database itself refuses to change what was adopted', async () => {
    await stage.toReview();
    const { remarks } = await stage.change('participant', 'remarkOnMinutes', { text: 'Nog open' });
    await stage.change('chair', 'adoptMinutes');
    expect(await stage.refused('participant', 'remarkOnMinutes', { text: 'Te laat' })).toMatchObject({
      code: 'MINUTES_ADOPTED',
    });
    expect(
      await refusedMinutes(stage.as('chair'), 'settleRemark', { remarkId: remarks[0].id, taken: true }),
    ).toMatchObject({ code: 'MINUTES_ADOPTED' });
    for (const sql of [
      `update minutes set frozen = '{}' where meeting_id = ?`,
      `update minutes set hash = repeat('0', 64) where meeting_id = ?`,
      `update minutes set state = 'REVIEW' where meeting_id = ?`,
      `update minutes set adopted_at = now() where meeting_id = ?`,
      `delete from minutes where meeting_id = ?`,
    ])
      await expect(stage.em().execute(sql, [stage.meeting.id])).rejects.toThrow(/Adopted minutes/);
  });
});

describe('publication', () => {
  test('tells all who may see the meeting, once', async () => {
    expect(await stage.refused('chair', 'publishMinutes', { expectedVersion: 1 })).toMatchObject({
      code: 'MINUTES_NOT_ADOPTED',
    });
    await stage.adopted();
    for (const part of ['participant', 'observer'] as const)
      expect(await stage.refused(part, 'publishMinutes', { expectedVersion: 3 })).toMatchObject({ error: 'FORBIDDEN' });
    expect(await stage.refused('stranger', 'publishMinutes', { expectedVersion: 3 })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await stage.refused('chair', 'publishMinutes', { expectedVersion: 2 })).toMatchObject({ code: 'CONFLICT' });
    const { tableCursor } = await stage
      .as('provincialChair')
      .run('query ($tableId: ID!) { tableCursor(tableId: $tableId) }', {
        tableId: `AccelerationTable_${stage.cast.west.id}`,
      });
    const following = stage.as('provincialChair').follow(
      `subscription ($tableId: ID!, $after: String) { tableEvents(tableId: $tableId, after: $after) {
         ... on StreamChange { event { type subjects { id } } } } }`,
      { tableId: `AccelerationTable_${stage.cast.west.id}`, after: tableCursor },
    );
    expect(await stage.change('secretary', 'publishMinutes')).toMatchObject({
      state: 'PUBLISHED',
      publishedAt: start.toISOString(),
    });
    expect((await following.next()).data.tableEvents.event).toEqual({
      type: 'MINUTES_PUBLISHED',
      subjects: [{ id: stage.meeting.globalId }, { id: stage.minutes.id }],
    });
    following.stop();
    expect(await stage.refused('chair', 'publishMinutes', { expectedVersion: 4 })).toMatchObject({
      code: 'MINUTES_PUBLISHED',
    });
  });
});

describe('addenda', () => {
  test('by chair or secretary count at once, by others they are proposed', async () => {
    expect(await stage.refused('participant', 'addAddendum', { text: 'Te vroeg' })).toMatchObject({
      code: 'MINUTES_NOT_ADOPTED',
    });
    await stage.adopted();
    await stage.change('secretary', 'addAddendum', { text: 'Het bedrag is 12.' });
    const proposed = await stage.change('market', 'addAddendum', {
      text: 'Ik stemde tegen.',
      itemId: stage.open.globalId,
    });
    expect(proposed.addenda).toMatchObject([
      { state: 'ACCEPTED', number: 1, origin: 'CORRECTION', author: { name: 'Sien' }, decidedBy: { name: 'Sien' } },
      { state: 'PROPOSED', number: null, author: { name: 'Mara' }, decidedBy: null, item: { id: stage.open.globalId } },
    ]);
    await stage.change('chair', 'publishMinutes');
    expect((await readMinutes(stage.as('provincialChair'), stage.meeting)).addenda).toHaveLength(1);
    const addendumId = proposed.addenda[1].id;
    for (const part of ['market', 'observer', 'provincialChair'] as const)
      expect(await refusedMinutes(stage.as(part), 'settleAddendum', { addendumId, accepted: true })).toMatchObject({
        error: 'FORBIDDEN',
      });
    expect(await refusedMinutes(stage.as('stranger'), 'settleAddendum', { addendumId, accepted: true })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusedMinutes(stage.as('chair'), 'settleAddendum', { addendumId, accepted: false })).toMatchObject({
      code: 'REQUIRED',
      path: ['input', 'answer'],
    });
    const settled = await changeMinutes(stage.as('chair'), 'settleAddendum', { addendumId, accepted: true });
    expect(settled.addenda[1]).toMatchObject({ state: 'ACCEPTED', number: 2, decidedBy: { name: 'Cor' } });
    expect(await refusedMinutes(stage.as('chair'), 'settleAddendum', { addendumId, accepted: true })).toMatchObject({
      code: 'ALREADY_SETTLED',
    });
    await expect(
      stage.em().execute('update minutes_addendum set text = ? where id = ?', ['Anders', addendumId.split('_')[1]]),
    ).rejects.toThrow(/does not change/);
  });

  test('of text that came too late are proposed, whoever wrote it, and can be returned', async () => {
    await stage.adopted();
    const { addenda } = await stage.change('chair', 'addAddendum', { text: 'Offline getypt', origin: 'OFFLINE_TEXT' });
    expect(addenda).toMatchObject([{ state: 'PROPOSED', origin: 'OFFLINE_TEXT', author: { name: 'Cor' } }]);
    const returned = await changeMinutes(stage.as('secretary'), 'settleAddendum', {
      addendumId: addenda[0].id,
      accepted: false,
      answer: 'Staat er al',
    });
    expect(returned.addenda).toMatchObject([{ state: 'RETURNED', number: null, answer: 'Staat er al' }]);
  });

  test('are no way into the closed part, and for participants', async () => {
    await stage.adopted();
    expect(
      await stage.refused('market', 'addAddendum', { text: 'Raad eens', itemId: stage.closed.globalId }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await stage.refused('observer', 'addAddendum', { text: 'Mag niet' })).toMatchObject({ error: 'FORBIDDEN' });
    expect(await stage.refused('stranger', 'addAddendum', { text: 'Mag niet' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await stage.refused('participant', 'addAddendum', { text: '' })).toMatchObject({ code: 'REQUIRED' });
    await stage.change('secretary', 'addAddendum', { text: secret, itemId: stage.closed.globalId });
    for (const part of ['market', 'observer'] as const)
      expect((await readMinutes(stage.as(part), stage.meeting)).addenda).toEqual([]);
    expect((await readMinutes(stage.as('participant'), stage.meeting)).addenda).toHaveLength(1);
  });
});
