import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../testing/bottleneck-cast.ts';
import { type GraphClient, graphClient } from '../../../testing/graph-client.ts';
import { makeMeeting } from '../../../testing/meeting-factory.ts';
import { makeNote } from '../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { readEvents } from '../../platform/streams/read-events.ts';
import { inboxProjector } from './inbox-projector.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp();
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());

interface Item {
  id: string;
  reason: string;
  readAt: string | null;
  event: { id: string; type: string; actor: { name: string } | null; subjects: { id: string }[] };
}
const itemFields = 'id reason readAt event { id type actor { name } subjects { id } }';

async function inboxOf(client: GraphClient, first = 100): Promise<{ unread: number; items: Item[] }> {
  await app.platform.streams.drain();
  const { inbox } = await client.run(
    `query ($first: Int) { inbox(first: $first) { unreadCount edges { node { ${itemFields} } } } }`,
    { first },
  );
  return { unread: inbox.unreadCount, items: inbox.edges.map(({ node }: { node: Item }) => node) };
}

const about = async (part: Part, id: string) =>
  (await inboxOf(cast.as(part))).items.filter(({ event }) => event.subjects.some((subject) => subject.id === id));
const told = async (part: Part, id: string) =>
  (await about(part, id)).map(({ event, reason }) => `${event.type} ${reason}`);

async function log(part: Part, more: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const { logBottleneck } = await cast
    .as(part)
    .run(
      `mutation ($input: LogBottleneckInput!) { logBottleneck(input: $input) { bottleneck { id version } problems { code path } } }`,
      {
        input: {
          title: 'Geen stroom voor de wijk',
          projects: [{ projectId: cast.project.globalId, homesBlocked: 40 }],
          themeCodes: ['NETCONGESTIE'],
          confidentiality: 'REGIONAL',
          ...more,
        },
      },
    );
  expect(logBottleneck.problems).toEqual([]);
  return logBottleneck.bottleneck;
}

async function step(
  part: Part,
  name: string,
  type: string,
  input: Record<string, unknown>,
): Promise<{ id: string; version: number }> {
  const answer = await cast
    .as(part)
    .run(
      `mutation ($input: ${type}!) { ${name}(input: $input) { bottleneck { id version } problems { code path } } }`,
      { input },
    );
  expect(answer[name].problems).toEqual([]);
  return answer[name].bottleneck;
}

describe('who hears of a case', () => {
  test('chair and secretary of the table when it is submitted; not the filer, a member or a stranger', async () => {
    const { id } = await log('filer');
    expect(await told('secretary', id)).toEqual(['BOTTLENECK_LOGGED SECRETARY']);
    expect(await told('chair', id)).toEqual(['BOTTLENECK_LOGGED CHAIR']);
    for (const part of ['filer', 'participant', 'observer', 'stranger', 'twente', 'provincialChair'] as const)
      expect(await told(part, id), part).toEqual([]);
  });

  test('nobody of a draft, until it is submitted', async () => {
    const draft = await log('filer', { draft: true });
    expect(await told('secretary', draft.id)).toEqual([]);
    await step('filer', 'submitBottleneck', 'BottleneckVersionInput', {
      bottleneckId: draft.id,
      expectedVersion: draft.version,
    });
    expect(await told('secretary', draft.id)).toEqual(['BOTTLENECK_SUBMITTED SECRETARY']);
  });

  test('owner, lead and civil owner of what others do, each once', async () => {
    const logged = await log('filer');
    const given = await step('secretary', 'assignBottleneck', 'AssignBottleneckInput', {
      bottleneckId: logged.id,
      expectedVersion: logged.version,
      leadId: `Person_${cast.people.participant.id}`,
      civilOwnerId: `Person_${cast.people.civilOwner.id}`,
    });
    await step('secretary', 'triageBottleneck', 'TriageBottleneckInput', {
      bottleneckId: logged.id,
      expectedVersion: given.version,
      constructionStart: '2027-09-01',
      projects: [{ projectId: cast.project.globalId, homesBlocked: 40 }],
    });
    expect(await told('filer', logged.id)).toEqual(['BOTTLENECK_TRIAGED OWNER', 'BOTTLENECK_ASSIGNED OWNER']);
    expect(await told('participant', logged.id)).toEqual(['BOTTLENECK_TRIAGED LEAD', 'BOTTLENECK_ASSIGNED LEAD']);
    expect(await told('civilOwner', logged.id)).toEqual([
      'BOTTLENECK_TRIAGED CIVIL_OWNER',
      'BOTTLENECK_ASSIGNED CIVIL_OWNER',
    ]);
    expect(await told('secretary', logged.id)).toEqual(['BOTTLENECK_LOGGED SECRETARY']);
    const [item] = await about('filer', logged.id);
    expect(item?.event.actor?.name).toBe('Sien');
  });

  test('the table that an escalation goes to', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS', confidentiality: 'REGIONAL' });
    await step('chair', 'escalateBottleneck', 'EscalateBottleneckInput', {
      bottleneckId: made.globalId,
      expectedVersion: 1,
      reason: 'Alleen de provincie kan dit.',
    });
    expect(await told('provincialChair', made.globalId)).toEqual(['BOTTLENECK_ESCALATED CHAIR']);
    expect(await told('filer', made.globalId)).toEqual(['BOTTLENECK_ESCALATED OWNER']);
  });

  test('the author of a note that is used', async () => {
    const author = await cast.make.member(cast.west, 'PARTICIPANT', { name: 'Auke' });
    const note = await makeNote(app, cast.make, { author, title: 'Een notitie om te gebruiken' });
    const made = await cast.bottleneck({ state: 'IN_PROGRESS', confidentiality: 'REGIONAL' });
    const { applyNote } = await cast
      .as('filer')
      .run(`mutation ($input: ApplyNoteInput!) { applyNote(input: $input) { application { id } problems { code } } }`, {
        input: { noteId: note.globalId, bottleneckId: made.globalId, result: 'WORKED' },
      });
    expect(applyNote.problems).toEqual([]);
    const { items } = await inboxOf(await graphClient(app, author));
    expect(items.map(({ event, reason }) => `${event.type} ${reason}`)).toEqual(['NOTE_APPLIED AUTHOR']);
  });

  test('everybody at the table when an agenda is published, but not who did it', async () => {
    const meeting = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.secretary });
    const { addAgendaItem } = await cast
      .as('secretary')
      .run(
        `mutation ($input: AddAgendaItemInput!) { addAgendaItem(input: $input) { meeting { version } problems { code } } }`,
        { input: { meetingId: meeting.globalId, expectedVersion: 1, title: 'Opening' } },
      );
    const { publishAgenda } = await cast
      .as('secretary')
      .run(
        `mutation ($input: MeetingVersionInput!) { publishAgenda(input: $input) { meeting { id } problems { code } } }`,
        { input: { meetingId: meeting.globalId, expectedVersion: addAgendaItem.meeting.version } },
      );
    expect(publishAgenda.problems).toEqual([]);
    for (const part of ['chair', 'participant', 'observer', 'market'] as const)
      expect(await told(part, meeting.globalId), part).toEqual(['AGENDA_PUBLISHED PARTICIPANT']);
    for (const part of ['secretary', 'twente', 'stranger'] as const)
      expect(await told(part, meeting.globalId), part).toEqual([]);
  });
});

test('an event reaches a person once, however often it is handed over', async () => {
  const { id } = await log('filer');
  await app.platform.streams.drain();
  const em = app.platform.database.fork();
  const events = (await readEvents(em, { kind: 'table', id: cast.west.id }, { after: 0, limit: 1_000 })).filter(
    ({ subjects }) => subjects.some((subject) => id.endsWith(subject.id)),
  );
  expect(events.length).toBe(1);
  const recorded: unknown[] = [];
  await em.transactional(async (inner) => {
    await inboxProjector.project(
      {
        em: inner as typeof em,
        now: new Date(),
        actorId: null,
        newId: () => crypto.randomUUID(),
        record: (event) => void recorded.push(event),
      },
      events,
    );
  });
  expect(recorded).toEqual([]);
  expect(await told('secretary', id)).toEqual(['BOTTLENECK_LOGGED SECRETARY']);
});

describe('a right that is taken away takes the item away', () => {
  test('in the list, the count, and by id', async () => {
    const { id } = await log('filer');
    const [item] = await about('chair', id);
    const { unread } = await inboxOf(cast.as('chair'));
    const uuid = id.split('_')[1];
    await app.platform.database
      .fork()
      .execute(`insert into bottleneck_grant (bottleneck_id, person_id, kind) values (?, ?, 'EXCLUDED')`, [
        uuid,
        cast.people.chair.id,
      ]);
    expect(await about('chair', id)).toEqual([]);
    expect((await inboxOf(cast.as('chair'))).unread).toBe(unread - 1);
    expect(await cast.as('chair').run('query ($id: ID!) { node(id: $id) { id } }', { id: item?.id })).toEqual({
      node: null,
    });
    await app.platform.database
      .fork()
      .execute('delete from bottleneck_grant where bottleneck_id = ? and person_id = ?', [uuid, cast.people.chair.id]);
    expect(await about('chair', id)).toHaveLength(1);
  });

  test('a seat that is given up takes what came with it', async () => {
    const leaver = await cast.make.member(cast.west, 'SECRETARY', { name: 'Lea', kind: 'PROVINCE' });
    const client = await graphClient(app, leaver);
    await log('filer');
    expect((await inboxOf(client)).unread).toBe(1);
    await cast.make.unseat(cast.west, leaver);
    expect(await inboxOf(client)).toEqual({ unread: 0, items: [] });
  });
});

describe('reading', () => {
  const mark = async (client: GraphClient, upTo?: string) =>
    (
      await client.run('mutation ($upTo: ID) { markInboxRead(upTo: $upTo) { unreadCount problems { code path } } }', {
        upTo,
      })
    ).markInboxRead;

  test('up to an item, and then all', async () => {
    const reader = await cast.make.member(cast.west, 'SECRETARY', { name: 'Rik', kind: 'PROVINCE' });
    const client = await graphClient(app, reader);
    for (let count = 0; count < 3; count += 1) await log('filer');
    const { items } = await inboxOf(client);
    expect(items.map((item) => item.readAt)).toEqual([null, null, null]);
    expect(await mark(client, items[1]?.id)).toEqual({ unreadCount: 1, problems: [] });
    expect((await inboxOf(client)).items.map((item) => item.readAt !== null)).toEqual([false, true, true]);
    expect(await mark(client)).toEqual({ unreadCount: 0, problems: [] });
  });

  test('an item of somebody else is not there', async () => {
    const { id } = await log('filer');
    const [item] = await about('secretary', id);
    const refused = { unreadCount: null, problems: [{ code: 'NOT_FOUND', path: ['upTo'] }] };
    expect(await mark(cast.as('stranger'), item?.id)).toEqual(refused);
    expect(await mark(cast.as('stranger'), 'InboxItem_nothing')).toEqual(refused);
    expect(await cast.as('stranger').run('query ($id: ID!) { node(id: $id) { id } }', { id: item?.id })).toEqual({
      node: null,
    });
  });

  test('pages lie behind one another without gap or double', async () => {
    const person = await cast.make.member(cast.west, 'SECRETARY', { name: 'Pien', kind: 'PROVINCE' });
    const client = await graphClient(app, person);
    for (let count = 0; count < 5; count += 1) await log('filer');
    const whole = (await inboxOf(client)).items.map((item) => item.id);
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const { inbox } = await client.run(
        'query ($after: String) { inbox(first: 2, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }',
        { after },
      );
      ids.push(...inbox.edges.map(({ node }: { node: { id: string } }) => node.id));
      after = inbox.pageInfo.hasNextPage ? inbox.pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toEqual(whole);
    expect(whole).toHaveLength(5);
  });

  test('the number of statements does not grow with the inbox', async () => {
    const statements = async (first: number) => {
      app.takeStatements();
      await cast
        .as('secretary')
        .run(
          `query ($first: Int) { inbox(first: $first) { unreadCount edges { node { reason event { type subjects { id } } } } } }`,
          { first },
        );
      return app.takeStatements().length;
    };
    // A longer page has read already what the count asks next.
    expect(await statements(10)).toBeLessThanOrEqual(await statements(2));
  });

  test('nobody without a session', async () => {
    const { errors } = await (await graphClient(app, null)).answer('{ inbox { unreadCount } }');
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

test('what shows is found behind much that is hidden, on a short page too', async () => {
  const lead = await cast.make.person({ name: 'Lieke' });
  const leadId = `Person_${lead.id}`;
  const first = await log('filer', { confidentiality: 'PUBLIC' });
  await step('secretary', 'assignBottleneck', 'AssignBottleneckInput', {
    bottleneckId: first.id,
    expectedVersion: 1,
    leadId,
  });
  const second = await log('filer');
  for (let version = 1; version <= 60; version += 1) {
    const input = { bottleneckId: second.id, expectedVersion: version, leadId, nextStep: `Stap ${version}` };
    await step('secretary', 'assignBottleneck', 'AssignBottleneckInput', input);
  }
  await cast.app.platform.database
    .fork()
    .execute(`insert into bottleneck_grant (bottleneck_id, person_id, kind) values (?, ?, 'EXCLUDED')`, [
      second.id.replace('Bottleneck_', ''),
      lead.id,
    ]);
  const { items, unread } = await inboxOf(await graphClient(app, lead), 1);
  expect([items.map(({ event }) => event.subjects[0]?.id), unread]).toEqual([[first.id], 1]);
});

describe('live', () => {
  const follow =
    'subscription ($after: String) { inboxEvents(after: $after) { __typename ... on StreamChange { cursor event { id type subjects { id } } } ... on StreamReset { cursor } } }';

  test('what comes in is told as it happened, after a break too', async () => {
    const { inboxCursor } = await cast.as('secretary').run('{ inboxCursor }');
    const { id } = await log('filer');
    await app.platform.streams.drain();
    const late = cast.as('secretary').follow(follow, { after: inboxCursor });
    const { data } = await late.next();
    expect(data?.inboxEvents.event.type).toBe('BOTTLENECK_LOGGED');
    expect(data?.inboxEvents.event.subjects.map((subject: { id: string }) => subject.id)).toContain(id);
    const second = await log('filer');
    const next = await late.next();
    expect(next.data?.inboxEvents.event.subjects.map((subject: { id: string }) => subject.id)).toContain(second.id);
    late.stop();
    await cast.as('secretary').disconnect();
  });

  test('the cursor of another inbox does not open it', async () => {
    const { inboxCursor } = await cast.as('secretary').run('{ inboxCursor }');
    const following = cast.as('stranger').follow(follow, { after: inboxCursor });
    const { errors } = await following.next();
    expect(errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
    following.stop();
    await cast.as('stranger').disconnect();
  });
});
