import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import { escalationCast, type EscalationCast } from '../../../../testing/escalation-cast.ts';
import { upload } from '../../../../testing/file-samples.ts';
import type { AnswerData, GraphClient } from '../../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: EscalationCast;
const now = new Date('2026-11-23T10:00:00Z');
beforeAll(async () => {
  app = await testApp({ now });
  cast = await escalationCast(app);
});
afterAll(() => app.close());

const fields = `id title kind url mediaType size removed addedAt addedBy { name } viewerCan { verb allowed reason }`;
const inputs = {
  addAttachment: 'AddAttachmentInput',
  removeAttachment: 'AttachmentInput',
  restoreAttachment: 'AttachmentInput',
} as const;
type Verb = keyof typeof inputs;

const run = (client: GraphClient, verb: Verb, input: object) =>
  client.answer(
    `mutation ($input: ${inputs[verb]}!) { ${verb}(input: $input) { attachment { ${fields} } bottleneck { attachments { title } }
      problems { code path } } }`,
    { input },
  );
async function put(client: GraphClient, made: MadeBottleneck, input: object): Promise<AnswerData> {
  const { data, errors } = await run(client, 'addAttachment', { bottleneckId: made.globalId, ...input });
  expect([errors, data.addAttachment.problems]).toEqual([[], []]);
  return data.addAttachment.attachment;
}
async function refusal(client: GraphClient, verb: Verb, input: object): Promise<string[]> {
  const { data, errors } = await run(client, verb, input);
  if (errors[0]) return [errors[0].extensions.code, String(errors[0].extensions['reason'])];
  return data[verb].problems.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
}
async function uploaded(client: GraphClient, name = 'meting.pdf', body = '%PDF-1.7 proef'): Promise<string> {
  return (await upload(app, client.cookie, name, body)).file?.id ?? '';
}
async function titlesFor(client: GraphClient, made: MadeBottleneck): Promise<string[] | null> {
  const { node } = await client.run(
    'query ($id: ID!) { node(id: $id) { ... on Bottleneck { attachments { title } } } }',
    { id: made.globalId },
  );
  return node?.attachments.map(({ title }: { title: string }) => title) ?? null;
}
const statusFor = async (client: GraphClient | null, path: string, method = 'GET') =>
  (await fetch(app.url + path, { method, headers: client ? { cookie: client.cookie } : {} })).status;

describe('adding', () => {
  test('a file: it shows with what it is, and whoever reads the case gets it', async () => {
    const made = await cast.bottleneck();
    const fileId = await uploaded(cast.as('filer'), 'Meting 1.pdf');
    const added = await put(cast.as('filer'), made, { fileId });
    expect(added).toMatchObject({
      title: 'Meting 1.pdf',
      kind: 'FILE',
      url: `/attachments/${added.id.replace('Attachment_', '')}/Meting%201.pdf`,
      mediaType: 'application/pdf',
      size: 14,
      addedBy: { name: 'Fenna' },
      viewerCan: [
        { verb: 'REMOVE', allowed: true },
        { verb: 'RESTORE', allowed: false, reason: expect.any(String) },
      ],
    });
    const answer = await fetch(app.url + added.url, { headers: { cookie: cast.as('market').cookie } });
    expect([answer.status, await answer.text()]).toEqual([200, '%PDF-1.7 proef']);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await statusFor(cast.as('twente'), added.url)).toBe(404);
    expect(await statusFor(null, added.url)).toBe(404);
    expect(await statusFor(cast.as('filer'), added.url, 'POST')).toBe(405);
    expect(await statusFor(cast.as('filer'), '/attachments/niets/x')).toBe(404);
  });

  test('a link, called by its address when nobody calls it otherwise', async () => {
    const made = await cast.bottleneck();
    await put(cast.as('chair'), made, { url: ' https://kaart.example.org/a?b=c ' });
    await put(cast.as('chair'), made, { url: 'https://example.org/', title: 'De kaart' });
    expect(await titlesFor(cast.as('participant'), made)).toEqual(['kaart.example.org', 'De kaart']);
  });

  test.each([
    ['both', { fileId: 'x', url: 'https://a.example' }, 'FILE_OR_LINK input.url'],
    ['neither', {}, 'FILE_OR_LINK input.fileId'],
    ['an address without https', { url: 'http://a.example' }, 'HTTPS_LINK_ONLY input.url'],
    ['a script', { url: 'javascript:alert(1)' }, 'HTTPS_LINK_ONLY input.url'],
    ['a file that is not there', { fileId: crypto.randomUUID() }, 'UNKNOWN_FILE input.fileId'],
    ['a long title', { url: 'https://a.example', title: 'x'.repeat(201) }, 'TOO_LONG input.title'],
  ])('is refused: %s', async (_what, input, code) => {
    const made = await cast.bottleneck();
    expect(await refusal(cast.as('filer'), 'addAttachment', { bottleneckId: made.globalId, ...input })).toEqual([code]);
  });

  test('the file of somebody else is refused, and one that is used already', async () => {
    const made = await cast.bottleneck();
    const fileId = await uploaded(cast.as('filer'));
    const input = { bottleneckId: made.globalId, fileId };
    expect(await refusal(cast.as('secretary'), 'addAttachment', input)).toEqual(['UNKNOWN_FILE input.fileId']);
    await put(cast.as('filer'), made, { fileId });
    expect(await refusal(cast.as('filer'), 'addAttachment', input)).toEqual(['UNKNOWN_FILE input.fileId']);
  });

  test('is for the people of the case and its table; in a draft too', async () => {
    const made = await cast.bottleneck({ confidentiality: 'PUBLIC' });
    const input = { bottleneckId: made.globalId, url: 'https://a.example' };
    for (const part of ['observer', 'twente', 'reader'] as const)
      expect(await refusal(cast.as(part), 'addAttachment', input)).toEqual(['FORBIDDEN', 'CASE_OR_TABLE_ONLY']);
    const draft = await cast.bottleneck({ state: 'DRAFT' });
    await put(cast.as('filer'), draft, { url: 'https://a.example' });
    expect(await refusal(cast.as('secretary'), 'addAttachment', { ...input, bottleneckId: draft.globalId })).toEqual([
      'UNKNOWN_BOTTLENECK input.bottleneckId',
    ]);
  });

  test('no more than fifty stand with one case', async () => {
    const made = await cast.bottleneck();
    await app.database.fork().execute(
      `insert into attachment (id, subject_kind, subject_id, title, url, in_confidence, added_by_id, added_at)
       select gen_random_uuid(), 'bottleneck', ?, 'x', 'https://a.example', false, ?, now() from generate_series(1, 50)`,
      [made.id, cast.people.filer.id],
    );
    expect(
      await refusal(cast.as('filer'), 'addAttachment', { bottleneckId: made.globalId, url: 'https://a.example' }),
    ).toEqual(['TOO_MANY input.bottleneckId']);
  });
});

describe('taking away', () => {
  test('for who added it and the secretary; for a day it can be put back', async () => {
    const made = await cast.bottleneck();
    const added = await put(cast.as('filer'), made, { fileId: await uploaded(cast.as('filer')) });
    const input = { attachmentId: added.id };
    for (const part of ['chair', 'participant'] as const)
      expect(await refusal(cast.as(part), 'removeAttachment', input)).toEqual([
        'FORBIDDEN',
        'AUTHOR_OR_SECRETARY_ONLY',
      ]);
    expect(await refusal(cast.as('twente'), 'removeAttachment', input)).toEqual([
      'UNKNOWN_ATTACHMENT input.attachmentId',
    ]);
    expect(await refusal(cast.as('filer'), 'restoreAttachment', input)).toEqual(['NOT_REMOVED input.attachmentId']);
    const { data } = await run(cast.as('secretary'), 'removeAttachment', input);
    expect(data.removeAttachment).toMatchObject({ attachment: { removed: true }, bottleneck: { attachments: [] } });
    expect(await statusFor(cast.as('filer'), added.url)).toBe(404);
    expect(await refusal(cast.as('filer'), 'removeAttachment', input)).toEqual(['REMOVED input.attachmentId']);
    await run(cast.as('filer'), 'restoreAttachment', input);
    expect(await titlesFor(cast.as('chair'), made)).toEqual(['meting.pdf']);
    expect(await statusFor(cast.as('filer'), added.url)).toBe(200);
  });

  test('after a day its file is cleared, and it says so; its place on the timeline stays', async () => {
    const made = await cast.bottleneck();
    const added = await put(cast.as('filer'), made, {
      fileId: await uploaded(cast.as('filer'), 'weg.pdf', '%PDF-1.7 weg'),
    });
    await run(cast.as('filer'), 'removeAttachment', { attachmentId: added.id });
    await app.database
      .fork()
      .execute(`update stored_file set loose_since = loose_since - interval '25 hours' where name = 'weg.pdf'`);
    await app.platform.jobs.run('files');
    expect(await refusal(cast.as('filer'), 'restoreAttachment', { attachmentId: added.id })).toEqual([
      'FILE_GONE input.attachmentId',
    ]);
    const { node } = await cast
      .as('chair')
      .run(
        `query ($id: ID!) { node(id: $id) { ... on Bottleneck { timeline(first: 9) { edges { node { type changes { before after } } } } } } }`,
        { id: made.globalId },
      );
    expect(node.timeline.edges.slice(0, 2).map((edge: { node: object }) => edge.node)).toEqual([
      { type: 'ATTACHMENT_REMOVED', changes: [{ before: 'weg.pdf', after: null }] },
      { type: 'ATTACHMENT_ADDED', changes: [{ before: null, after: 'weg.pdf' }] },
    ]);
  });
});

describe('who reads it', () => {
  test('what was added in confidence stays there when the case is opened', async () => {
    const made = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    const added = await put(cast.as('secretary'), made, {
      fileId: await uploaded(cast.as('secretary')),
      title: 'Prijzen',
    });
    await app.database.fork().execute(`update bottleneck set confidentiality = 'PUBLIC' where id = ?`, [made.id]);
    expect(await titlesFor(cast.as('chair'), made)).toEqual(['Prijzen']);
    expect(await titlesFor(cast.as('market'), made)).toEqual([]);
    expect(await statusFor(cast.as('market'), added.url)).toBe(404);
    expect(await statusFor(cast.as('chair'), added.url)).toBe(200);
  });

  test('a table above reads the files when the sending table shares them, and what it added itself', async () => {
    const kept = await cast.localCase({ confidentiality: 'CONFIDENTIAL', politicalOwner: cast.who.alderman });
    await put(cast.of('localChair'), kept, { url: 'https://a.example', title: 'Van ons' });
    await cast.sent(kept);
    expect(await titlesFor(cast.of('westMandate'), kept)).toEqual([]);
    await put(cast.of('westMandate'), kept, { url: 'https://b.example', title: 'Van boven' });
    expect(await titlesFor(cast.of('westSecretary'), kept)).toEqual(['Van boven']);
    expect(await titlesFor(cast.of('localMember'), kept)).toEqual(['Van ons', 'Van boven']);

    const shared = await cast.localCase({ confidentiality: 'CONFIDENTIAL', politicalOwner: cast.who.alderman });
    await put(cast.of('localChair'), shared, { url: 'https://a.example', title: 'Van ons' });
    await cast.sent(shared, { sharesFiles: true });
    expect(await titlesFor(cast.of('westMandate'), shared)).toEqual(['Van ons']);
  });
});

test('an id of nothing is nothing', async () => {
  const attachmentId = globalId('Attachment', crypto.randomUUID());
  expect(await refusal(cast.as('filer'), 'removeAttachment', { attachmentId })).toEqual([
    'UNKNOWN_ATTACHMENT input.attachmentId',
  ]);
});
