import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { grant } from '../../../../testing/bottleneck-factory.ts';
import type { Made } from '../../../../testing/factories.ts';
import { changeAgenda, type MadeMeeting, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { makeNote } from '../../../../testing/note-factory.ts';
import { placeOnAgenda, prepare, readPreparation } from '../../../../testing/preparation-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let table: Made;
let meeting: MadeMeeting;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  // A table of its own for every test, with the people of the cast.
  table = await cast.make.table({ region: await cast.make.region('WEST_OVERIJSSEL'), parent: cast.province });
  await cast.make.seat(table, cast.people.chair, 'CHAIR');
  await cast.make.seat(table, cast.people.secretary, 'SECRETARY');
  await cast.make.seat(table, cast.people.participant, 'PARTICIPANT');
  await cast.make.seat(table, cast.people.market, 'PARTICIPANT');
  await cast.make.seat(table, cast.people.observer, 'OBSERVER');
  meeting = await makeMeeting(app, cast.make, { table, by: cast.people.chair, state: 'PUBLISHED' });
});
afterAll(() => app.close());

const inWest = (wish: object = {}) => cast.bottleneck({ table, state: 'IN_PROGRESS', dueOn: '2027-06-01', ...wish });
const setDates = (bottleneck: Made, columns: string) =>
  app.database.fork().execute(`update bottleneck set ${columns} where id = ?`, [bottleneck.id]);
const earlier = (startsAt: string, state: 'CLOSED' | 'MINUTES_ADOPTED' = 'CLOSED') =>
  makeMeeting(app, cast.make, { table, by: cast.people.chair, startsAt: new Date(startsAt), state });
const later = (startsAt: string) =>
  makeMeeting(app, cast.make, { table, by: cast.people.chair, startsAt: new Date(startsAt) });
const suggested = async (part: Part = 'secretary', of = meeting) =>
  (await readPreparation(cast.as(part), of)).suggestions as {
    key: string;
    title: string;
    fits: boolean;
    closedPart: boolean;
    minutes: number;
    reasons: { kind: string; on: string | null }[];
  }[];
const besideFixed = async (part: Part = 'secretary', of = meeting) =>
  (await suggested(part, of)).filter(({ reasons }) => reasons[0]?.kind !== 'FIXED');
const kindsOf = (list: Awaited<ReturnType<typeof suggested>>) =>
  list.map(({ reasons }) => reasons.map(({ kind }) => kind));

describe('the draft as a whole', () => {
  test('has the most urgent first, each thing once with all its reasons', async () => {
    const last = await earlier('2026-11-12T12:30:00Z');
    const both = await inWest({ title: 'Dubbel', state: 'ESCALATED', dueOn: '2026-11-20' });
    await setDates(both, `decision_by = '2026-12-20'`);
    await inWest({ title: 'Ingediend', state: 'SUBMITTED' });
    await inWest({ title: 'Te laat', dueOn: '2026-11-22' });
    await placeOnAgenda(app, cast.make, last, { title: 'Restant', position: 1 });
    await prepare(cast.as('participant'), 'proposeAgendaItem', {
      meetingId: meeting.globalId,
      title: 'Voorstel',
      motivation: 'Omdat het moet.',
    });
    const list = await suggested();
    expect(kindsOf(list)).toEqual([
      ['FIXED'],
      ['MINUTES_TO_ADOPT'],
      ['CARRIED_OVER'],
      ['PROPOSED'],
      ['ESCALATION_WAITING', 'DECISION_NEEDED', 'CASE_OVERDUE'],
      ['CASE_OVERDUE'],
      ['READY'],
      ['FIXED'],
    ]);
    expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
  });

  test('fills the time there is: opening and closing first, then what still fits', async () => {
    await app.database
      .fork()
      .execute(`update meeting set ends_at = starts_at + interval '45 minutes' where id = ?`, [meeting.id]);
    await inWest({ title: 'Eerst', state: 'ESCALATED', dueOn: '2026-12-01' });
    await inWest({ title: 'Past niet', state: 'ESCALATED', dueOn: '2026-12-02' });
    await inWest({ title: 'Past nog net niet', state: 'SUBMITTED' });
    expect((await suggested()).map(({ title, minutes, fits }) => [title, minutes, fits])).toEqual([
      ['Opening, mededelingen en vaststellen agenda', 10, true],
      ['Eerst', 20, true],
      ['Past niet', 20, false],
      ['Past nog net niet', 15, false],
      ['Samenvatting besluiten en acties, rondvraag en sluiting', 10, true],
    ]);
  });

  test('what stands on this agenda or on one before it is not suggested', async () => {
    const here = await inWest({ dueOn: '2026-11-01' });
    await changeAgenda(cast.as('secretary'), 'addAgendaItem', {
      meetingId: meeting.globalId,
      title: 'Hier al',
      bottleneckIds: [here.globalId],
    });
    expect(await besideFixed()).toEqual([]);
    expect(await besideFixed('secretary', await later('2027-01-14T12:30:00Z'))).toEqual([]);
  });

  test('what waits for a later agenda comes sooner only when its date does', async () => {
    const next = await later('2027-01-14T12:30:00Z');
    await later('2027-02-11T12:30:00Z');
    const waits = await inWest({ dueOn: '2026-11-01' });
    const urgent = await inWest({ title: 'Niet wachten' });
    await setDates(urgent, `decision_by = '2027-01-05'`);
    await placeOnAgenda(app, cast.make, next, { title: 'Eén', position: 1, about: waits });
    await placeOnAgenda(app, cast.make, next, { title: 'Twee', position: 2, about: urgent });
    expect(await besideFixed()).toMatchObject([{ title: 'Niet wachten', reasons: [{ kind: 'DECISION_NEEDED' }] }]);
  });

  test('shows nothing that this secretary may not see; a confidential case comes in the closed part', async () => {
    await inWest({ title: 'Vertrouwelijk', confidentiality: 'CONFIDENTIAL', dueOn: '2026-11-01' });
    const shady = await inWest({ title: 'Met belang', dueOn: '2026-11-02' });
    await grant(app, shady, cast.people.secretary, 'EXCLUDED');
    expect(await besideFixed()).toMatchObject([{ title: 'Vertrouwelijk', closedPart: true }]);
    expect(await besideFixed('chair')).toHaveLength(2);
  });

  test.each(['participant', 'observer', 'market', 'provincialChair'] as const)('is not for %s', async (part) => {
    await inWest({ dueOn: '2026-11-01' });
    expect(await suggested(part)).toEqual([]);
    expect((await readPreparation(cast.as(part), meeting)).droppedSuggestions).toEqual([]);
  });

  test.each(['IN_SESSION', 'CLOSED', 'CANCELLED'] as const)('is empty once the meeting is %s', async (state) => {
    await app.database.fork().execute('update meeting set state = ? where id = ?', [state, meeting.id]);
    expect(await suggested()).toEqual([]);
  });

  test('costs the same number of statements whatever there is', async () => {
    const counted = async () => {
      await app.platform.streams.drain();
      app.takeStatements();
      await readPreparation(cast.as('secretary'), meeting);
      return app.takeStatements().length;
    };
    const note = await makeNote(app, cast.make, { author: cast.people.secretary, reviewBy: '2026-12-15' });
    const grow = async (n: number) => {
      const bottleneck = await inWest({ dueOn: '2026-11-01', title: `Zaak ${n}` });
      await inWest({ state: 'ESCALATED', dueOn: '2026-11-01' });
      await cast.make.insert('application', {
        note_id: note.id,
        bottleneck_id: bottleneck.id,
        result: 'WORKED',
        applied_by_id: cast.people.secretary.id,
        applied_on: '2026-11-01',
      });
      await prepare(cast.as('participant'), 'proposeAgendaItem', {
        meetingId: meeting.globalId,
        title: `Voorstel ${n}`,
        motivation: 'Omdat het moet.',
        subjectIds: [globalId('Project', cast.project.id)].slice(0, n === 0 ? 1 : 0),
      });
    };
    await grow(0);
    const few = await counted();
    for (let n = 1; n < 6; n += 1) await grow(n);
    expect(await counted()).toBe(few);
    expect(few).toBeLessThanOrEqual(40);
  });
});
