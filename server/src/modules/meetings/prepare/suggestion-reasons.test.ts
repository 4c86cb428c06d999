import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import type { Made } from '../../../../testing/factories.ts';
import { type GraphClient, graphClient } from '../../../../testing/graph-client.ts';
import { changeAgenda, type MadeMeeting, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { makeNote } from '../../../../testing/note-factory.ts';
import { makeAction, placeOnAgenda, prepare, readPreparation } from '../../../../testing/preparation-factory.ts';
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

describe('a reason to come on an agenda', () => {
  test('FIXED: the opening first and the closing last, unless the agenda has them', async () => {
    expect(await suggested()).toMatchObject([
      { key: 'opening', title: 'Opening, mededelingen en vaststellen agenda', reasons: [{ kind: 'FIXED' }] },
      {
        key: 'closing',
        title: 'Samenvatting besluiten en acties, rondvraag en sluiting',
        reasons: [{ kind: 'FIXED' }],
      },
    ]);
    for (const title of ['Welkom en opening', 'Rondvraag'])
      await changeAgenda(cast.as('chair'), 'addAgendaItem', { meetingId: meeting.globalId, title });
    expect(await suggested()).toEqual([]);
  });

  test('MINUTES_TO_ADOPT and PROMISES: the minutes of last time with what was promised', async () => {
    const last = await earlier('2026-11-12T12:30:00Z');
    const { participant } = cast.people;
    const promise = (dueOn: string, doneOn?: string) =>
      makeAction(cast.make, { table, owner: participant, dueOn, ...(doneOn && { doneOn }) });
    await promise('2026-11-20');
    await promise('2026-12-20');
    await promise('2026-12-21');
    await promise('2026-11-18', '2026-11-17');
    await promise('2026-10-01', '2026-10-02');
    const [minutes, ...others] = await besideFixed();
    expect(others).toEqual([]);
    expect(minutes).toMatchObject({
      key: `minutes:${last.id}`,
      title: 'Verslag en afspraken van 12 november',
      purpose: 'DECIDE',
      presenter: { name: 'Sien' },
      proposedDecision: 'Het verslag van 12 november vaststellen.',
      subjects: [{ __typename: 'Meeting', id: last.globalId }],
      reasons: [
        { kind: 'MINUTES_TO_ADOPT', meeting: { id: last.globalId }, on: '2026-11-12' },
        { kind: 'PROMISES', done: 1, late: 1, open: 2 },
      ],
    });
  });

  test('PROMISES alone, when the minutes are adopted; those of the closed part count for who may know of them', async () => {
    await earlier('2026-11-12T12:30:00Z', 'MINUTES_ADOPTED');
    await makeAction(cast.make, { table, owner: cast.people.participant, dueOn: '2026-11-20' });
    await makeAction(cast.make, { table, owner: cast.people.participant, dueOn: '2026-11-21', closedPart: true });
    const marketChair = await cast.make.member(table, 'CHAIR', { name: 'Mark', kind: 'DEVELOPER' });
    const reasonsFor = async (client: GraphClient) =>
      (await readPreparation(client, meeting)).suggestions.find(({ key }: { key: string }) => key === 'promises')
        ?.reasons;
    expect(await reasonsFor(cast.as('secretary'))).toMatchObject([{ kind: 'PROMISES', done: 0, late: 2, open: 0 }]);
    expect(await reasonsFor(await graphClient(app, marketChair))).toMatchObject([
      { kind: 'PROMISES', late: 1, open: 0 },
    ]);
  });

  test('CARRIED_OVER: what the last meeting left, by reference, with the reasons of its case', async () => {
    const last = await earlier('2026-11-12T12:30:00Z', 'MINUTES_ADOPTED');
    const case1 = await inWest({ dueOn: '2026-11-20' });
    const left = await placeOnAgenda(app, cast.make, last, { title: 'Zwanenhoek', position: 1, about: case1 });
    await placeOnAgenda(app, cast.make, last, { title: 'Afgehandeld', position: 2, finished: true });
    await placeOnAgenda(app, cast.make, last, { title: 'Rondvraag', position: 3 });
    const solved = await inWest({ state: 'RESOLVED', dueOn: null });
    await placeOnAgenda(app, cast.make, last, { title: 'Al opgelost', position: 4, about: solved });
    expect(await besideFixed()).toMatchObject([
      {
        key: `item:${left.id}`,
        title: 'Zwanenhoek',
        minutes: 25,
        purpose: 'DECIDE',
        subjects: [{ id: case1.globalId }],
        reasons: [
          { kind: 'CARRIED_OVER', meeting: { id: last.globalId } },
          { kind: 'CASE_OVERDUE', on: '2026-11-20' },
        ],
      },
    ]);
  });

  test('PROPOSED: what a participant proposes, with who', async () => {
    const input = {
      meetingId: meeting.globalId,
      title: 'Behoefteraming',
      motivation: 'De cijfers zijn oud.',
      minutes: 20,
    };
    const { proposal } = await prepare(cast.as('participant'), 'proposeAgendaItem', input);
    expect(await besideFixed()).toMatchObject([
      {
        title: 'Behoefteraming',
        minutes: 20,
        presenter: { name: 'Piet' },
        proposal: { id: proposal.id },
        reasons: [{ kind: 'PROPOSED', person: { name: 'Piet' }, on: '2026-11-23' }],
      },
    ]);
  });

  test('ESCALATION_WAITING: it waits for an answer of this table', async () => {
    await inWest({
      title: 'Naar boven',
      state: 'ESCALATED',
      dueOn: '2027-01-31',
      projects: [{ project: cast.project, homes: 830 }],
    });
    expect(await besideFixed()).toMatchObject([
      {
        title: 'Naar boven',
        purpose: 'DECIDE',
        presenter: null,
        presenterText: 'Fenna, Gemeente Kampen',
        homesWaiting: 830,
        reasons: [{ kind: 'ESCALATION_WAITING', on: '2027-01-31' }],
      },
    ]);
  });

  test('DECISION_NEEDED and CONSTRUCTION_STARTS: before the next meeting of the series', async () => {
    await later('2027-01-14T12:30:00Z');
    const soon = await inWest({ title: 'Nu beslissen' });
    await setDates(
      soon,
      `decision_by = '2027-01-13', construction_start = '2026-12-15', proposed_resolution = 'Een tussenstation.'`,
    );
    const afterwards = await inWest({ title: 'Kan wachten' });
    await setDates(afterwards, `decision_by = '2027-01-14', construction_start = '2027-03-01'`);
    expect(await besideFixed()).toMatchObject([
      {
        title: 'Nu beslissen',
        purpose: 'DECIDE',
        proposedDecision: 'Een tussenstation.',
        reasons: [
          { kind: 'DECISION_NEEDED', on: '2027-01-13' },
          { kind: 'CONSTRUCTION_STARTS', on: '2026-12-15' },
        ],
      },
    ]);
  });

  test('CASE_OVERDUE: its date has passed', async () => {
    await inWest({ title: 'Te laat', dueOn: '2026-11-22' });
    await inWest({ title: 'Vandaag', dueOn: '2026-11-23' });
    expect(await besideFixed()).toMatchObject([
      { title: 'Te laat', reasons: [{ kind: 'CASE_OVERDUE', on: '2026-11-22' }] },
    ]);
  });

  test('READY: submitted, and on no agenda yet', async () => {
    await inWest({ title: 'Ingediend', state: 'SUBMITTED' });
    const elsewhere = await inWest({ title: 'Op een latere agenda', state: 'TRIAGE' });
    const next = await later('2027-01-14T12:30:00Z');
    await placeOnAgenda(app, cast.make, next, { title: 'Later', position: 1, about: elsewhere });
    await inWest({ title: 'In behandeling' });
    expect(await besideFixed()).toMatchObject([{ title: 'Ingediend', reasons: [{ kind: 'READY', on: null }] }]);
  });

  test('FEEDBACK_OVERDUE: municipalities wait, all in one item; with the case when that comes anyway', async () => {
    const last = await earlier('2026-11-12T12:30:00Z', 'MINUTES_ADOPTED');
    const owed = async (bottleneck: Made, dueOn: string) =>
      cast.make.insert('case_feedback', {
        meeting_id: last.id,
        table_id: table.id,
        bottleneck_id: bottleneck.id,
        municipality_id: cast.kampen.id,
        due_on: dueOn,
      });
    const one = await inWest({ state: 'RESOLVED', dueOn: null });
    const two = await inWest();
    const secret = await inWest({ confidentiality: 'CONFIDENTIAL' });
    const late = await inWest({ title: 'Ook te laat', dueOn: '2026-11-01' });
    await owed(one, '2026-11-19');
    await owed(two, '2026-11-20');
    await owed(secret, '2026-11-20');
    await owed(late, '2026-11-21');
    await owed(await inWest(), '2026-11-23');
    const list = await besideFixed();
    expect(list.find(({ title }) => title === 'Ook te laat')).toMatchObject({
      reasons: [{ kind: 'CASE_OVERDUE' }, { kind: 'FEEDBACK_OVERDUE', on: '2026-11-21' }],
    });
    expect(list.filter(({ key }) => key.startsWith('feedback'))).toMatchObject([
      { key: 'feedback', closedPart: false, reasons: [{ kind: 'FEEDBACK_OVERDUE', on: '2026-11-19', late: 2 }] },
      { key: 'feedback-closed', closedPart: true, subjects: [{ id: secret.globalId }], reasons: [{ late: 1 }] },
    ]);
    expect(list).toHaveLength(3);
  });

  test('NOTE_REVIEW: a note that cases of the table use is due before the next meeting', async () => {
    const bottleneck = await inWest();
    const used = async (title: string, reviewBy: string, at = bottleneck) => {
      const note = await makeNote(app, cast.make, { author: cast.people.secretary, title, reviewBy });
      await cast.make.insert('application', {
        note_id: note.id,
        bottleneck_id: at.id,
        result: 'WORKED',
        applied_by_id: cast.people.secretary.id,
        applied_on: '2026-11-01',
      });
      return note;
    };
    const note = await used('Intern salderen', '2026-12-15');
    await used('Nog lang geldig', '2027-12-15');
    await used(
      'Van een andere tafel',
      '2026-12-15',
      await cast.bottleneck({ table: cast.twente, dueOn: '2027-06-01' }),
    );
    expect(await besideFixed()).toMatchObject([
      {
        title: 'Kennis: Intern salderen',
        purpose: 'INFORM',
        subjects: [{ __typename: 'KnowledgeNote', id: note.globalId }],
        reasons: [{ kind: 'NOTE_REVIEW', on: '2026-12-15' }],
      },
    ]);
  });

  describe('LAW_CHANGED', () => {
    const record = (noteId: string, title = 'De Energiewet', effectiveOn = '2026-12-01') =>
      cast.make
        .insert('legal_event', {
          kind: 'LAW',
          title,
          effective_on: effectiveOn,
          recorded_by_id: cast.people.secretary.id,
          recorded_at: app.platform.now(),
        })
        .then(async (event) => {
          await app.database
            .fork()
            .execute(
              `insert into note_review (legal_event_id, note_id, state, status_before) values (?, ?, 'TO_REVIEW', 'VALIDATED')`,
              [event.id, noteId],
            );
          return event;
        });
    const use = async (at: Made, wish: object = {}, result = 'NOT_YET') => {
      const note = await makeNote(app, cast.make, { author: cast.people.stranger, ...wish });
      await cast.make.insert('application', {
        note_id: note.id,
        bottleneck_id: at.id,
        result,
        applied_by_id: cast.people.secretary.id,
        applied_on: '2026-11-01',
      });
      return note;
    };
    const settle = (noteId: string) =>
      app.database
        .fork()
        .execute(
          `update note_review set state = 'CONFIRMED', settled_by_id = ?, settled_at = now() where note_id = ?`,
          [cast.people.secretary.id, noteId],
        );

    test('a case that rests on a note which has to be looked at again, until somebody did', async () => {
      const bottleneck = await inWest({ title: 'Wacht op stroom' });
      const note = await use(bottleneck);
      expect(await besideFixed()).toEqual([]);
      const event = await record(note.id);
      await record(note.id, 'Een latere wet', '2027-01-01');
      expect(await besideFixed()).toMatchObject([
        {
          key: `bottleneck:${bottleneck.id}`,
          title: 'Wacht op stroom',
          purpose: 'DISCUSS',
          minutes: 15,
          subjects: [{ id: bottleneck.globalId }],
          reasons: [
            {
              kind: 'LAW_CHANGED',
              on: '2026-12-01',
              legalEvent: { id: globalId('LegalEvent', event.id), title: 'De Energiewet' },
            },
          ],
        },
      ]);
      await settle(note.id);
      expect(await besideFixed()).toEqual([]);
    });

    test('goes along with what makes the case more urgent', async () => {
      const bottleneck = await inWest({ dueOn: '2026-11-20' });
      await record((await use(bottleneck)).id);
      const [suggestion] = await besideFixed();
      expect(suggestion?.reasons.map(({ kind }) => kind)).toEqual(['CASE_OVERDUE', 'LAW_CHANGED']);
    });

    test('is no reason where the note failed, the case is closed or at another table, or the event was withdrawn', async () => {
      const failed = await inWest();
      await record((await use(failed, {}, 'FAILED')).id);
      const closed = await inWest({ state: 'RESOLVED', dueOn: null });
      await record((await use(closed)).id);
      const elsewhere = await cast.bottleneck({ table: cast.twente, dueOn: '2027-06-01' });
      await record((await use(elsewhere)).id);
      const mistaken = await inWest();
      const event = await record((await use(mistaken)).id);
      await app.database.fork().execute('update legal_event set withdrawn_at = now() where id = ?', [event.id]);
      expect(await besideFixed()).toEqual([]);
    });

    test('tells nothing of a note that fewer people see than the case', async () => {
      const bottleneck = await inWest();
      const author = cast.people.secretary;
      await record((await use(bottleneck, { author, confidentiality: 'CONFIDENTIAL' })).id);
      const twente = await cast.make.region('TWENTE');
      await record((await use(bottleneck, { author, confidentiality: 'REGIONAL', region: twente })).id);
      expect(await besideFixed()).toEqual([]);
      const west = await cast.make.region('WEST_OVERIJSSEL');
      await record((await use(bottleneck, { confidentiality: 'REGIONAL', region: west })).id);
      expect(await besideFixed()).toMatchObject([{ reasons: [{ kind: 'LAW_CHANGED' }] }]);
    });

    test('waits when the case stands on a later agenda', async () => {
      const bottleneck = await inWest();
      await record((await use(bottleneck)).id);
      const next = await later('2027-01-14T12:30:00Z');
      await placeOnAgenda(app, cast.make, next, { title: 'Later', position: 1, about: bottleneck });
      expect(await besideFixed()).toEqual([]);
    });
  });
});
