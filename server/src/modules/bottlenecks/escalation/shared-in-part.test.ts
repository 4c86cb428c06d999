import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import {
  escalate,
  type EscalationCast,
  escalationCast,
  readCase,
  takeStep,
} from '../../../../testing/escalation-cast.ts';
import type { AnswerData, GraphClient } from '../../../../testing/graph-client.ts';
import { testApp } from '../../../../testing/test-app.ts';

const began = Date.parse('2026-11-25T10:00:00Z');
let cast: EscalationCast;
beforeAll(async () => {
  cast = await escalationCast(await testApp({ now: new Date(began) }));
});
afterAll(() => cast.app.close());

const later = (minutes: number) => cast.app.setNow(new Date(began + minutes * 60_000));
const dossier = {
  description: 'Het geheime dossier',
  triedSoFar: 'Geheim geprobeerd',
  proposedResolution: 'Geheim voorstel',
};
const nothing = { description: '', triedSoFar: '', proposedResolution: '' };
/** Left out, the memo is written from the case. */
const openMemo = { situation: 'Wat u mag weten', tried: 'Van alles', proposal: 'Doe het' };
const types = (read: AnswerData): string[] => read.timeline.edges.map(({ node }: AnswerData) => node.type);

/** A case of the west with something on its timeline, sent to the province. */
async function escalated(more: object = {}, wish: object = {}): Promise<MadeBottleneck> {
  later(0);
  const made = await cast.localCase({ table: cast.west, ...wish });
  const assign = `mutation ($input: AssignBottleneckInput!) { assignBottleneck(input: $input) { problems { code } } }`;
  await cast.as('secretary').run(assign, {
    input: { bottleneckId: made.globalId, expectedVersion: 1, nextStep: 'Geheime volgende stap' },
  });
  later(5);
  const { data } = await escalate(cast.as('secretary'), made, more);
  expect(data.escalateBottleneck.problems).toEqual([]);
  later(10);
  return made;
}

describe('a member of the receiving table, with whom the dossier was not shared', () => {
  test('reads the memo, and neither the text of the case nor what happened before', async () => {
    const made = await escalated({ memo: openMemo });
    for (const part of ['deputy', 'provinceMember', 'provinceSecretary'] as const) {
      const read = await readCase(cast.of(part), made);
      expect(read, part).toMatchObject({ sharedInPart: true, state: 'ESCALATED', ...nothing });
      expect(read.escalations[0].memo, part).toMatchObject({ situation: 'Wat u mag weten', tried: 'Van alles' });
      expect(types(read), part).toEqual(['BOTTLENECK_ESCALATED']);
    }
    const own = await readCase(cast.as('secretary'), made);
    expect(own).toMatchObject({ sharedInPart: false, ...dossier });
    expect(types(own)).toEqual(['BOTTLENECK_ESCALATED', 'BOTTLENECK_ASSIGNED']);
  });

  test('nor in a list, by number, of a project, or on the timeline of the project', async () => {
    const made = await escalated();
    const fields = 'sharedInPart description triedSoFar proposedResolution';
    const { bottleneck, bottlenecks, project } = await cast.of('deputy').run(
      `query ($number: String!, $project: ID!) { bottleneck(number: $number) { ${fields} }
         bottlenecks(first: 100) { edges { node { number ${fields} } } }
         project: node(id: $project) { ... on Project { bottlenecks(first: 100) { edges { node { number ${fields} } } }
           timeline(first: 100) { edges { node { type remark changes { before after } } } } } } }`,
      { number: made.number, project: cast.project.globalId },
    );
    const hidden = { sharedInPart: true, ...nothing };
    expect(bottleneck).toEqual(hidden);
    const found = (list: AnswerData) => list.edges.find(({ node }: AnswerData) => node.number === made.number).node;
    expect(found(bottlenecks)).toEqual({ number: made.number, ...hidden });
    expect(found(project.bottlenecks)).toEqual({ number: made.number, ...hidden });
    expect(JSON.stringify(project.timeline)).not.toContain('Geheim');
  });

  test('nor what is written on it at home later', async () => {
    const made = await escalated({ memo: openMemo });
    const { version } = await readCase(cast.as('filer'), made);
    const edit = `mutation ($input: EditBottleneckInput!) { editBottleneck(input: $input) { problems { code } } }`;
    const input = { bottleneckId: made.globalId, expectedVersion: version, description: 'Nog geheimer' };
    expect((await cast.as('filer').run(edit, { input })).editBottleneck.problems).toEqual([]);
    expect(types(await readCase(cast.as('filer'), made))).toContain('BOTTLENECK_EDITED');
    expect(JSON.stringify(await readCase(cast.of('provinceSecretary'), made))).not.toMatch(/geheim/i);
  });

  test('nor is the case found by the words of it', async () => {
    const made = await escalated({ memo: openMemo });
    await cast.app.platform.streams.drain();
    const search = `query ($query: String!) { search(query: $query) { totalCount edges { node { target { ... on Bottleneck { number } } } } } }`;
    const found = async (client: GraphClient) =>
      (await client.run(search, { query: 'geheim dossier' })).search.edges.map(
        ({ node }: AnswerData) => node.target.number,
      );
    expect(await found(cast.as('secretary'))).toContain(made.number);
    expect(await found(cast.of('deputy'))).not.toContain(made.number);
  });

  test('rewrites nothing that was not shared', async () => {
    const made = await escalated();
    const { version } = await readCase(cast.of('provinceSecretary'), made);
    const edit = `mutation ($input: EditBottleneckInput!) { editBottleneck(input: $input) { problems { code } } }`;
    const input = { bottleneckId: made.globalId, expectedVersion: version, description: 'Blind overschreven' };
    const { errors } = await cast.of('provinceSecretary').answer(edit, { input });
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

test('shared, the dossier is read in whole, and what happened before', async () => {
  const made = await escalated({ sharesDossier: true });
  const read = await readCase(cast.of('deputy'), made);
  expect(read).toMatchObject({ sharedInPart: true, ...dossier });
  expect(types(read)).toContain('BOTTLENECK_ASSIGNED');
});

test.each([
  ['by name', async (made: MadeBottleneck) => share(made, 'SHARED')],
  ['because it is public', async (made: MadeBottleneck) => open(made)],
])('who may read the case %s reads all of it', async (_how, allow) => {
  const made = await escalated();
  await allow(made);
  expect(await readCase(cast.of('provinceMember'), made)).toMatchObject({ sharedInPart: false, ...dossier });
});

test('a confidential case in a chain: each table reads the memo that it got, and no other', async () => {
  later(0);
  const made = await cast.localCase({ confidentiality: 'CONFIDENTIAL', politicalOwner: cast.who.alderman });
  const sent = await cast.sent(made, { memo: { ...openMemo, situation: 'Voor het westen' } });
  const west = await readCase(cast.of('westSecretary'), made);
  expect(west).toMatchObject({ sharedInPart: true, ...nothing });
  later(20);
  await takeStep(cast.of('westSecretary'), 'acceptEscalation', sent);
  const { data } = await escalate(cast.of('westSecretary'), made, { memo: { question: 'Van west aan provincie' } });
  expect(data.escalateBottleneck.problems).toEqual([]);
  const province = await readCase(cast.of('deputy'), made);
  expect(
    province.escalations.map((each: AnswerData) => [each.from.name, each.memo.question, each.memo.situation]),
  ).toEqual([
    ['Kampen', '', ''],
    // The west did not read the dossier, so the memo goes on from the one that it got.
    ['West', 'Van west aan provincie', 'Voor het westen'],
  ]);
  expect(JSON.stringify(province)).not.toMatch(/geheim/i);
  const home = await readCase(cast.of('localSecretary'), made);
  expect(home).toMatchObject({ sharedInPart: false, ...dossier });
  expect(home.escalations.map((each: AnswerData) => each.memo.question)).toEqual([
    'Wat doet de tafel?',
    'Van west aan provincie',
  ]);
});

test('one statement more for a list of cases, however many', async () => {
  await escalated();
  const read = async (client: GraphClient, first: number) => {
    cast.app.takeStatements();
    await client.run(
      `query ($first: Int!) { bottlenecks(first: $first) { edges { node { sharedInPart description
      openEscalation { state viewerCan { verb } } escalations { memo { question } } } } } }`,
      { first },
    );
    return cast.app.takeStatements().length;
  };
  await escalated();
  expect(await read(cast.of('deputy'), 50)).toBe(await read(cast.of('deputy'), 1));
});

async function share(made: MadeBottleneck, kind: string): Promise<void> {
  await cast.app.database
    .fork()
    .execute('insert into bottleneck_grant (bottleneck_id, person_id, kind) values (?, ?, ?)', [
      made.id,
      cast.who.provinceMember.id,
      kind,
    ]);
}

async function open(made: MadeBottleneck): Promise<void> {
  await cast.app.database.fork().execute(`update bottleneck set confidentiality = 'PUBLIC' where id = ?`, [made.id]);
}
