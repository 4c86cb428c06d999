import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { readCalendar } from '../../../../testing/calendar-reader.ts';
import { type GraphClient, graphClient } from '../../../../testing/graph-client.ts';
import { changeAgenda, type MadeMeeting, makeMeeting, readMeeting } from '../../../../testing/meeting-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

const start = new Date('2026-11-23T10:00:00Z');
let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;
let administrator: GraphClient;

beforeAll(async () => {
  app = await testApp({ now: start });
  cast = await bottleneckCast(app);
  administrator = await graphClient(app, await cast.make.person({ name: 'Fay', roles: ['FUNCTIONAL_ADMINISTRATOR'] }));
  await sql('update person set fictional = true');
});
beforeEach(async () => {
  app.setNow(start);
  await sql('delete from mail_message');
  await sql(`update meeting set state = 'CANCELLED'`);
  meeting = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
});
afterAll(() => app.close());

const sql = <T extends object>(text: string, params: unknown[] = []) =>
  app.platform.database.fork().execute<T[]>(text, params);
async function change(mutation: string, input: object) {
  const { version } = await readMeeting(cast.as('secretary'), meeting);
  const answer = await changeAgenda(cast.as('secretary'), mutation, { expectedVersion: version, ...input });
  expect(answer.problems).toEqual([]);
}
const add = (title: string, more: object = {}) =>
  change('addAgendaItem', { meetingId: meeting.globalId, title, ...more });
async function publishAndPost() {
  await change('publishAgenda', { meetingId: meeting.globalId });
  app.setNow(new Date(app.platform.now().getTime() + 60_000));
  await app.platform.jobs.run('mail');
}
const query = `query ($first: Int!, $after: String) { outbox(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { id state address receiver subject text calendar createdAt dueAt sentAt attempts lastError meeting { id } } } } }`;
async function outbox(client: GraphClient, args: { first?: number; after?: string } = {}) {
  const { outbox: page } = await client.run(query, { first: 50, ...args });
  return { ...page, mails: page.edges.map((edge: { node: object }) => edge.node) };
}
const receivers = async (client: GraphClient) =>
  (await outbox(client)).mails.map((mail: { receiver: string }) => mail.receiver).toSorted();

describe('the outbox of the demo', () => {
  test('holds what would have been sent, once its time has come', async () => {
    await add('Stikstof');
    await change('publishAgenda', { meetingId: meeting.globalId });
    const [waiting] = (await outbox(cast.as('secretary'))).mails;
    expect(waiting).toMatchObject({ state: 'WAITING', subject: '', text: '', dueAt: '2026-11-23T10:01:00.000Z' });
    app.setNow(new Date(start.getTime() + 60_000));
    await app.platform.jobs.run('mail');
    const { mails } = await outbox(cast.as('secretary'));
    expect(mails).toHaveLength(5);
    const piet = mails.find((mail: { receiver: string }) => mail.receiver === 'Piet');
    expect(piet).toMatchObject({
      state: 'OUTBOX',
      address: 'piet@demo.example',
      subject: expect.stringMatching(/^Agenda: West, /),
      text: expect.stringContaining('Stikstof'),
      createdAt: '2026-11-23T10:00:00.000Z',
      sentAt: null,
      attempts: 1,
      lastError: null,
      meeting: { id: meeting.globalId },
    });
    expect(readCalendar(piet.calendar).method).toBe('REQUEST');
    const { node } = await cast
      .as('chair')
      .run('query ($id: ID!) { node(id: $id) { ... on MailMessage { subject } } }', { id: piet.id });
    expect(node.subject).toBe(piet.subject);
  });

  test('comes in pages, the latest first', async () => {
    await add('Een');
    await publishAndPost();
    await add('Twee');
    await publishAndPost();
    const first = await outbox(cast.as('secretary'), { first: 6 });
    const rest = await outbox(cast.as('secretary'), { first: 6, after: first.pageInfo.endCursor });
    expect([first.mails.length, first.pageInfo.hasNextPage, rest.mails.length, rest.pageInfo.hasNextPage]).toEqual([
      6,
      true,
      4,
      false,
    ]);
    expect(first.mails[0].createdAt > rest.mails[3].createdAt).toBe(true);
    expect(new Set([...first.mails, ...rest.mails].map((mail: { id: string }) => mail.id)).size).toBe(10);
  });

  test('is for who prepares meetings and who runs the place; they see of it what is theirs to see', async () => {
    await add('Punt');
    await publishAndPost();
    expect(await receivers(cast.as('chair'))).toEqual(['Cor', 'Mara', 'Otto', 'Piet', 'Sien']);
    expect(await receivers(administrator)).toHaveLength(5);
    expect(await receivers(cast.as('provincialChair'))).toHaveLength(5);
    expect(await receivers(cast.as('twente'))).toEqual([]);
    const [mail] = (await outbox(administrator)).mails;
    expect(mail.meeting).toBeNull();
    for (const part of ['participant', 'observer', 'stranger', 'filer'] as const) {
      const { errors } = await cast.as(part).answer(query, { first: 10 });
      expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'OUTBOX_NOT_YOURS' });
      const { node } = await cast.as(part).run('query ($id: ID!) { node(id: $id) { id } }', { id: mail.id });
      expect(node).toBeNull();
    }
    const hidden = await cast.as('twente').run('query ($id: ID!) { node(id: $id) { id } }', { id: mail.id });
    expect(hidden.node).toBeNull();
    const abilities = async (client: GraphClient) =>
      (await client.run('{ viewer { viewerCan { verb allowed } } }')).viewer.viewerCan.find(
        ({ verb }: { verb: string }) => verb === 'SEE_OUTBOX',
      )?.allowed;
    expect([await abilities(cast.as('chair')), await abilities(cast.as('participant'))]).toEqual([true, false]);
  });

  test('tells nothing of a closed part or a hidden case to whom those are not for', async () => {
    const secret = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL', title: 'Geheim', state: 'TRIAGE' });
    await add('Grondprijs', { closedPart: true });
    await publishAndPost();
    expect(await receivers(cast.as('secretary'))).toHaveLength(5);
    // What the others got tells of the closed part; what these two got does not.
    expect(await receivers(cast.as('provincialChair'))).toEqual(['Mara', 'Otto']);
    await sql('delete from mail_message');
    await add('Over een zaak', { bottleneckIds: [secret.globalId] });
    await publishAndPost();
    const seen = await receivers(administrator);
    expect(seen).toEqual(await receivers(cast.as('provincialChair')));
    expect(seen).not.toContain('Piet');
  });

  test('is not there without a session, and asks for a page that can be', async () => {
    const nobody = await graphClient(app, null);
    expect((await nobody.answer(query, { first: 10 })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const { errors } = await cast.as('chair').answer(query, { first: 0 });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'BAD_PAGE_SIZE' });
    const bad = await cast.as('chair').answer(query, { first: 10, after: 'x' });
    expect(bad.errors[0]?.extensions.code).toBe('BAD_CURSOR');
  });
});

test('outside the demo there is none', async () => {
  const real = await testApp({ now: start, config: { demo: false } });
  const others = await bottleneckCast(real);
  const { errors } = await others.as('chair' satisfies Part).answer(query, { first: 10 });
  expect(errors[0]?.extensions).toMatchObject({ reason: 'OUTBOX_NOT_YOURS' });
  await real.close();
});
