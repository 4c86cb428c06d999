import { addDays } from '@versnellingstafel/shared/dates/local-date';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../testing/bottleneck-cast.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import { makeMeeting } from '../../../testing/meeting-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

const today = '2026-11-23';
let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ now: new Date(`${today}T10:00:00Z`) });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.platform.database.fork().execute('truncate bottleneck, meeting, action cascade');
});

async function asked(part: Part): Promise<string[]> {
  const { askedOfMe } = await cast
    .as(part)
    .run('{ askedOfMe { kind dueOn verb bottleneck { number } meeting { id } } }');
  return askedOfMe.map(
    (row: { kind: string; dueOn: string; verb: string | null; bottleneck: { number: string } | null }) =>
      `${row.kind} ${row.dueOn} ${row.verb ?? '-'} ${row.bottleneck?.number ?? 'meeting'}`,
  );
}

test('the secretary: what waits for triage, and what comes back today', async () => {
  const waiting = await cast.bottleneck({ state: 'SUBMITTED', dueOn: addDays(today, 20) });
  const held = await cast.bottleneck({ state: 'ON_HOLD', dueOn: addDays(today, 30) });
  await app.platform.database.fork().execute('update bottleneck set return_on = ? where id = ?', [today, held.id]);
  await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: addDays(today, 2) });
  expect(await asked('secretary')).toEqual([
    `RETURNS ${today} RESUME ${held.number}`,
    `TRIAGE ${addDays(today, 20)} TRIAGE ${waiting.number}`,
  ]);
  for (const part of ['participant', 'observer', 'twente', 'stranger'] as const)
    expect(await asked(part), part).toEqual([]);
});

test('the owner: late ones first, then what is due within a week, and drafts', async () => {
  const soon = await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: addDays(today, 7) });
  const late = await cast.bottleneck({ state: 'SCHEDULED', dueOn: addDays(today, -3) });
  const draft = await cast.bottleneck({ state: 'DRAFT', dueOn: addDays(today, 10) });
  await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: addDays(today, 8) });
  await cast.bottleneck({ state: 'RESOLVED', dueOn: addDays(today, -30) });
  expect(await asked('filer')).toEqual([
    `OVERDUE ${addDays(today, -3)} - ${late.number}`,
    `DUE_SOON ${addDays(today, 7)} - ${soon.number}`,
    `DRAFT ${addDays(today, 10)} SUBMIT ${draft.number}`,
  ]);
});

test('the lead has the same dates', async () => {
  const late = await cast.bottleneck({
    state: 'IN_PROGRESS',
    dueOn: addDays(today, -1),
    lead: cast.people.participant,
  });
  expect(await asked('participant')).toEqual([`OVERDUE ${addDays(today, -1)} - ${late.number}`]);
});

test('the table that an escalation lies at, and its sender no longer', async () => {
  const made = await cast.bottleneck({ state: 'ESCALATED', table: cast.province, dueOn: addDays(today, 40) });
  const link = { from_table_id: cast.west.id, to_table_id: cast.province.id, answer_by: addDays(today, 20) };
  await cast.make.insert('escalation', { bottleneck_id: made.id, ...link, reason: 'r', sent_at: app.platform.now() });
  expect(await asked('provincialChair')).toEqual([`ACCEPT_ESCALATION ${addDays(today, 20)} - ${made.number}`]);
  expect(await asked('secretary')).toEqual([]);
});

test('an agenda whose papers are due within a week', async () => {
  await makeMeeting(app, cast.make, {
    table: cast.west,
    by: cast.people.secretary,
    startsAt: new Date('2026-12-03T12:30:00Z'),
  });
  await makeMeeting(app, cast.make, {
    table: cast.west,
    by: cast.people.secretary,
    startsAt: new Date('2026-12-24T12:30:00Z'),
  });
  expect(await asked('secretary')).toEqual(['PUBLISH_AGENDA 2026-11-26 - meeting']);
  expect(await asked('chair')).toEqual(['PUBLISH_AGENDA 2026-11-26 - meeting']);
  expect(await asked('participant')).toEqual([]);
});

test('who is excluded is asked nothing', async () => {
  const made = await cast.bottleneck({ state: 'SUBMITTED', confidentiality: 'CONFIDENTIAL', dueOn: addDays(today, 5) });
  await app.platform.database
    .fork()
    .execute(`insert into bottleneck_grant (bottleneck_id, person_id, kind) values (?, ?, 'EXCLUDED')`, [
      made.id,
      cast.people.secretary.id,
    ]);
  expect(await asked('secretary')).toEqual([]);
});

test('a closed case of a referral asks for feedback until it was given', async () => {
  const made = await cast.bottleneck({ state: 'REFERRED', dueOn: addDays(today, 4) });
  expect(await asked('filer')).toEqual([`FEEDBACK ${addDays(today, 4)} - ${made.number}`]);
});

test('one statement for the list, whatever its length', async () => {
  const statements = async () => {
    app.takeStatements();
    await asked('filer');
    return app.takeStatements().length;
  };
  await cast.bottleneck({ state: 'DRAFT' });
  const one = await statements();
  for (let count = 0; count < 5; count += 1) await cast.bottleneck({ state: 'DRAFT' });
  expect(await statements()).toBe(one);
});

test('nobody without a session', async () => {
  const { errors } = await (await graphClient(app, null)).answer('{ askedOfMe { kind } }');
  expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('actions: who has them three days ahead and when late, the civil owner after a week', async () => {
  const add = async (owner: Part, dueOn: string): Promise<string> => {
    const { addAction } = await cast
      .as('secretary')
      .run(
        'mutation ($input: AddActionInput!) { addAction(input: $input) { action { id number } problems { message } } }',
        {
          input: {
            tableId: `AccelerationTable_${cast.west.id}`,
            what: 'Bellen',
            ownerId: `Person_${cast.people[owner].id}`,
            dueOn: addDays(today, 30),
          },
        },
      );
    await app.database
      .fork()
      .execute('update action set due_on = ?::date where number = ?', [dueOn, addAction.action.number]);
    return addAction.action.number;
  };
  const late = await add('filer', addDays(today, -7));
  const soon = await add('filer', addDays(today, 3));
  await add('filer', addDays(today, 4));
  await add('participant', addDays(today, -20));
  const actions = async (part: Part) =>
    (await cast.as(part).run('{ askedOfMe { kind dueOn action { number } } }')).askedOfMe.map(
      ({ kind, action }: { kind: string; action: { number: string } | null }) => `${kind} ${action?.number}`,
    );
  expect(await actions('filer')).toEqual([`ACTION_LATE ${late}`, `ACTION_SOON ${soon}`]);
  expect(await actions('civilOwner')).toEqual([`ACTION_OF_ORGANISATION ${late}`]);
  expect(await actions('stranger')).toEqual([]);
});

test('who is asked to sign a case, until they answer', async () => {
  const made = await cast.bottleneck({ state: 'SUBMITTED' });
  const ask = `mutation ($input: AskCoSignerInput!) { askCoSigner(input: $input) { problems { code } bottleneck { coSigners { id } } } }`;
  const input = { bottleneckId: made.globalId, personId: `Person_${cast.people.stranger.id}` };
  const { askCoSigner } = await cast.as('filer').run(ask, { input });
  expect(await asked('stranger')).toEqual([`CO_SIGN null - ${made.number}`]);
  await cast.as('stranger').run('mutation ($input: CoSignerInput!) { coSign(input: $input) { problems { code } } }', {
    input: { coSignerId: askCoSigner.bottleneck.coSigners[0].id },
  });
  expect(await asked('stranger')).toEqual([]);
});

test('the civil owner, once a case of their organisation is a week late', async () => {
  const late = await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: addDays(today, -7) });
  await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: addDays(today, -6) });
  await cast.bottleneck({ state: 'RESOLVED', dueOn: addDays(today, -30) });
  await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: addDays(today, -7), civilOwner: cast.people.participant });
  expect(await asked('civilOwner')).toEqual([`CASE_OF_ORGANISATION ${addDays(today, -7)} - ${late.number}`]);
});
