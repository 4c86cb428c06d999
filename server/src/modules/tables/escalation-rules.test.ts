import { afterAll, beforeAll, expect, test } from 'vitest';
import { Factories, type Made, type MadePerson } from '../../../testing/factories.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

const change = `mutation ($input: EscalationRulesInput!) { changeEscalationRules(input: $input) {
  table { escalationNeedsAgreement answerTermDays closedOn } problems { __typename code path } } }`;
let app: TestApp;
let make: Factories;
let table: Made;
let secretary: MadePerson;
beforeAll(async () => {
  app = await testApp();
  make = new Factories(app);
  table = await make.table({ name: 'West' });
  secretary = await make.member(table, 'SECRETARY');
});
afterAll(() => app.close());

const changed = async (person: Made | null, more: object = {}) =>
  (await graphClient(app, person)).answer(change, {
    input: {
      tableId: globalId('AccelerationTable', table.id),
      needsAgreement: true,
      answerTermDays: 21,
      ...more,
    },
  });

test('chair, secretary and functional administrators say how a table escalates and answers, and it is told once', async () => {
  const { data } = await changed(secretary);
  expect(data.changeEscalationRules).toEqual({
    table: { escalationNeedsAgreement: true, answerTermDays: 21, closedOn: null },
    problems: [],
  });
  await changed(await make.member(table, 'CHAIR'));
  const told = await app.database
    .fork()
    .execute<{ payload: unknown }[]>(`select payload from event where type = 'ESCALATION_RULES_CHANGED'`);
  expect(told.map(({ payload }) => payload)).toEqual([
    {
      changes: [
        { field: 'escalationNeedsAgreement', before: 'false', after: 'true' },
        { field: 'answerTermDays', before: '28', after: '21' },
      ],
    },
  ]);
  const administrator = await make.person({ roles: ['FUNCTIONAL_ADMINISTRATOR'] });
  expect((await changed(administrator, { answerTermDays: 14 })).data.changeEscalationRules.table.answerTermDays).toBe(
    14,
  );
});

test('nobody else does, with a reason', async () => {
  for (const role of ['PARTICIPANT', 'OBSERVER'] as const) {
    const { errors } = await changed(await make.member(table, role));
    expect(errors[0]?.extensions.code, role).toBe('FORBIDDEN');
  }
  expect((await changed(await make.person())).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await changed(null)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('a term is 1 to 180 days, of a table that is there', async () => {
  for (const answerTermDays of [0, 181, -3]) {
    const { data } = await changed(secretary, { answerTermDays });
    expect(data.changeEscalationRules).toEqual({
      table: null,
      problems: [{ __typename: 'FieldProblem', code: 'OUT_OF_RANGE', path: ['input', 'answerTermDays'] }],
    });
  }
  for (const tableId of [globalId('AccelerationTable', crypto.randomUUID()), 'x', globalId('Person', secretary.id)]) {
    const { data } = await changed(secretary, { tableId });
    expect(data.changeEscalationRules.problems).toMatchObject([{ code: 'UNKNOWN_TABLE', path: ['input', 'tableId'] }]);
  }
});
