import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { changeAgenda, type MadeMeeting, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { forbiddenOf, prepare, problemsOf, readPreparation } from '../../../../testing/preparation-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  meeting = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair, state: 'PUBLISHED' });
});
afterAll(() => app.close());

const wish = (more: object = {}) => ({
  meetingId: meeting.globalId,
  title: 'Behoefteraming per marktgebied',
  motivation: 'De cijfers van 2021 zijn achterhaald.',
  ...more,
});
const propose = async (more: object = {}, part: Part = 'participant') =>
  (await prepare(cast.as(part), 'proposeAgendaItem', wish(more))).proposal;
const read = (part: Part) => readPreparation(cast.as(part), meeting);
const setState = (state: string) =>
  app.database.fork().execute('update meeting set state = ? where id = ?', [state, meeting.id]);
const accept = async (proposalId: string, more: object = {}, part: Part = 'secretary') => ({
  proposalId,
  expectedVersion: (await read(part)).version,
  ...more,
});

describe('proposing an item', () => {
  test('shows to its proposer and to who prepares the meeting, and to nobody else', async () => {
    const bottleneck = await cast.bottleneck();
    const proposal = await propose({
      purpose: 'DECIDE',
      minutes: 20,
      proposedDecision: 'Opnieuw ramen.',
      subjectIds: [bottleneck.globalId, cast.project.globalId],
    });
    expect(proposal).toMatchObject({
      title: 'Behoefteraming per marktgebied',
      purpose: 'DECIDE',
      minutes: 20,
      motivation: 'De cijfers van 2021 zijn achterhaald.',
      proposedDecision: 'Opnieuw ramen.',
      state: 'OPEN',
      proposedBy: { name: 'Piet' },
      item: null,
      subjects: [{ id: bottleneck.globalId }, { id: cast.project.globalId }],
    });
    for (const part of ['participant', 'chair', 'secretary'] as const)
      expect((await read(part)).proposals).toMatchObject([{ id: proposal.id }]);
    for (const part of ['market', 'observer', 'provincialChair', 'twente', 'stranger'] as const) {
      expect((await read(part))?.proposals ?? []).toEqual([]);
      const { node } = await cast.as(part).run('query ($id: ID!) { node(id: $id) { id } }', { id: proposal.id });
      expect(node).toBeNull();
    }
    const can = async (part: Part) =>
      (await read(part)).proposals[0].viewerCan
        .filter(({ allowed }: { allowed: boolean }) => allowed)
        .map(({ verb }: { verb: string }) => verb);
    expect(await can('participant')).toEqual(['WITHDRAW']);
    expect(await can('secretary')).toEqual(['ACCEPT', 'RETURN']);
  });

  test('is late after the last day for submitting, and still possible', async () => {
    const { id } = meeting;
    const until = (day: string) =>
      app.database.fork().execute('update meeting set submit_by = ? where id = ?', [day, id]);
    await until('2026-11-23');
    expect(await propose()).toMatchObject({ afterDeadline: false });
    await until('2026-11-22');
    expect(await propose()).toMatchObject({ afterDeadline: true });
  });

  test('tells who prepares the meeting, in the inbox', async () => {
    const proposal = await propose({ title: 'Voor de secretaris' });
    await app.platform.streams.drain();
    const inbox = async (part: Part) =>
      (
        await cast
          .as(part)
          .run('{ inbox(first: 5) { edges { node { reason event { type changes { field after } remark } } } } }')
      ).inbox.edges.map(({ node }: { node: { event: { type: string } } }) => node)[0];
    for (const [part, reason] of [
      ['secretary', 'SECRETARY'],
      ['chair', 'CHAIR'],
    ] as const)
      expect(await inbox(part)).toMatchObject({
        reason,
        event: { type: 'AGENDA_ITEM_PROPOSED', changes: [{ field: 'title', after: 'Voor de secretaris' }] },
      });
    await prepare(cast.as('secretary'), 'returnProposal', { proposalId: proposal.id, reason: 'Eerst langs de regio.' });
    await app.platform.streams.drain();
    expect(await inbox('participant')).toMatchObject({
      reason: 'PROPOSER',
      event: { type: 'PROPOSAL_RETURNED', remark: 'Eerst langs de regio.' },
    });
    const other = await propose({ title: 'Wel' });
    await prepare(cast.as('secretary'), 'acceptProposal', await accept(other.id));
    await app.platform.streams.drain();
    expect(await inbox('participant')).toMatchObject({ event: { type: 'PROPOSAL_ACCEPTED' } });
  });

  test('is for participants, before the meeting starts', async () => {
    for (const part of ['observer', 'provincialChair'] as const)
      expect(await forbiddenOf(cast.as(part), 'proposeAgendaItem', wish())).toMatchObject({ code: 'FORBIDDEN' });
    for (const part of ['stranger', 'twente', 'filer'] as const)
      expect(await problemsOf(cast.as(part), 'proposeAgendaItem', wish())).toEqual([['NOT_FOUND', 'input.meetingId']]);
    for (const [state, code] of Object.entries({
      IN_SESSION: 'MEETING_STARTED',
      CLOSED: 'MEETING_OVER',
      CANCELLED: 'MEETING_OVER',
    })) {
      await setState(state);
      expect(await problemsOf(cast.as('participant'), 'proposeAgendaItem', wish())).toEqual([
        [code, 'input.meetingId'],
      ]);
    }
  });

  test('refuses all that is wrong with it at once', async () => {
    const secret = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    const wrong = wish({
      title: 'x',
      motivation: '',
      minutes: 2_000,
      proposedDecision: 'x'.repeat(5_001),
      subjectIds: [secret.globalId],
    });
    expect(await problemsOf(cast.as('market'), 'proposeAgendaItem', wrong)).toEqual([
      ['TOO_SHORT', 'input.title'],
      ['REQUIRED', 'input.motivation'],
      ['TOO_LONG', 'input.proposedDecision'],
      ['OUT_OF_RANGE', 'input.minutes'],
      ['UNKNOWN_BOTTLENECK', 'input.subjectIds.0'],
    ]);
  });

  test('not without end', async () => {
    for (let n = 0; n < 20; n += 1) await propose({ title: `Voorstel ${n}` });
    expect(await problemsOf(cast.as('participant'), 'proposeAgendaItem', wish())).toEqual([
      ['TOO_MANY', 'input.meetingId'],
    ]);
  });
});

describe('deciding on a proposal', () => {
  test('accepting makes an item before the closing one, with who proposed it', async () => {
    for (const title of ['Opening', 'Rondvraag'])
      await changeAgenda(cast.as('chair'), 'addAgendaItem', { meetingId: meeting.globalId, title });
    const { id } = await propose({ minutes: 20 });
    const { proposal, meeting: now } = await prepare(cast.as('secretary'), 'acceptProposal', await accept(id));
    expect(now.items).toMatchObject([
      { title: 'Opening', why: [] },
      {
        title: 'Behoefteraming per marktgebied',
        minutes: 20,
        presenter: { name: 'Piet' },
        why: [{ kind: 'PROPOSED', person: { name: 'Piet' }, on: '2026-11-23' }],
      },
      { title: 'Rondvraag' },
    ]);
    expect(proposal).toMatchObject({ state: 'ACCEPTED', decidedBy: { name: 'Sien' }, item: { id: now.items[1].id } });
    // Its proposer sees the item as soon as it is published.
    expect((await read('participant')).proposals).toMatchObject([{ state: 'ACCEPTED', item: null }]);
  });

  test('at a place and with minutes of its own; a confidential case brings it into the closed part', async () => {
    await changeAgenda(cast.as('chair'), 'addAgendaItem', { meetingId: meeting.globalId, title: 'Opening' });
    const secret = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    const { id } = await propose({ subjectIds: [secret.globalId] });
    const { meeting: now } = await prepare(
      cast.as('chair'),
      'acceptProposal',
      await accept(id, { position: 1, minutes: 5 }, 'chair'),
    );
    expect(now.items).toMatchObject([{ minutes: 5, closedPart: true }, { title: 'Opening' }]);
  });

  test('about a case that is on the agenda already is not accepted, nor suggested', async () => {
    const bottleneck = await cast.bottleneck();
    const { id } = await propose({ subjectIds: [bottleneck.globalId] });
    await changeAgenda(cast.as('chair'), 'addAgendaItem', {
      meetingId: meeting.globalId,
      title: 'Staat er al',
      bottleneckIds: [bottleneck.globalId],
    });
    expect(await problemsOf(cast.as('secretary'), 'acceptProposal', await accept(id))).toEqual([
      ['ALREADY_ON_AGENDA', 'input.proposalId'],
    ]);
    const kinds = (await read('secretary')).suggestions.flatMap(
      ({ reasons }: { reasons: { kind: string }[] }) => reasons,
    );
    expect(kinds.map(({ kind }: { kind: string }) => kind)).not.toContain('PROPOSED');
  });

  test('returning gives the reason, withdrawing takes it off the list of who prepares the meeting', async () => {
    const returned = await propose();
    const input = { proposalId: returned.id, reason: 'Dit hoort bij de provincie.' };
    expect((await prepare(cast.as('secretary'), 'returnProposal', input)).proposal).toMatchObject({
      state: 'RETURNED',
      returnReason: 'Dit hoort bij de provincie.',
    });
    const withdrawn = await propose();
    const taken = await prepare(cast.as('participant'), 'withdrawProposal', { proposalId: withdrawn.id });
    expect(taken.proposal).toMatchObject({ state: 'WITHDRAWN' });
    expect((await read('participant')).proposals).toMatchObject([{ state: 'RETURNED' }, { state: 'WITHDRAWN' }]);
    expect((await read('secretary')).proposals).toMatchObject([{ state: 'RETURNED' }]);
  });

  test('happens once', async () => {
    const { id: proposalId } = await propose();
    const input = await accept(proposalId);
    await prepare(cast.as('secretary'), 'acceptProposal', input);
    const decided = [['PROPOSAL_DECIDED', 'input.proposalId']];
    expect(await problemsOf(cast.as('secretary'), 'acceptProposal', input)).toEqual(decided);
    expect(await problemsOf(cast.as('secretary'), 'returnProposal', { proposalId, reason: 'Te laat' })).toEqual(
      decided,
    );
    expect(await problemsOf(cast.as('participant'), 'withdrawProposal', { proposalId })).toEqual(decided);
  });

  test('is for who prepares the meeting, and withdrawing for its proposer', async () => {
    const { id: proposalId } = await propose();
    const input = await accept(proposalId);
    expect(await forbiddenOf(cast.as('participant'), 'acceptProposal', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await forbiddenOf(cast.as('participant'), 'returnProposal', { proposalId, reason: 'Zelf terug' }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(await forbiddenOf(cast.as('secretary'), 'withdrawProposal', { proposalId })).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Alleen wie het voorstelde kan het intrekken.',
    });
    for (const part of ['market', 'stranger', 'twente'] as const) {
      const unknown = [['UNKNOWN_PROPOSAL', 'input.proposalId']];
      expect(await problemsOf(cast.as(part), 'acceptProposal', input)).toEqual(unknown);
      expect(await problemsOf(cast.as(part), 'returnProposal', { proposalId, reason: 'Zomaar' })).toEqual(unknown);
      expect(await problemsOf(cast.as(part), 'withdrawProposal', { proposalId })).toEqual(unknown);
    }
  });

  test('refuses a wrong place, wrong minutes, no reason, another version, and a meeting that has started', async () => {
    const { id: proposalId } = await propose();
    const as = cast.as('secretary');
    const input = await accept(proposalId, { position: 2, minutes: 0 });
    expect(await problemsOf(as, 'acceptProposal', input)).toEqual([
      ['OUT_OF_RANGE', 'input.minutes'],
      ['OUT_OF_RANGE', 'input.position'],
    ]);
    expect(await problemsOf(as, 'acceptProposal', { proposalId, expectedVersion: 9 })).toEqual([
      ['CONFLICT', 'input.expectedVersion'],
    ]);
    expect(await problemsOf(as, 'returnProposal', { proposalId, reason: ' ' })).toEqual([['REQUIRED', 'input.reason']]);
    await setState('IN_SESSION');
    expect(await problemsOf(as, 'acceptProposal', await accept(proposalId))).toEqual([
      ['MEETING_STARTED', 'input.proposalId'],
    ]);
    await setState('CLOSED');
    expect(await problemsOf(as, 'acceptProposal', await accept(proposalId))).toEqual([
      ['MEETING_OVER', 'input.proposalId'],
    ]);
  });
});
