import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import type { MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import { type AnswerData, graphClient } from '../../../../testing/graph-client.ts';
import { type PublishedMeeting, publishedMeeting, start } from '../../../../testing/run-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

const drafting = `mutation ($input: DraftNoteFromOutcomeInput!) { draftNoteFromOutcome(input: $input) {
  draftedNote { id summary } outcome { id version note { id slug title summary body confidentiality author { name } draftedFrom { number } } cases { number } viewerCan { verb allowed } } problems { code path } } }`;

let app: TestApp;
let cast: Cast;
let open: MadeBottleneck;
let other: MadeBottleneck;
let meeting: PublishedMeeting;
const lesson = 'Vraag het een jaar eerder aan.';

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-12-10T12:30:00Z') });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());

beforeEach(async () => {
  const themes = [cast.theme('NETCONGESTIE')];
  open = await cast.bottleneck({ state: 'IN_PROGRESS', title: 'Geen stroom', themes });
  other = await cast.bottleneck({ state: 'RESOLVED', title: 'Geen water', themes });
  const third = await cast.bottleneck({ state: 'IN_PROGRESS', title: 'Geen gas', themes });
  const fourth = await cast.bottleneck({ state: 'IN_PROGRESS', title: 'Geen grond', themes });
  meeting = await publishedMeeting(cast, [
    { title: 'Stroom', bottleneckIds: [open.globalId] },
    { title: 'Gas en water', bottleneckIds: [third.globalId, other.globalId] },
    { title: 'Grond', closedPart: true, bottleneckIds: [fourth.globalId] },
    { title: 'Rondvraag' },
  ]);
  await start(cast, meeting);
});

async function outcome(item: string, kind = 'DECISION'): Promise<AnswerData> {
  const { addOutcome } = await cast
    .as('secretary')
    .run(
      'mutation ($input: AddOutcomeInput!) { addOutcome(input: $input) { outcome { id version } problems { code } } }',
      {
        input: { itemId: meeting.item(item), kind, text: 'Instemmen met één kabel.' },
      },
    );
  expect(addOutcome.problems).toEqual([]);
  return addOutcome.outcome;
}
const inputOf = ({ id, version }: AnswerData, more: object = {}) => ({
  outcomeId: id,
  expectedVersion: version,
  lesson,
  ...more,
});
const draft = async (on: AnswerData, more: object = {}, part: Part = 'secretary'): Promise<AnswerData> =>
  (await cast.as(part).run(drafting, { input: inputOf(on, more) })).draftNoteFromOutcome;
const codes = ({ problems }: AnswerData) =>
  problems.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);

describe('a note from a decision', () => {
  test('is drafted from decision and case, and the outcome points at it', async () => {
    const decision = await outcome('Stroom');
    const { outcome: now, draftedNote, problems } = await draft(decision);
    expect(problems).toEqual([]);
    expect(draftedNote).toEqual({ id: now.note.id, summary: lesson });
    expect(now).toMatchObject({
      version: 2,
      cases: [{ number: open.number }],
      note: {
        title: 'Geen stroom',
        summary: lesson,
        body: 'Wat besloten is\n\nInstemmen met één kabel.',
        confidentiality: 'REGIONAL',
        author: { name: 'Sien' },
        draftedFrom: { number: open.number },
      },
    });
    const { node } = await cast
      .as('secretary')
      .run('query ($id: ID!) { node(id: $id) { ... on Bottleneck { version applications { result } } } }', {
        id: open.globalId,
      });
    expect(node).toEqual({ version: 1, applications: [{ result: 'NOT_YET' }] });
    expect(codes(await draft(now))).toEqual(['NOTE_OF_OUTCOME_EXISTS input.outcomeId']);
    const stale = (await cast.as('secretary').run(drafting, { input: inputOf(decision) })).draftNoteFromOutcome;
    expect(stale.problems[0].code).toBe('CONFLICT');
  });

  test('asks which case, when the item is about several', async () => {
    const decision = await outcome('Gas en water');
    expect(codes(await draft(decision))).toEqual(['REQUIRED input.bottleneckId']);
    const stranger = await cast.bottleneck({ state: 'IN_PROGRESS' });
    expect(codes(await draft(decision, { bottleneckId: stranger.globalId }))).toEqual([
      'CASE_OF_ITEM_ONLY input.bottleneckId',
    ]);
    const { outcome: now } = await draft(decision, { bottleneckId: other.globalId });
    expect(now.note).toMatchObject({ title: 'Geen water', draftedFrom: { number: other.number } });
  });

  test('of the closed part starts as confidential', async () => {
    const { outcome: now } = await draft(await outcome('Grond'));
    expect(now.note.confidentiality).toBe('CONFIDENTIAL');
    const { node } = await cast
      .as('participant')
      .run('query ($id: ID!) { node(id: $id) { ... on AgendaOutcome { note { id } } } }', { id: now.id });
    expect(node?.note ?? null).toBeNull();
  });

  test('is refused by field: no lesson, no case, no decision, one that is not there', async () => {
    const decision = await outcome('Stroom');
    expect(codes(await draft(decision, { lesson: ' ' }))).toEqual(['REQUIRED input.lesson']);
    expect(codes(await draft(decision, { lesson: 'x'.repeat(2_001) }))).toEqual(['TOO_LONG input.lesson']);
    expect(codes(await draft(await outcome('Rondvraag')))).toEqual(['CASE_OF_ITEM_ONLY input.bottleneckId']);
    expect(codes(await draft(await outcome('Stroom', 'INFORMED')))).toEqual(['DECISION_ONLY input.outcomeId']);
    expect(codes(await draft({ ...decision, id: 'onzin' }))).toEqual(['NOT_FOUND input.outcomeId']);
    expect(codes(await draft(decision, {}, 'twente'))).toEqual(['NOT_FOUND input.outcomeId']);
  });

  test('is made from each decision, and from a case once', async () => {
    await draft(await outcome('Stroom'));
    expect(codes(await draft(await outcome('Stroom')))).toEqual(['NOTE_OF_CASE_EXISTS input.lesson']);
  });

  test.each(['participant', 'observer', 'market'] as const)('is not for the %s', async (part) => {
    const decision = await outcome('Stroom');
    const { errors } = await cast.as(part).answer(drafting, { input: inputOf(decision) });
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'CHAIR_OR_SECRETARY_ONLY' });
    const { node } = await cast
      .as(part)
      .run('query ($id: ID!) { node(id: $id) { ... on AgendaOutcome { viewerCan { verb allowed } } } }', {
        id: decision.id,
      });
    expect(node.viewerCan).toContainEqual({ verb: 'DRAFT_NOTE', allowed: false });
  });

  test('needs a right on the case as well, and somebody who is signed in', async () => {
    await app.database.fork().execute('update bottleneck set held_by_id = ? where id = ?', [cast.twente.id, open.id]);
    const decision = await outcome('Stroom');
    const { errors } = await cast.as('secretary').answer(drafting, { input: inputOf(decision) });
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'OWNER_LEAD_OR_TABLE_ONLY' });
    const refused = await (await graphClient(app, null)).answer(drafting, { input: inputOf(decision) });
    expect(refused.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('can still be made when the meeting is over, until its minutes are adopted', async () => {
    const decision = await outcome('Stroom');
    const state = (to: string) =>
      app.database.fork().execute('update meeting set state = ? where id = ?', [to, meeting.uuid]);
    await state('MINUTES_ADOPTED');
    expect(codes(await draft(decision))).toEqual(['MINUTES_ADOPTED input.outcomeId']);
    await state('CLOSED');
    expect((await draft(decision)).problems).toEqual([]);
  });
});
