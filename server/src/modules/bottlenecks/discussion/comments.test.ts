import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Part } from '../../../../testing/bottleneck-cast.ts';
import type { MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import { escalationCast, type EscalationCast } from '../../../../testing/escalation-cast.ts';
import type { AnswerData, GraphClient } from '../../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: EscalationCast;
beforeAll(async () => {
  app = await testApp();
  cast = await escalationCast(app);
});
afterAll(() => app.close());

const fields = `id version text removed writtenAt editedAt author { name } mentions { name } viewerCan { verb allowed reason }`;
const inputs = {
  addComment: 'AddCommentInput',
  editComment: 'EditCommentInput',
  removeComment: 'CommentVersionInput',
  restoreComment: 'CommentVersionInput',
} as const;
type Verb = keyof typeof inputs;

const run = (client: GraphClient, verb: Verb, input: object) =>
  client.answer(
    `mutation ($input: ${inputs[verb]}!) { ${verb}(input: $input) { comment { ${fields} } bottleneck { number }
      problems { __typename code message path } } }`,
    { input },
  );
async function said(client: GraphClient, made: MadeBottleneck, text: string, more: object = {}): Promise<AnswerData> {
  const { data, errors } = await run(client, 'addComment', { bottleneckId: made.globalId, text, ...more });
  expect([errors, data.addComment.problems]).toEqual([[], []]);
  return data.addComment.comment;
}
const on = ({ id, version }: AnswerData) => ({ commentId: id, expectedVersion: version });
async function refusal(client: GraphClient, verb: Verb, input: object): Promise<string[]> {
  const { data, errors } = await run(client, verb, input);
  if (errors[0]) return [errors[0].extensions.code, String(errors[0].extensions['reason'])];
  return data[verb].problems.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
}
/** What this person reads of what was said, the latest first; null when the case is not there for them. */
async function readBy(client: GraphClient, made: MadeBottleneck): Promise<string[] | null> {
  const { node } = await client.run(
    'query ($id: ID!) { node(id: $id) { ... on Bottleneck { comments { totalCount edges { node { text } } } } } }',
    { id: made.globalId },
  );
  return node?.comments.edges.map((edge: { node: { text: string } }) => edge.node.text) ?? null;
}
/** The types of event on the timeline of the case, as this person gets it, the latest first. */
async function toldTo(client: GraphClient, made: MadeBottleneck): Promise<string[] | null> {
  const { node } = await client.run(
    'query ($id: ID!) { node(id: $id) { ... on Bottleneck { timeline(first: 50) { edges { node { type } } } } } }',
    { id: made.globalId },
  );
  return node?.timeline.edges.map((edge: { node: { type: string } }) => edge.node.type) ?? null;
}
async function inboxOf(client: GraphClient): Promise<string[]> {
  await app.platform.streams.drain();
  const { inbox } = await client.run('{ inbox(first: 5) { edges { node { reason event { type } } } } }');
  return inbox.edges.map(
    ({ node }: { node: { reason: string; event: { type: string } } }) => `${node.reason} ${node.event.type}`,
  );
}
const person = (part: Part) => globalId('Person', cast.people[part].id);

describe('saying something', () => {
  test('it stands with the case, the latest first, and the case does not change by it', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    const first = await said(cast.as('filer'), made, ' De netbeheerder belde. ');
    await said(cast.as('participant'), made, 'Dan kan het\n\nin maart.');
    expect(first).toMatchObject({
      version: 1,
      text: 'De netbeheerder belde.',
      removed: false,
      editedAt: null,
      author: { name: 'Fenna' },
      mentions: [],
    });
    expect(await readBy(cast.as('secretary'), made)).toEqual(['Dan kan het\n\nin maart.', 'De netbeheerder belde.']);
    expect((await toldTo(cast.as('secretary'), made))?.slice(0, 2)).toEqual(['COMMENT_ADDED', 'COMMENT_ADDED']);
    const { node } = await cast
      .as('chair')
      .run('query ($id: ID!) { node(id: $id) { ... on Bottleneck { version } } }', { id: made.globalId });
    expect(node.version).toBe(1);
  });

  test('a page at a time, with a cursor', async () => {
    const made = await cast.bottleneck();
    for (const text of ['een', 'twee', 'drie']) await said(cast.as('filer'), made, text);
    const page = (after: string | null) =>
      cast.as('filer').run(
        `query ($id: ID!, $after: String) { node(id: $id) { ... on Bottleneck { comments(first: 2, after: $after) {
          totalCount edges { node { text } } pageInfo { hasNextPage endCursor } } } } }`,
        { id: made.globalId, after },
      );
    const { comments } = (await page(null)).node;
    expect([comments.totalCount, comments.edges.length, comments.pageInfo.hasNextPage]).toEqual([3, 2, true]);
    const rest = (await page(comments.pageInfo.endCursor)).node.comments;
    expect([rest.edges[0].node.text, rest.pageInfo.hasNextPage]).toEqual(['een', false]);
  });

  test('who is named hears of it as that, and the people of the case as theirs', async () => {
    const made = await cast.bottleneck({ lead: cast.people.market });
    await said(cast.as('secretary'), made, 'Weet jij dit, Piet?', { mentionIds: [person('participant')] });
    expect((await inboxOf(cast.as('participant')))[0]).toBe('MENTIONED COMMENT_ADDED');
    expect((await inboxOf(cast.as('filer')))[0]).toBe('OWNER COMMENT_ADDED');
    expect((await inboxOf(cast.as('market')))[0]).toBe('LEAD COMMENT_ADDED');
    await said(cast.as('secretary'), made, 'En jij, Fenna?', { mentionIds: [person('filer')] });
    expect((await inboxOf(cast.as('filer')))[0]).toBe('MENTIONED COMMENT_ADDED');
  });

  test.each([
    ['nothing', { text: ' \n ' }, ['REQUIRED input.text']],
    ['too much', { text: 'x'.repeat(4_001) }, ['TOO_LONG input.text']],
    [
      'to somebody who is not there',
      { mentionIds: [globalId('Person', crypto.randomUUID())] },
      ['UNKNOWN_PERSON input.mentionIds.0'],
    ],
    ['to a project', { mentionIds: [globalId('Project', crypto.randomUUID())] }, ['UNKNOWN_PERSON input.mentionIds.0']],
    [
      'to too many',
      {
        mentionIds: Array.from({ length: 11 }, (_, n) =>
          globalId('Person', `${n}`.padStart(8, '0') + '-0000-7000-8000-000000000000'),
        ),
      },
      expect.arrayContaining(['TOO_MANY input.mentionIds']),
    ],
  ])('is refused: %s', async (_what, input, codes) => {
    const made = await cast.bottleneck();
    expect(
      await refusal(cast.as('filer'), 'addComment', { bottleneckId: made.globalId, text: 'Hallo', ...input }),
    ).toEqual(codes);
  });

  test('nobody is called to a case that they cannot see', async () => {
    const made = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    const input = { bottleneckId: made.globalId, text: 'Kijk mee', mentionIds: [person('twente')] };
    const { data } = await run(cast.as('secretary'), 'addComment', input);
    expect(data.addComment.problems).toMatchObject([
      { code: 'PERSON_SEES_NOT', message: expect.stringContaining('Truus'), path: ['input', 'mentionIds', '0'] },
    ]);
  });

  test('is for the people of the case and who sits at its table; not in a draft', async () => {
    const made = await cast.bottleneck({ confidentiality: 'PUBLIC' });
    const input = { bottleneckId: made.globalId, text: 'Hallo' };
    for (const part of ['observer', 'twente', 'reader', 'stranger'] as const)
      expect(await refusal(cast.as(part), 'addComment', input)).toEqual(['FORBIDDEN', 'CASE_OR_TABLE_ONLY']);
    for (const part of ['filer', 'civilOwner', 'market', 'chair'] as const) await said(cast.as(part), made, part);
    const draft = await cast.bottleneck({ state: 'DRAFT' });
    expect(await refusal(cast.as('filer'), 'addComment', { ...input, bottleneckId: draft.globalId })).toEqual([
      'WRONG_STATE input.bottleneckId',
    ]);
    const secret = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    expect(await refusal(cast.as('market'), 'addComment', { ...input, bottleneckId: secret.globalId })).toEqual([
      'UNKNOWN_BOTTLENECK input.bottleneckId',
    ]);
  });
});

describe('saying it otherwise', () => {
  test('for who said it; who is newly named hears of it, who was named already does not', async () => {
    const made = await cast.bottleneck();
    const comment = await said(cast.as('secretary'), made, 'Piet?', { mentionIds: [person('participant')] });
    const before = await inboxOf(cast.as('participant'));
    const { data } = await run(cast.as('secretary'), 'editComment', {
      ...on(comment),
      text: 'Piet en Cor?',
      mentionIds: [person('participant'), person('chair')],
    });
    expect(data.editComment.comment).toMatchObject({
      text: 'Piet en Cor?',
      version: 2,
      editedAt: expect.any(String),
      mentions: [{ name: 'Piet' }, { name: 'Cor' }],
    });
    expect((await inboxOf(cast.as('chair')))[0]).toBe('MENTIONED COMMENT_EDITED');
    expect(await inboxOf(cast.as('participant'))).toEqual(before);
  });

  test('left out, the names stay; the same again is no change', async () => {
    const made = await cast.bottleneck();
    const comment = await said(cast.as('secretary'), made, 'Piet?', { mentionIds: [person('participant')] });
    const { data } = await run(cast.as('secretary'), 'editComment', { ...on(comment), text: 'Piet?' });
    expect(data.editComment.comment).toMatchObject({ version: 1, editedAt: null, mentions: [{ name: 'Piet' }] });
  });

  test('is refused to others, from an old version, and where nothing is', async () => {
    const made = await cast.bottleneck();
    const comment = await said(cast.as('filer'), made, 'Hallo');
    const input = { ...on(comment), text: 'Anders' };
    expect(await refusal(cast.as('secretary'), 'editComment', input)).toEqual(['FORBIDDEN', 'AUTHOR_ONLY']);
    expect(await refusal(cast.as('filer'), 'editComment', { ...input, expectedVersion: 3 })).toEqual([
      'CONFLICT input.expectedVersion',
    ]);
    expect(await refusal(cast.as('twente'), 'editComment', input)).toEqual(['UNKNOWN_COMMENT input.commentId']);
    expect(
      await refusal(cast.as('filer'), 'editComment', { ...input, commentId: globalId('Comment', crypto.randomUUID()) }),
    ).toEqual(['UNKNOWN_COMMENT input.commentId']);
  });
});

describe('taking away', () => {
  test('leaves its place without its words, and can be put back', async () => {
    const made = await cast.bottleneck();
    const comment = await said(cast.as('filer'), made, 'Verkeerd knelpunt', { mentionIds: [person('chair')] });
    const { data } = await run(cast.as('secretary'), 'removeComment', on(comment));
    expect(data.removeComment.comment).toMatchObject({
      removed: true,
      text: 'Verkeerd knelpunt',
      version: 2,
      mentions: [],
    });
    expect(await readBy(cast.as('participant'), made)).toEqual(['']);
    expect(await readBy(cast.as('filer'), made)).toEqual(['Verkeerd knelpunt']);
    expect(await refusal(cast.as('filer'), 'editComment', { ...on(data.removeComment.comment), text: 'x' })).toEqual([
      'REMOVED input.commentId',
    ]);
    const back = await run(cast.as('filer'), 'restoreComment', on(data.removeComment.comment));
    expect(back.data.restoreComment.comment).toMatchObject({ removed: false, mentions: [{ name: 'Cor' }] });
    expect(await readBy(cast.as('participant'), made)).toEqual(['Verkeerd knelpunt']);
    expect((await toldTo(cast.as('chair'), made))?.slice(0, 3)).toEqual([
      'COMMENT_RESTORED',
      'COMMENT_REMOVED',
      'COMMENT_ADDED',
    ]);
  });

  test('is for who said it and the secretary; once, and back once', async () => {
    const made = await cast.bottleneck();
    const comment = await said(cast.as('participant'), made, 'Hallo');
    for (const part of ['filer', 'chair', 'market'] as const)
      expect(await refusal(cast.as(part), 'removeComment', on(comment))).toEqual([
        'FORBIDDEN',
        'AUTHOR_OR_SECRETARY_ONLY',
      ]);
    expect(await refusal(cast.as('participant'), 'restoreComment', on(comment))).toEqual([
      'NOT_REMOVED input.commentId',
    ]);
    expect(await refusal(cast.as('participant'), 'removeComment', on(comment))).toEqual([]);
    expect(await refusal(cast.as('participant'), 'removeComment', { ...on(comment), expectedVersion: 2 })).toEqual([
      'REMOVED input.commentId',
    ]);
  });
});

describe('what is said in confidence', () => {
  test('stays among those who would see the case if it still were confidential', async () => {
    const made = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    await said(cast.as('secretary'), made, 'De grondprijs is 300');
    await app.database.fork().execute(`update bottleneck set confidentiality = 'PUBLIC' where id = ?`, [made.id]);
    await said(cast.as('secretary'), made, 'Nu openbaar');
    expect(await readBy(cast.as('chair'), made)).toEqual(['Nu openbaar', 'De grondprijs is 300']);
    for (const part of ['market', 'twente', 'reader'] as const) {
      expect(await readBy(cast.as(part), made)).toEqual(['Nu openbaar']);
      expect((await toldTo(cast.as(part), made))?.filter((type) => type === 'COMMENT_ADDED')).toHaveLength(1);
    }
  });

  test('a table above reads what was said since it was asked, and all when it reads the dossier', async () => {
    const inPart = await cast.localCase({ confidentiality: 'CONFIDENTIAL', politicalOwner: cast.who.alderman });
    await said(cast.of('localChair'), inPart, 'Onder ons');
    await cast.sent(inPart);
    await said(cast.of('localChair'), inPart, 'Voor jullie');
    expect(await readBy(cast.of('westMandate'), inPart)).toEqual(['Voor jullie']);
    await said(cast.of('westMandate'), inPart, 'Begrepen');
    expect(await readBy(cast.of('localMember'), inPart)).toEqual(['Begrepen', 'Voor jullie', 'Onder ons']);
    expect(await readBy(cast.of('provinceMember'), inPart)).toBeNull();

    const whole = await cast.localCase({ confidentiality: 'CONFIDENTIAL', politicalOwner: cast.who.alderman });
    await said(cast.of('localChair'), whole, 'Onder ons');
    await cast.sent(whole, { sharesDossier: true });
    expect(await readBy(cast.of('westMandate'), whole)).toEqual(['Onder ons']);
  });
});

test('comes live to who follows the table, under the rights of who follows', async () => {
  const made = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
  const query = `subscription ($id: ID!, $after: String) { tableEvents(tableId: $id, after: $after) { ... on StreamChange { event { type subjects { ... on Comment { text author { name } } } } } } }`;
  const id = globalId('AccelerationTable', cast.west.id);
  const followed = async (part: Part) => {
    const { tableCursor: after } = await cast.as(part).run('query ($id: ID!) { tableCursor(tableId: $id) }', { id });
    return cast.as(part).follow(query, { id, after });
  };
  const chair = await followed('chair');
  const market = await followed('market');
  await said(cast.as('secretary'), made, 'Vertrouwelijk');
  const open = await cast.bottleneck();
  await said(cast.as('secretary'), open, 'Voor ieder');
  const texts = async (following: typeof chair) => {
    const { data } = await following.next();
    return data.tableEvents.event.subjects.map(({ text = null }: { text?: string | null }) => text).filter(Boolean);
  };
  expect(await texts(chair)).toEqual(['Vertrouwelijk']);
  expect(await texts(chair)).toEqual(['Voor ieder']);
  expect(await texts(market)).toEqual(['Voor ieder']);
  chair.stop();
  market.stop();
});
