import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bottleneckCast, type Cast } from '../../../../testing/bottleneck-cast.ts';
import { mailServer, type MailServer } from '../../../../testing/mail-server.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

/** A Wednesday, nine o'clock in Amsterdam. */
const wednesday = new Date('2026-11-25T08:00:00Z');
let mail: MailServer;
let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  mail = await mailServer();
  app = await testApp({
    now: wednesday,
    config: { smtpUrl: mail.url, mailFrom: 'tafel@overijssel.nl', publicUrl: new URL('https://tafel.overijssel.nl') },
  });
  cast = await bottleneckCast(app);
  await sql(`update person set email = lower(name) || '@tafel.nl'`);
});
beforeEach(async () => {
  app.setNow(wednesday);
  mail.arrived.length = 0;
  await sql('truncate bottleneck, action, reminder, mail_message cascade');
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const sql = (text: string, params: unknown[] = []) => app.platform.database.fork().execute<object[]>(text, params);

/** The round of the ladder at a moment, and a minute later the round of the post. */
async function round(at: Date): Promise<string[]> {
  mail.arrived.length = 0;
  app.setNow(at);
  await app.platform.jobs.run('ladder');
  app.setNow(new Date(at.getTime() + 61_000));
  await app.platform.jobs.run('mail');
  return mail.arrived.flatMap(({ to }) => to).toSorted();
}
const day = (date: string) => new Date(`${date}T08:00:00Z`);
const textTo = (name: string) =>
  mail.arrived.find(({ to }) => to.includes(`${name}@tafel.nl`))?.part('text/plain') ?? '';

async function action(dueOn: string): Promise<void> {
  const add = `mutation ($input: AddActionInput!) { addAction(input: $input) { problems { code } } }`;
  const input = {
    tableId: `AccelerationTable_${cast.west.id}`,
    what: 'Netbeheerder bellen',
    ownerId: `Person_${cast.people.filer.id}`,
    dueOn: '2027-01-01',
  };
  expect((await cast.as('secretary').run(add, { input })).addAction.problems).toEqual([]);
  await sql('update action set due_on = ?', [dueOn]);
}

test('three days before, once late, and after a week the civil owner: each rung once, one mail a day', async () => {
  const made = await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: '2026-11-27', lead: cast.people.participant });
  await action('2026-11-27');
  expect(await round(wednesday)).toEqual(['fenna@tafel.nl', 'piet@tafel.nl']);
  expect(textTo('fenna')).toContain(`${made.number} Het net is vol, uiterlijk vr 27 november`);
  expect(textTo('fenna')).toContain('Netbeheerder bellen, uiterlijk vr 27 november');
  expect(textTo('piet')).not.toContain('Netbeheerder');
  expect(await round(day('2026-11-26'))).toEqual([]);
  // On a Saturday nobody is reminded; on Monday they are.
  expect(await round(day('2026-11-28'))).toEqual([]);
  expect(await round(day('2026-11-30'))).toEqual(['fenna@tafel.nl', 'piet@tafel.nl']);
  expect(textTo('fenna')).toContain('Te laat');
  expect(await round(day('2026-12-04'))).toEqual(['ciel@tafel.nl']);
  expect(textTo('ciel')).toContain('Een week te laat in je organisatie');
  expect(await round(day('2026-12-07'))).toEqual([]);
});

test('a day that is moved begins a new ladder', async () => {
  const made = await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: '2026-11-20' });
  expect(await round(wednesday)).toEqual(['fenna@tafel.nl']);
  await sql('update bottleneck set due_on = ? where id = ?', ['2026-11-27', made.id]);
  expect(await round(day('2026-11-26'))).toEqual(['fenna@tafel.nl']);
});

test('what was done between the round and the post is not told, nor a case that is no longer theirs to see', async () => {
  const done = await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: '2026-11-20' });
  const hidden = await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: '2026-11-20', lead: cast.people.reader });
  await app.platform.jobs.run('ladder');
  await sql(`update bottleneck set state = 'RESOLVED', resolved_on = '2026-11-25' where id = ?`, [done.id]);
  await sql('update bottleneck set lead_id = null where id = ?', [hidden.id]);
  app.setNow(new Date(wednesday.getTime() + 61_000));
  await app.platform.jobs.run('mail');
  expect(mail.arrived.flatMap(({ to }) => to)).toEqual(['fenna@tafel.nl']);
  expect(textTo('fenna')).toContain(hidden.number);
  expect(textTo('fenna')).not.toContain(done.number);
});

test('drafts and closed cases remind nobody, and nothing goes out before seven', async () => {
  await cast.bottleneck({ state: 'DRAFT', dueOn: '2026-11-20' });
  await cast.bottleneck({ state: 'RESOLVED', dueOn: '2026-11-20' });
  await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: '2026-11-20' });
  expect(await round(new Date('2026-11-25T05:30:00Z'))).toEqual([]);
  expect(await round(wednesday)).toEqual(['fenna@tafel.nl']);
});
