import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast } from '../../../../testing/bottleneck-cast.ts';
import { type GraphClient, graphClient } from '../../../../testing/graph-client.ts';
import { type MadeNote, makeNote } from '../../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

const ruling = 'ECLI:NL:RVS:2024:4923';
let app: TestApp;
let cast: Cast;
let editor: GraphClient;
let validator: GraphClient;
let settled: MadeNote;
let other: MadeNote;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-25T10:00:00Z') });
  cast = await bottleneckCast(app);
  editor = await graphClient(app, await cast.make.person({ name: 'Edda', roles: ['KNOWLEDGE_EDITOR'] }));
  validator = await graphClient(app, await cast.make.person({ name: 'Valk', roles: ['VALIDATOR'] }));
});
beforeEach(async () => {
  await sql('truncate bottleneck, legal_event, knowledge_note cascade');
  settled = await note('Intern salderen na de uitspraak', [`ABRvS 18 december 2024, ${ruling}`]);
  other = await note('Ladder voor duurzame verstedelijking', ['Bkl art. 5.129g']);
});
afterAll(() => app.close());

const sql = <T extends object>(text: string, params: unknown[] = []) =>
  app.platform.database.fork().execute<T[]>(text, params);
async function note(title: string, sources: string[], more: object = {}): Promise<MadeNote> {
  const made = await makeNote(app, cast.make, {
    author: cast.people.participant,
    title,
    reviewBy: '2027-06-01',
    ...more,
  });
  await sql('update knowledge_note set legal_references = ? where id = ?', [
    `{${sources.map((source) => `"${source}"`).join()}}`,
    made.id,
  ]);
  return made;
}

const shown = `id title effectiveOn legalReferences { text url } reviews { state remark note { title status validity } settledBy { name } }`;
const payload = `{ problems { code path } legalEvent { ${shown} } note { title status validity reviewBy version } }`;
const record = `mutation ($input: RecordLegalEventInput!) { recordLegalEvent(input: $input) ${payload} }`;
const settle = `mutation ($input: SettleReviewInput!) { settleReview(input: $input) ${payload} }`;
const withdraw = `mutation ($input: LegalEventInput!) { withdrawLegalEvent(input: $input) ${payload} }`;
const event = (more: object = {}) => ({
  kind: 'RULING',
  title: 'Raad van State: intern salderen vergunningplichtig',
  legalReferences: [ruling],
  effectiveOn: '2024-12-18',
  noteIds: [settled.globalId],
  ...more,
});
const recorded = async (more: object = {}, as = editor) =>
  (await as.run(record, { input: event(more) })).recordLegalEvent;
const statusOf = async ({ id }: MadeNote) =>
  (await sql<{ status: string }>('select status from knowledge_note where id = ?', [id]))[0]?.status;

describe('what changes in the law', () => {
  test('finds the notes that rest on it, and marks those that were chosen', async () => {
    const resting = 'query ($r: [String!]!) { notesRestingOn(references: $r) { title } }';
    expect(await editor.run(resting, { r: ['ecli:nl:rvs:2024:4923'] })).toEqual({
      notesRestingOn: [{ title: settled.title }],
    });
    expect(await editor.run(resting, { r: ['Bkl', ruling] })).toEqual({
      notesRestingOn: [{ title: settled.title }, { title: other.title }],
    });
    expect(await editor.run(resting, { r: ['', '%'] })).toEqual({ notesRestingOn: [] });
    const { problems, legalEvent } = await recorded();
    expect(problems).toEqual([]);
    expect(legalEvent).toMatchObject({
      legalReferences: [{ text: ruling, url: expect.stringContaining('uitspraken.rechtspraak.nl') }],
      reviews: [{ state: 'TO_REVIEW', note: { title: settled.title, status: 'REVIEW_DUE', validity: 'CHECK_FIRST' } }],
    });
    expect(await statusOf(other)).toBe('VALIDATED');
  });

  test('tells the owner of each open case that used such a note, and nobody of others', async () => {
    const open = await cast.bottleneck({ state: 'IN_PROGRESS' });
    const closed = await cast.bottleneck({ state: 'RESOLVED' });
    const elsewhere = await cast.bottleneck({ state: 'IN_PROGRESS' });
    for (const [made, used] of [
      [open, settled],
      [closed, settled],
      [elsewhere, other],
    ] as const)
      await cast.make.insert('application', {
        note_id: used.id,
        bottleneck_id: made.id,
        result: 'NOT_YET',
        applied_by_id: cast.people.filer.id,
        applied_on: '2026-11-01',
      });
    await recorded();
    await app.platform.streams.drain();
    const timeline = `query ($id: ID!) { node(id: $id) { ... on Bottleneck { timeline { edges { node { type subjects { __typename } } } } } } }`;
    const told = async (id: string) =>
      (await cast.as('filer').run(timeline, { id })).node.timeline.edges.map(
        ({ node }: { node: { type: string } }) => node.type,
      );
    expect(await told(open.globalId)).toEqual(['CASE_NOTE_UNDER_REVIEW']);
    expect(await told(closed.globalId)).toEqual([]);
    expect(await told(elsewhere.globalId)).toEqual([]);
    const { inbox } = await cast.as('filer').run('{ inbox { edges { node { reason event { type } } } } }');
    expect(inbox.edges).toEqual([{ node: { reason: 'OWNER', event: { type: 'CASE_NOTE_UNDER_REVIEW' } } }]);
  });

  test('is refused to who has no role for it, and with what is not right', async () => {
    for (const part of ['participant', 'secretary', 'reader'] as const) {
      const { errors } = await cast.as(part).answer(record, { input: event() });
      expect(errors, part).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const hidden = await note('Geheim', [ruling], { confidentiality: 'CONFIDENTIAL' });
    const archived = await note('Oud', [ruling], { status: 'ARCHIVED' });
    const { problems } = await recorded({
      title: 'Kort',
      legalReferences: ['x'],
      noteIds: [hidden.globalId, archived.globalId, 'KnowledgeNote_x'],
    });
    expect(problems).toEqual([
      { code: 'TOO_SHORT', path: ['input', 'title'] },
      { code: 'TOO_SHORT', path: ['input', 'legalReferences', '0'] },
      { code: 'UNKNOWN_NOTE', path: ['input', 'noteIds', '0'] },
      { code: 'UNKNOWN_NOTE', path: ['input', 'noteIds', '1'] },
      { code: 'UNKNOWN_NOTE', path: ['input', 'noteIds', '2'] },
    ]);
    expect((await recorded({ legalReferences: [ruling, 'ECLI:NL:RVS:24:4923'] })).problems).toEqual([
      { code: 'BROKEN_ECLI', path: ['input', 'legalReferences', '1'] },
    ]);
  });
});

describe('a touched note', () => {
  const judge = async (client: GraphClient, legalEventId: string, more: object) => {
    const [row] = await sql<{ version: number }>('select version from knowledge_note where id = ?', [settled.id]);
    const input = { legalEventId, noteId: settled.globalId, expectedVersion: row?.version, ...more };
    return (await client.run(settle, { input })).settleReview;
  };

  test('still holds: a validator says so, and it is safe to use again', async () => {
    const { legalEvent } = await recorded();
    const { note: judged, legalEvent: after } = await judge(validator, legalEvent.id, {
      verdict: 'CONFIRM',
      remark: 'De werkwijze blijft gelijk.',
      reviewBy: '2027-11-25',
    });
    expect(judged).toMatchObject({ status: 'VALIDATED', validity: 'USABLE', reviewBy: '2027-11-25' });
    expect(after.reviews).toMatchObject([
      { state: 'CONFIRMED', remark: 'De werkwijze blijft gelijk.', settledBy: { name: 'Valk' } },
    ]);
    const again = await judge(validator, legalEvent.id, { verdict: 'CONFIRM' });
    expect(again.problems).toMatchObject([{ code: 'NOTE_NOT_TOUCHED', path: ['input', 'noteId'] }]);
  });

  test('is adapted, and waits for a validator; unchanged it is not', async () => {
    const { legalEvent } = await recorded();
    const same = await judge(editor, legalEvent.id, { verdict: 'ADAPT' });
    expect(same.problems).toMatchObject([{ code: 'NOTHING_ADAPTED', path: ['input', 'verdict'] }]);
    const { note: judged } = await judge(editor, legalEvent.id, { verdict: 'ADAPT', summary: 'Vergunning nodig.' });
    expect(judged).toMatchObject({ status: 'DRAFT', validity: 'CHECK_FIRST' });
  });

  test('is out of use', async () => {
    const { legalEvent } = await recorded();
    const { note: judged } = await judge(editor, legalEvent.id, { verdict: 'ARCHIVE' });
    expect(judged).toMatchObject({ status: 'ARCHIVED', validity: 'EXPIRED' });
  });

  test('that another event touches too stays marked until both are settled', async () => {
    const first = await recorded();
    const second = await recorded({ kind: 'TOOL', title: 'AERIUS Calculator 2026', legalReferences: ['AERIUS'] });
    const one = await judge(validator, first.legalEvent.id, { verdict: 'CONFIRM' });
    expect(one.note).toMatchObject({ status: 'REVIEW_DUE', validity: 'CHECK_FIRST' });
    const both = await judge(validator, second.legalEvent.id, { verdict: 'CONFIRM' });
    expect(both.note).toMatchObject({ status: 'VALIDATED' });
  });

  test('is judged by who has the right to what the verdict does, in the version that was read', async () => {
    const { legalEvent } = await recorded();
    for (const [client, verdict] of [
      [cast.as('participant'), 'CONFIRM'],
      [editor, 'CONFIRM'],
      [validator, 'ADAPT'],
      [validator, 'ARCHIVE'],
      [cast.as('reader'), 'ARCHIVE'],
    ] as const) {
      const input = { legalEventId: legalEvent.id, noteId: settled.globalId, expectedVersion: 2, verdict };
      const { errors } = await client.answer(settle, { input });
      expect(errors, verdict).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const stale = { legalEventId: legalEvent.id, noteId: settled.globalId, expectedVersion: 1, verdict: 'CONFIRM' };
    expect((await validator.run(settle, { input: stale })).settleReview.problems).toMatchObject([{ code: 'CONFLICT' }]);
    const nowhere = await judge(validator, 'LegalEvent_x', { verdict: 'CONFIRM' });
    expect(nowhere.problems).toMatchObject([{ code: 'UNKNOWN_LEGAL_EVENT' }]);
  });

  test('is as it was when the event is taken back by who recorded it, while none was judged', async () => {
    const { legalEvent } = await recorded({ noteIds: [settled.globalId, other.globalId] });
    const input = { legalEventId: legalEvent.id };
    expect((await validator.run(withdraw, { input })).withdrawLegalEvent.problems).toMatchObject([
      { code: 'UNKNOWN_LEGAL_EVENT' },
    ]);
    expect((await editor.run(withdraw, { input })).withdrawLegalEvent).toMatchObject({
      problems: [],
      legalEvent: null,
    });
    expect([await statusOf(settled), await statusOf(other)]).toEqual(['VALIDATED', 'VALIDATED']);
    const next = await recorded();
    await judge(validator, next.legalEvent.id, { verdict: 'CONFIRM' });
    const late = await editor.run(withdraw, { input: { legalEventId: next.legalEvent.id } });
    expect(late.withdrawLegalEvent.problems).toMatchObject([{ code: 'LEGAL_EVENT_SETTLED' }]);
  });
});

test('two people judge at once: one verdict counts, the other hears of it', async () => {
  const { legalEvent } = await recorded();
  const input = { legalEventId: legalEvent.id, noteId: settled.globalId, expectedVersion: 2 };
  const answers = await Promise.all([
    validator.run(settle, { input: { ...input, verdict: 'CONFIRM' } }),
    editor.run(settle, { input: { ...input, verdict: 'ARCHIVE' } }),
  ]);
  const codes = answers.flatMap(({ settleReview }) => settleReview.problems.map(({ code }: { code: string }) => code));
  expect(codes).toEqual(['CONFLICT']);
});
