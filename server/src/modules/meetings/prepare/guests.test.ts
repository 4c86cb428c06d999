import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { grant } from '../../../../testing/bottleneck-factory.ts';
import { type MadeMeeting, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { forbiddenOf, prepare, problemsOf, readPreparation } from '../../../../testing/preparation-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;
const items: { id: string; title: string }[] = [];

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());

const person = (part: Part) => globalId('Person', cast.people[part].id);
const read = (part: Part = 'secretary') => readPreparation(cast.as(part), meeting);
const add = async (title: string, more: object = {}) => {
  const added = await prepare(cast.as('secretary'), 'addAgendaItem', { meetingId: meeting.globalId, title, ...more });
  items.push(added.item);
  return added.item.id as string;
};
const publish = async () =>
  prepare(cast.as('secretary'), 'publishAgenda', {
    meetingId: meeting.globalId,
    expectedVersion: (await read()).version,
  });
const wish = async (itemId: string, more: object) => ({ itemId, expectedVersion: (await read()).version, ...more });
const invite = async (itemId: string, more: object) =>
  prepare(cast.as('secretary'), 'inviteGuest', await wish(itemId, more));
const nodeFor = async (part: Part, id: string) =>
  (await cast.as(part).run('query ($id: ID!) { node(id: $id) { id ... on AgendaItem { title } } }', { id })).node;

describe('a guest with an account', () => {
  let about: string;
  let closed: string;
  let other: string;

  beforeEach(async () => {
    meeting = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
    other = await add('Opening', { minutes: 10 });
    const bottleneck = await cast.bottleneck({ filer: cast.people.twente, owner: cast.people.twente });
    about = await add('Peil en ophoging', { minutes: 30, bottleneckIds: [bottleneck.globalId] });
    closed = await add('Grondpositie', { closedPart: true });
  });

  test('sees nothing before the agenda is published, and then the item of the invitation alone', async () => {
    await invite(about, { personId: person('stranger') });
    expect(await read('stranger')).toBeNull();
    await publish();
    const seen = await read('stranger');
    expect(seen).toMatchObject({
      plannedMinutes: 30,
      unpublishedChanges: 0,
      suggestions: [],
      proposals: [],
      items: [{ id: about, position: 2, title: 'Peil en ophoging', subjects: [], guests: [{ name: 'Vreemd' }] }],
    });
    expect(seen.items).toHaveLength(1);
    expect(await nodeFor('stranger', about)).toEqual({ id: about, title: 'Peil en ophoging' });
    expect(await nodeFor('stranger', meeting.globalId)).toMatchObject({ id: meeting.globalId });
    for (const id of [other, closed]) expect(await nodeFor('stranger', id)).toBeNull();
    expect(await read('reader')).toBeNull();
  });

  test('to the closed part only by name', async () => {
    await invite(about, { personId: person('stranger') });
    await invite(closed, { personId: person('reader') });
    await publish();
    expect((await read('reader')).items).toMatchObject([{ id: closed, title: 'Grondpositie', closedPart: true }]);
    expect((await read('stranger')).items).toMatchObject([{ id: about }]);
    // Who sits at a table above and is invited to the closed part sees it beside all else; the case stays of the region.
    await invite(closed, { personId: person('provincialChair') });
    expect((await read('provincialChair')).items.map(({ title }: { title: string }) => title)).toEqual([
      'Opening',
      'Besloten deel',
      'Grondpositie',
    ]);
  });

  test('answers, and does nothing else with the meeting', async () => {
    await invite(about, { personId: person('stranger') });
    await publish();
    const can = (await read('stranger')).viewerCan
      .filter(({ allowed }: { allowed: boolean }) => allowed)
      .map(({ verb }: { verb: string }) => verb);
    expect(can).toEqual(['ANSWER_INVITATION']);
    const answer = { meetingId: meeting.globalId, answer: 'ONLINE' };
    expect((await prepare(cast.as('stranger'), 'answerInvitation', answer)).meeting).toMatchObject({
      viewerAnswer: 'ONLINE',
    });
    const change = await wish(about, { title: 'Zelf veranderd' });
    expect(await forbiddenOf(cast.as('stranger'), 'editAgendaItem', change)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await problemsOf(cast.as('stranger'), 'editAgendaItem', { ...change, itemId: other })).toEqual([
      ['NOT_FOUND', 'input.itemId'],
    ]);
  });

  test('hears what is agreed on the item, and nothing of the others', async () => {
    const [one, two] = [
      await cast.bottleneck({ confidentiality: 'PUBLIC' }),
      await cast.bottleneck({ confidentiality: 'PUBLIC' }),
    ];
    const invited = await add('Wel', { bottleneckIds: [one.globalId] });
    const notInvited = await add('Niet', { bottleneckIds: [two.globalId] });
    await invite(invited, { personId: person('stranger') });
    await publish();
    for (const itemId of [invited, notInvited])
      await prepare(cast.as('secretary'), 'recordOutcome', await wish(itemId, { outcome: 'Afgesproken.' }));
    const told = async (part: Part, id: string) => {
      const text = `query ($id: ID!) { node(id: $id) { ... on Bottleneck { timeline(first: 50) { edges { node { type } } } agendaItems { id } } } }`;
      const { timeline, agendaItems } = (await cast.as(part).run(text, { id })).node;
      const types = timeline.edges.map(({ node }: { node: { type: string } }) => node.type);
      return [types.includes('OUTCOME_RECORDED'), agendaItems.length];
    };
    expect(await told('participant', one.globalId)).toEqual([true, 1]);
    expect(await told('participant', two.globalId)).toEqual([true, 1]);
    expect(await told('stranger', one.globalId)).toEqual([true, 1]);
    expect(await told('stranger', two.globalId)).toEqual([false, 0]);
  });

  test('finds the invitation in the inbox, as soon as the agenda is published', async () => {
    const inbox = async () => {
      await app.platform.streams.drain();
      const { inbox: page } = await cast
        .as('civilOwner')
        .run('{ inbox(first: 5) { edges { node { reason event { type changes { after } } } } } }');
      return page.edges.map(({ node }: { node: object }) => node);
    };
    await invite(about, { personId: person('civilOwner') });
    expect(await inbox()).toEqual([]);
    await publish();
    expect(await inbox()).toMatchObject([
      { reason: 'GUEST', event: { type: 'GUEST_INVITED', changes: [{ after: 'Ciel' }] } },
    ]);
  });

  test('who is excluded from the case of the item sees that it is there and no more', async () => {
    const shady = await cast.bottleneck();
    const itemId = await add('Met belang', { bottleneckIds: [shady.globalId] });
    await grant(app, shady, cast.people.stranger, 'EXCLUDED');
    await invite(itemId, { personId: person('stranger') });
    await publish();
    expect((await read('stranger')).items).toMatchObject([
      { title: 'Besloten deel', subjects: [], guests: [], why: [] },
    ]);
  });

  test('loses the meeting when the invitation is taken back', async () => {
    const { meeting: now } = await invite(about, { personId: person('stranger') });
    await publish();
    const guestId = now.items[1].guests[0].id;
    const removed = await prepare(cast.as('chair'), 'removeGuest', await wish(about, { guestId }));
    expect(removed.meeting.items[1].guests).toEqual([]);
    expect(await read('stranger')).toBeNull();
    expect(await problemsOf(cast.as('chair'), 'removeGuest', await wish(about, { guestId }))).toEqual([
      ['UNKNOWN_GUEST', 'input.guestId'],
    ]);
  });

  test('changes nothing of the agenda: nobody has to look again or publish', async () => {
    await publish();
    const { version } = await read();
    await invite(about, { personId: person('stranger') });
    expect(await read()).toMatchObject({ version, unpublishedChanges: 0 });
  });
});

describe('inviting', () => {
  beforeEach(async () => {
    meeting = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
  });

  test('by name, organisation and address; the address is for who prepares the meeting', async () => {
    const itemId = await add('Kennis');
    await invite(itemId, { name: 'Ada de Adviseur', organisation: 'Bureau', email: 'ada@example.org' });
    await publish();
    const guest = { name: 'Ada de Adviseur', organisation: 'Bureau', person: null };
    expect((await read()).items).toMatchObject([{ guests: [{ ...guest, email: 'ada@example.org' }] }]);
    expect((await read('participant')).items).toMatchObject([{ guests: [{ ...guest, email: null }] }]);
  });

  test('is refused for who sits at the table, twice, without a name, with a wrong address, and without end', async () => {
    const itemId = await add('Kennis');
    const as = cast.as('secretary');
    const refused = async (more: object) => problemsOf(as, 'inviteGuest', await wish(itemId, more));
    const { problems } = await invite(itemId, { personId: person('participant') });
    expect(problems).toMatchObject([
      { code: 'ALREADY_AT_TABLE', message: 'Piet zit al aan deze tafel en hoeft geen uitnodiging als gast.' },
    ]);
    expect(await refused({})).toEqual([['GUEST_WHO', 'input.name']]);
    expect(await refused({ name: 'x', organisation: 'x'.repeat(161), email: 'geen adres' })).toEqual([
      ['BAD_MAIL_ADDRESS', 'input.email'],
      ['TOO_SHORT', 'input.name'],
      ['TOO_LONG', 'input.organisation'],
    ]);
    expect(await refused({ personId: globalId('Person', crypto.randomUUID()) })).toEqual([
      ['UNKNOWN_PERSON', 'input.personId'],
    ]);
    await invite(itemId, { personId: person('stranger') });
    await invite(itemId, { name: 'Ada', email: 'ada@example.org' });
    await invite(itemId, { name: 'Bo' });
    expect(await refused({ personId: person('stranger') })).toEqual([['ALREADY_GUEST', 'input.personId']]);
    expect(await refused({ name: 'Ada Anders', email: 'ADA@example.org' })).toEqual([['ALREADY_GUEST', 'input.name']]);
    expect(await refused({ name: 'Bo' })).toEqual([['ALREADY_GUEST', 'input.name']]);
    for (let n = 3; n < 20; n += 1) await invite(itemId, { name: `Gast ${n}` });
    expect(await refused({ name: 'Nog een' })).toEqual([['TOO_MANY', 'input.itemId']]);
  });

  test.each(['inviteGuest', 'removeGuest'])(
    '%s is for who prepares the meeting, on the version that was seen',
    async (mutation) => {
      const itemId = await add('Kennis');
      const input = await wish(itemId, mutation === 'inviteGuest' ? { name: 'Ada' } : { guestId: 'Guest_x' });
      expect(await problemsOf(cast.as('participant'), mutation, input)).toEqual([['NOT_FOUND', 'input.itemId']]);
      await publish();
      const now = { ...input, expectedVersion: (await read()).version };
      for (const part of ['participant', 'observer', 'market', 'provincialChair'] as const)
        expect(await forbiddenOf(cast.as(part), mutation, now)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await problemsOf(cast.as('stranger'), mutation, now)).toEqual([['NOT_FOUND', 'input.itemId']]);
      expect(await problemsOf(cast.as('secretary'), mutation, { ...now, expectedVersion: 1 })).toEqual([
        ['CONFLICT', 'input.expectedVersion'],
      ]);
    },
  );
});
