import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Factories } from '../../../testing/factories.ts';
import { type GraphClient, graphClient } from '../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code } } }`;
const log = mutation('logBottleneck', 'LogBottleneckInput');
const plan = mutation('planMeeting', 'PlanMeetingInput');
const right = { title: 'Het net is vol', projects: [{ projectId: 'Project_x' }], themeCodes: [] };
const meeting = { tableId: 'x', startsAt: '2027-01-14T12:30:00Z', endsAt: '2027-01-14T15:00:00Z', location: 'Hier' };

describe('A variable that cannot be read', () => {
  let app: TestApp;
  let client: GraphClient;
  beforeAll(async () => {
    app = await testApp();
    client = await graphClient(app, await new Factories(app).person({ roles: ['PROJECT_LEADER'] }));
  });
  afterAll(() => app.close());

  it.each([
    [
      log,
      { ...right, dueOn: '31-02-2026' },
      'BAD_DATE',
      'dueOn',
      'De uiterste datum is geen bestaande datum. Schrijf bijvoorbeeld 2026-12-10.',
    ],
    [
      log,
      { ...right, confidentiality: 'GEHEIM' },
      'UNKNOWN_CHOICE',
      'confidentiality',
      'De vertrouwelijkheid kent deze keuze niet. Kies er een uit de lijst.',
    ],
    [log, { ...right, title: undefined }, 'REQUIRED', 'title', 'De titel ontbreekt. Vul het in.'],
    [log, { ...right, title: null }, 'REQUIRED', 'title', 'De titel ontbreekt. Vul het in.'],
    [log, { ...right, title: 5 }, 'BAD_FORM', 'title', 'De titel heeft niet de goede vorm. Vul het opnieuw in.'],
    [
      log,
      { ...right, ownerId: 'x' },
      'UNKNOWN_FIELD',
      undefined,
      'Hier hoort een veld niet dat wel is gestuurd. Haal het weg.',
    ],
    [
      log,
      { ...right, title: 'NUL \0' },
      'CONTROL_CHARACTERS',
      'title',
      'De titel bevat tekens die niet te bewaren zijn. Typ de tekst opnieuw of plak zonder opmaak.',
    ],
    [
      plan,
      { ...meeting, startsAt: '2027-02-31T12:30:00Z' },
      'BAD_MOMENT',
      'startsAt',
      'Het begin is geen bestaand moment. Schrijf bijvoorbeeld 2026-12-10T12:30:00Z.',
    ],
  ])('names the field and the remedy (%#)', async (query, input, reason, field, message) => {
    const { status, errors } = await client.answer(query, { input });
    expect([status, errors[0]?.message]).toEqual([400, message]);
    expect(errors[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      reason,
      path: field === undefined ? ['input'] : ['input', field],
    });
  });

  it('names the place in a list, and speaks English to whoever asks for it', async () => {
    const input = { ...right, projects: [{ projectId: 'Project_x' }, { projectId: 'Project_y', homesBlocked: 1.5 }] };
    const { errors } = await client.answer(log, { input }, { 'accept-language': 'en' });
    expect(errors).toMatchObject([
      {
        message: 'Homes that wait is not a whole number, or too large. Write a whole number.',
        extensions: { code: 'BAD_USER_INPUT', reason: 'NOT_WHOLE', path: ['input', 'projects', '1', 'homesBlocked'] },
      },
    ]);
  });

  it('cannot put words of its own in the sentence', async () => {
    const { errors } = await client.answer('query ($first: Int!) { people(first: $first) { edges { cursor } } }', {
      first: 'at "x"; Enum',
    });
    expect(errors[0]?.message).not.toMatch(/Enum|"x"/);
    const { errors: paging } = await client.answer('{ people(first: 1000) { edges { cursor } } }');
    expect(paging[0]).toMatchObject({
      message: 'Vraag 1 tot 100 rijen tegelijk.',
      extensions: { code: 'BAD_USER_INPUT', reason: 'BAD_PAGE_SIZE', path: ['first'] },
    });
  });
});
