import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GraphClient, graphClient } from '../graph-client.ts';
import { prepare, readPreparation } from '../preparation-factory.ts';
import { type TestApp, testApp } from '../test-app.ts';
import { demoId } from './demo-reference.ts';

interface Reasoned {
  key: string;
  title: string;
  minutes: number;
  fits: boolean;
  reasons: { kind: string }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ demoRegion: true, now: new Date('2026-11-25T09:00:00Z') });
});
afterAll(() => app.close());

const clientOf = (key: string) => graphClient(app, { id: demoId('person', key) });
async function nextMeeting(client: GraphClient, table: string) {
  const { node } = await client.run(
    'query ($id: ID!) { node(id: $id) { ... on AccelerationTable { nextMeeting { id } agendaTemplates { name } } } }',
    { id: `AccelerationTable_${demoId('table', table)}` },
  );
  return { globalId: node.nextMeeting.id as string, templates: node.agendaTemplates as { name: string }[] };
}
const kindsOf = (list: readonly Reasoned[]) => list.map(({ reasons }) => reasons.map(({ kind }) => kind));

describe('the next meeting of West', () => {
  test('explains every item, and suggests more than fits for many reasons', async () => {
    const secretary = await clientOf('secretary-west');
    const meeting = await nextMeeting(secretary, 'west');
    const { items, suggestions, proposals } = await readPreparation(secretary, meeting);
    for (const { title, why } of items) expect({ title, why }).not.toMatchObject({ why: [] });
    expect(kindsOf(suggestions)).toEqual([
      ['PROPOSED'],
      ['PROPOSED'],
      ['ESCALATION_WAITING'],
      ['CONSTRUCTION_STARTS', 'CASE_OVERDUE'],
      ['READY'],
      ['FEEDBACK_OVERDUE'],
      ['NOTE_REVIEW'],
    ]);
    expect((suggestions as Reasoned[]).every(({ fits }) => !fits)).toBe(true);
    expect(proposals.map(({ state }: { state: string }) => state)).toEqual(['OPEN', 'RETURNED', 'OPEN']);
    expect(items[3].continues).toMatchObject({ title: 'Zwanenhoek: peil en ophoging' });
    expect(items[4].guests).toMatchObject([
      { name: 'Adviseur natuur provincie' },
      { name: 'Accountmanager netbeheerder' },
    ]);
    expect(meeting.templates).toEqual([{ name: 'Gewone regiotafel' }]);
  });

  test('shows its guest the item of the invitation alone, and the substitute the whole agenda', async () => {
    const meeting = await nextMeeting(await clientOf('secretary-west'), 'west');
    const guest = await readPreparation(await clientOf('nature-province'), meeting);
    expect(guest.items).toMatchObject([{ title: expect.stringMatching(/^Escalatie/) }]);
    expect((await readPreparation(await clientOf('secretary-zwolle'), meeting)).items).toHaveLength(8);
  });
});

test.each([
  ['secretary-twente', 'twente'],
  ['coordinator', 'province'],
])('%s gets a whole draft for the table %s that explains itself and fits', async (by, table) => {
  const client = await clientOf(by);
  const meeting = await nextMeeting(client, table);
  const before = await readPreparation(client, meeting);
  const suggestions = before.suggestions as Reasoned[];
  for (const { reasons } of suggestions) expect(reasons).not.toEqual([]);
  const keys = suggestions.filter(({ fits }) => fits).map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(3);
  const { meeting: after, problems } = await prepare(client, 'acceptSuggestions', {
    meetingId: meeting.globalId,
    expectedVersion: before.version,
    keys,
  });
  expect(problems).toEqual([]);
  for (const { title, why } of after.items) expect({ title, why }).not.toMatchObject({ why: [] });
  expect(after.items[0].title).toMatch(/^Opening/);
  expect(after.items.at(-1).title).toMatch(/sluiting$/);
  expect(after.plannedMinutes).toBeLessThanOrEqual(150);
  expect((after.suggestions as Reasoned[]).every(({ fits }) => !fits)).toBe(true);
});

test('the whole agenda is published too when the region is loaded on the morning that it was written', async () => {
  const early = await testApp({ demoRegion: true, now: new Date('2026-11-23T07:00:00Z') });
  const secretary = await graphClient(early, { id: demoId('person', 'secretary-west') });
  const meeting = await nextMeeting(secretary, 'west');
  expect(await readPreparation(secretary, meeting)).toMatchObject({ unpublishedChanges: 0, proposals: [{}, {}, {}] });
  const participant = await graphClient(early, { id: demoId('person', 'lead-kampen') });
  expect((await readPreparation(participant, meeting)).items).toHaveLength(8);
  await early.close();
});
