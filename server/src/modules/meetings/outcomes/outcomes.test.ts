import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import type { MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import { type AnswerData, graphClient } from '../../../../testing/graph-client.ts';
import { problemFields } from '../../../../testing/meeting-factory.ts';
import { makeNote } from '../../../../testing/note-factory.ts';
import { personOf, type PublishedMeeting, publishedMeeting, start } from '../../../../testing/run-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let open: MadeBottleneck;
let secret: MadeBottleneck;
let meeting: PublishedMeeting;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-12-10T12:30:00Z') });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());

beforeEach(async () => {
  open = await cast.bottleneck({ state: 'IN_PROGRESS', confidentiality: 'PUBLIC' });
  secret = await cast.bottleneck({ state: 'IN_PROGRESS', confidentiality: 'CONFIDENTIAL' });
  meeting = await publishedMeeting(cast, [
    {
      title: 'Stroom',
      proposedDecision: 'Instemmen met één kabel.',
      bottleneckIds: [globalId('Bottleneck', open.id)],
    },
    { title: 'Grond', closedPart: true },
    { title: 'Rondvraag' },
  ]);
  await start(cast, meeting);
});

const outcomeFields = `id version kind number text proposedText transition closedPart recordedAt recordedBy { name } viewerCan { verb allowed reason }
  action { id number what state owner { name } dueOn closedPart meeting { id } item { title } bottleneck { id } } bottleneck { id } note { id } item { id title } meeting { id }`;
const types: Readonly<Record<string, string>> = {
  addOutcome: 'AddOutcomeInput',
  editOutcome: 'EditOutcomeInput',
  withdrawOutcome: 'OutcomeVersionInput',
};
const text = (mutation: string) =>
  `mutation ($input: ${types[mutation] ?? ''}!) { ${mutation}(input: $input) { outcome { ${outcomeFields} } item { id outcomes { id } } meeting { id } problems { ${problemFields} } } }`;
const run = async (mutation: string, input: object, by: Part = 'secretary'): Promise<AnswerData> =>
  (await cast.as(by).run(text(mutation), { input }))[mutation];
const add = (kind: string, more: object = {}, by: Part = 'secretary') =>
  run('addOutcome', { itemId: meeting.item('Stroom'), kind, ...more }, by);
const codes = ({ problems }: { problems: { code: string; path: string[] }[] }) =>
  problems.map(({ code, path }) => [code, path.join('.')]);
const refusal = async (mutation: string, input: object, by: Part) => {
  const { data, errors } = await cast.as(by).answer(text(mutation), { input });
  if (errors[0]) return `${errors[0].extensions.code} ${String(errors[0].extensions['reason'])}`;
  return data[mutation].problems[0]?.code ?? null;
};
const outcomesFor = async (by: Part): Promise<AnswerData[]> => {
  const asked = `query ($id: ID!) { meeting(id: $id) { outcomes { ${outcomeFields} } } }`;
  return (await cast.as(by).run(asked, { id: meeting.meetingId })).meeting.outcomes;
};
const agreed = (more: object = {}) => ({
  what: 'Belt de netbeheerder',
  ownerId: personOf(cast, 'filer'),
  dueOn: '2026-12-20',
  ...more,
});

describe('a decision', () => {
  test('takes the words that were proposed, and gets a number', async () => {
    const { outcome, item, problems } = await add('DECISION');
    expect(problems).toEqual([]);
    expect(outcome).toMatchObject({
      version: 1,
      kind: 'DECISION',
      text: 'Instemmen met één kabel.',
      proposedText: 'Instemmen met één kabel.',
      closedPart: false,
      recordedBy: { name: 'Sien' },
      item: { title: 'Stroom' },
      meeting: { id: meeting.meetingId },
    });
    expect(outcome.number).toMatch(/^B-2026-\d{3}$/);
    expect(item.outcomes).toEqual([{ id: outcome.id }]);
    expect((await add('DECISION', {}, 'chair')).outcome.number).not.toBe(outcome.number);
  });

  test('in other words is an amended one, and changes with its words', async () => {
    const { outcome } = await add('DECISION', { text: ' Twee kabels. ' });
    expect(outcome).toMatchObject({ kind: 'AMENDED_DECISION', text: 'Twee kabels.' });
    const edited = await run('editOutcome', {
      outcomeId: outcome.id,
      expectedVersion: 1,
      text: 'Instemmen met één kabel.',
    });
    expect(edited.outcome).toMatchObject({ kind: 'DECISION', version: 2, number: outcome.number });
    // The same words are no change.
    const same = { outcomeId: outcome.id, expectedVersion: 2, text: 'Instemmen met één kabel.' };
    expect((await run('editOutcome', same)).outcome.version).toBe(2);
  });

  test('is told on the timeline of the case, with the words before when it changes', async () => {
    const { outcome } = await add('DECISION');
    await run('editOutcome', { outcomeId: outcome.id, expectedVersion: 1, text: 'Twee kabels.' });
    const asked = `query ($number: String!) { bottleneck(number: $number) { timeline(first: 2) { edges { node { type changes { before after } } } } } }`;
    const { bottleneck } = await cast.as('reader').run(asked, { number: open.number });
    // The reader sees the case, and nothing of the meeting.
    expect(bottleneck.timeline.edges).toEqual([]);
    const { bottleneck: told } = await cast.as('participant').run(asked, { number: open.number });
    expect(told.timeline.edges.map(({ node }: AnswerData) => [node.type, node.changes[0]])).toEqual([
      ['OUTCOME_RECORDED', { before: 'Instemmen met één kabel.', after: 'Twee kabels.' }],
      ['OUTCOME_RECORDED', { before: null, after: 'Instemmen met één kabel.' }],
    ]);
  });

  test('needs words', async () => {
    expect(codes(await add('DECISION', { text: ' ' }))).toEqual([['REQUIRED', 'input.text']]);
    expect(codes(await add('AMENDED_DECISION', { itemId: meeting.item('Rondvraag') }))).toEqual([
      ['REQUIRED', 'input.text'],
    ]);
    const { outcome } = await add('DECISION');
    const blank = { outcomeId: outcome.id, expectedVersion: 1, text: '' };
    expect(codes(await run('editOutcome', blank))).toEqual([['REQUIRED', 'input.text']]);
  });
});

describe('an action', () => {
  test('is made once, and is at once in its owner’s list', async () => {
    const { outcome } = await add('ACTION', { action: agreed({ bottleneckId: globalId('Bottleneck', open.id) }) });
    expect(outcome).toMatchObject({
      kind: 'ACTION',
      number: null,
      text: '',
      action: {
        what: 'Belt de netbeheerder',
        state: 'OPEN',
        owner: { name: 'Fenna' },
        dueOn: '2026-12-20',
        closedPart: false,
        meeting: { id: meeting.meetingId },
        item: { title: 'Stroom' },
        bottleneck: { id: globalId('Bottleneck', open.id) },
      },
    });
    const { actions } = await cast.as('filer').run('{ actions(filter: { mine: true }) { edges { node { id } } } }');
    expect(actions.edges.map(({ node }: AnswerData) => node.id)).toContain(outcome.action.id);
  });

  test('is refused whole when something is wrong with it, and nothing is made', async () => {
    const before = await app.database.fork().execute('select id from action');
    expect(codes(await add('ACTION'))).toEqual([['REQUIRED', 'input.action']]);
    expect(codes(await add('INFORMED', { action: agreed() }))).toEqual([['ACTION_OUTCOME_ONLY', 'input.action']]);
    const wrong = { what: ' ', ownerId: 'Person_x', dueOn: '2026-12-09', bottleneckId: 'x' };
    expect(codes(await add('ACTION', { action: wrong }))).toEqual([
      ['REQUIRED', 'input.action.what'],
      ['UNKNOWN_PERSON', 'input.action.ownerId'],
      ['DATE_IN_PAST', 'input.action.dueOn'],
      ['UNKNOWN_BOTTLENECK', 'input.action.bottleneckId'],
    ]);
    expect(await app.database.fork().execute('select id from action')).toEqual(before);
  });

  test('withdrawn as a mistake, it goes; what was done meanwhile stays', async () => {
    const { outcome: first } = await add('ACTION', { action: agreed() });
    const { outcome: second } = await add('ACTION', { action: agreed() });
    const complete = `mutation ($id: ID!) { completeAction(input: { actionId: $id, expectedVersion: 1 }) { problems { code } } }`;
    await cast.as('filer').run(complete, { id: second.action.id });
    for (const { id } of [first, second]) {
      const gone = await run('withdrawOutcome', { outcomeId: id, expectedVersion: 1 });
      expect([gone.problems, gone.outcome, gone.meeting.id]).toEqual([[], null, meeting.meetingId]);
    }
    const states = async (id: string) =>
      (await cast.as('filer').run('query ($id: ID!) { node(id: $id) { ... on Action { state } } }', { id })).node.state;
    expect([await states(first.action.id), await states(second.action.id)]).toEqual(['WITHDRAWN', 'DONE']);
    expect(await outcomesFor('secretary')).toEqual([]);
  });
});

describe('what was made or changed', () => {
  test('a case and a note are linked, and seen by who may see them', async () => {
    const note = await makeNote(app, cast.make, { author: cast.people.filer });
    const { outcome: linked } = await add('NOTE', { noteId: globalId('KnowledgeNote', note.id), text: 'Bijgewerkt' });
    expect(linked).toMatchObject({
      kind: 'NOTE',
      note: { id: globalId('KnowledgeNote', note.id) },
      text: 'Bijgewerkt',
    });
    const { outcome } = await add('BOTTLENECK', { bottleneckId: globalId('Bottleneck', open.id) });
    expect(outcome).toMatchObject({
      kind: 'BOTTLENECK',
      transition: null,
      bottleneck: { id: globalId('Bottleneck', open.id) },
    });
    expect((await add('INFORMED')).outcome).toMatchObject({ kind: 'INFORMED', text: '' });
    expect((await outcomesFor('participant')).map(({ kind }) => kind)).toEqual(['NOTE', 'BOTTLENECK', 'INFORMED']);
  });

  test('something has to be linked, and to be there', async () => {
    expect(codes(await add('BOTTLENECK'))).toEqual([['REQUIRED', 'input.bottleneckId']]);
    expect(codes(await add('NOTE'))).toEqual([['REQUIRED', 'input.noteId']]);
    const nowhere = '01900000-0000-7000-8000-000000000000';
    for (const bottleneckId of [globalId('Bottleneck', nowhere), 'x'])
      expect(codes(await add('BOTTLENECK', { bottleneckId }))).toEqual([['UNKNOWN_BOTTLENECK', 'input.bottleneckId']]);
    expect(codes(await add('NOTE', { noteId: globalId('KnowledgeNote', nowhere) }))).toEqual([
      ['UNKNOWN_NOTE', 'input.noteId'],
    ]);
    expect(codes(await add('INFORMED', { text: 'x'.repeat(5_001) }))).toEqual([['TOO_LONG', 'input.text']]);
  });
});

describe('who may', () => {
  test('chair and secretary record; nobody else', async () => {
    const { outcome } = await add('DECISION');
    const inputs = {
      addOutcome: { itemId: meeting.item('Stroom'), kind: 'INFORMED' },
      editOutcome: { outcomeId: outcome.id, expectedVersion: 1, text: 'Anders' },
      withdrawOutcome: { outcomeId: outcome.id, expectedVersion: 1 },
    };
    for (const [mutation, input] of Object.entries(inputs)) {
      for (const part of ['participant', 'market', 'observer', 'provincialChair'] as const)
        expect(await refusal(mutation, input, part), part).toBe('FORBIDDEN CHAIR_OR_SECRETARY_ONLY');
      for (const part of ['twente', 'stranger', 'reader'] as const)
        expect(await refusal(mutation, input, part), part).toBe('NOT_FOUND');
    }
    const [shown] = await outcomesFor('participant');
    expect(shown.viewerCan).toEqual(
      ['EDIT', 'WITHDRAW', 'DRAFT_NOTE'].map((verb) => ({ verb, allowed: false, reason: expect.any(String) })),
    );
    expect((await outcomesFor('chair'))[0].viewerCan.every(({ allowed }: AnswerData) => allowed)).toBe(true);
  });

  test('what is not there is not there, and what changed meanwhile is a conflict', async () => {
    const nowhere = '01900000-0000-7000-8000-000000000000';
    expect(await refusal('addOutcome', { itemId: globalId('AgendaItem', nowhere), kind: 'INFORMED' }, 'chair')).toBe(
      'NOT_FOUND',
    );
    for (const outcomeId of [globalId('AgendaOutcome', nowhere), 'x'])
      expect(await refusal('withdrawOutcome', { outcomeId, expectedVersion: 1 }, 'chair')).toBe('NOT_FOUND');
    const { outcome } = await add('DECISION');
    const stale = { outcomeId: outcome.id, expectedVersion: 9 };
    for (const [mutation, input] of [
      ['withdrawOutcome', stale],
      ['editOutcome', { ...stale, text: 'Anders' }],
    ] as const)
      expect((await run(mutation, input)).problems).toMatchObject([
        { __typename: 'ConflictProblem', currentVersion: 1 },
      ]);
    await run('withdrawOutcome', { outcomeId: outcome.id, expectedVersion: 1 });
    expect(await refusal('withdrawOutcome', { outcomeId: outcome.id, expectedVersion: 2 }, 'chair')).toBe('NOT_FOUND');
  });

  test('an item that others do not know of yet is not there for them', async () => {
    const em = app.database.fork();
    await em.execute(`update meeting set state = 'PUBLISHED', published_agenda = '[]' where id = ?`, [meeting.uuid]);
    const input = { itemId: meeting.item('Rondvraag'), kind: 'INFORMED' };
    expect(await refusal('addOutcome', input, 'participant')).toBe('NOT_FOUND');
    expect(await refusal('addOutcome', input, 'chair')).toBeNull();
  });

  test('once the meeting is over nothing is recorded', async () => {
    await app.database.fork().execute(`update meeting set state = 'CLOSED' where id = ?`, [meeting.uuid]);
    expect(await refusal('addOutcome', { itemId: meeting.item('Rondvraag'), kind: 'INFORMED' }, 'chair')).toBe(
      'MEETING_OVER',
    );
  });

  test('the closed part and what is about a confidential case show to who may see them', async () => {
    await add('DECISION', { itemId: meeting.item('Grond'), text: 'Kopen.' });
    const about = globalId('Bottleneck', secret.id);
    await add('ACTION', { action: agreed({ bottleneckId: about, ownerId: personOf(cast, 'participant') }) });
    await add('INFORMED');
    const kinds = async (part: Part) => (await outcomesFor(part)).map(({ kind }) => kind);
    expect(await kinds('participant')).toEqual(['ACTION', 'INFORMED', 'DECISION']);
    for (const part of ['market', 'observer', 'provincialChair'] as const)
      expect(await kinds(part), part).toEqual(['INFORMED']);
    const [action] = await outcomesFor('participant');
    expect([action.closedPart, action.action.closedPart]).toEqual([true, true]);
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect((await cast.as('market').run(node, { id: action.id })).node).toBeNull();
    expect((await cast.as('stranger').run(node, { id: action.id })).node).toBeNull();
    // What is hidden is not there, before a right is asked for.
    const decision = (await outcomesFor('participant')).find(({ kind }) => kind === 'DECISION');
    for (const { id } of [action, decision])
      expect(await refusal('withdrawOutcome', { outcomeId: id, expectedVersion: 1 }, 'market')).toBe('NOT_FOUND');
    const lead = await cast.make.member(cast.west, 'SECRETARY', { name: 'Marktleider', kind: 'DEVELOPER' });
    const client = await graphClient(app, lead);
    const input = { outcomeId: action.id, expectedVersion: 1 };
    const { withdrawOutcome } = await client.run(text('withdrawOutcome'), { input });
    expect(withdrawOutcome.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'outcomeId'] }]);
    const closed = { itemId: meeting.item('Grond'), kind: 'INFORMED' };
    const { addOutcome } = await client.run(text('addOutcome'), { input: closed });
    expect(addOutcome.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'itemId'] }]);
  });
});

test('an item of which something came stays on the agenda, until that is withdrawn', async () => {
  const { outcome } = await add('INFORMED', { itemId: meeting.item('Rondvraag') });
  const remove = async () => {
    const asked = 'query ($id: ID!) { meeting(id: $id) { version } }';
    const { version } = (await cast.as('chair').run(asked, { id: meeting.meetingId })).meeting;
    const input = { itemId: meeting.item('Rondvraag'), expectedVersion: version };
    const mutation =
      'mutation ($input: RemoveAgendaItemInput!) { removeAgendaItem(input: $input) { problems { code } } }';
    return (await cast.as('chair').run(mutation, { input })).removeAgendaItem.problems;
  };
  expect(await remove()).toEqual([{ code: 'ITEM_HAS_OUTCOMES' }]);
  await run('withdrawOutcome', { outcomeId: outcome.id, expectedVersion: 1 });
  expect(await remove()).toEqual([]);
});

test('those who follow the meeting hear of it, with the outcome itself', async () => {
  const cursor = 'query ($id: ID!) { meetingCursor(meetingId: $id) }';
  const after = (await cast.as('participant').run(cursor, { id: meeting.meetingId })).meetingCursor;
  const frames = `subscription ($id: ID!, $after: String) { meetingEvents(meetingId: $id, after: $after) { ... on StreamChange {
    event { type subjects { ... on AgendaOutcome { kind text item { outcomes { id } } } } } } } }`;
  const follow = (part: Part) => {
    const following = cast.as(part).follow(frames, { id: meeting.meetingId, after });
    return { ...following, event: async () => (await following.next(15_000)).data.meetingEvents.event };
  };
  const participant = follow('participant');
  const market = follow('market');
  await add('DECISION', { itemId: meeting.item('Grond'), text: 'Kopen.' });
  expect(await participant.event()).toMatchObject({
    type: 'OUTCOME_ADDED',
    subjects: [{}, { kind: 'DECISION', text: 'Kopen.' }],
  });
  const { outcome } = await add('DECISION');
  // Of what came of the closed part, nothing reaches who may not see that part.
  expect(await market.event()).toMatchObject({
    type: 'OUTCOME_ADDED',
    subjects: [{}, { text: 'Instemmen met één kabel.', item: { outcomes: [{ id: outcome.id }] } }],
  });
  await run('editOutcome', { outcomeId: outcome.id, expectedVersion: 1, text: 'Twee kabels.' });
  expect(await market.event()).toMatchObject({ type: 'OUTCOME_EDITED', subjects: [{}, { text: 'Twee kabels.' }] });
  await run('withdrawOutcome', { outcomeId: outcome.id, expectedVersion: 2 });
  expect(await market.event()).toMatchObject({ type: 'OUTCOME_WITHDRAWN' });
  for (const following of [participant, market]) following.stop();
});
