import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../testing/bottleneck-cast.ts';
import { grant, type MadeBottleneck } from '../../../testing/bottleneck-factory.ts';
import type { Following } from '../../../testing/graph-client.ts';
import { testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

const following = `subscription ($tableId: ID!, $after: String) { tableEvents(tableId: $tableId, after: $after) { ... on StreamChange { event { type subjects { id } changes { field } } } } }`;
const cursor = `query ($tableId: ID!) { tableCursor(tableId: $tableId) }`;

let cast: Cast;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp());
});
afterAll(() => cast.app.close());

async function follow(part: Part, table: { id: string }): Promise<Following> {
  const tableId = globalId('AccelerationTable', table.id);
  const { tableCursor } = await cast.as(part).run(cursor, { tableId });
  return cast.as(part).follow(following, { tableId, after: tableCursor });
}
const next = async (frames: Following) => (await frames.next()).data.tableEvents.event;
const step = (name: string, input: string, part: Part, made: MadeBottleneck, rest: object) =>
  cast.as(part).run(`mutation ($input: ${input}!) { ${name}(input: $input) { problems { code } } }`, {
    input: { bottleneckId: made.globalId, ...rest },
  });

describe('what happens to a case is told at its table', () => {
  test('to who may see it, and to nobody else', async () => {
    const [open, hidden] = [await cast.bottleneck(), await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' })];
    const [secretary, market] = [await follow('secretary', cast.west), await follow('market', cast.west)];
    await step('triageBottleneck', 'TriageBottleneckInput', 'secretary', hidden, { expectedVersion: 1 });
    await step('triageBottleneck', 'TriageBottleneckInput', 'secretary', open, { expectedVersion: 1 });
    expect((await next(secretary)).subjects).toContainEqual({ id: hidden.globalId });
    expect((await next(secretary)).subjects).toContainEqual({ id: open.globalId });
    const first = await next(market);
    expect(first).toMatchObject({ type: 'BOTTLENECK_TRIAGED', changes: [{ field: 'state' }, { field: 'dueOn' }] });
    expect(first.subjects).toEqual([{ id: open.globalId }, { id: cast.project.globalId }]);
    expect(market.waiting()).toBe(0);
  });
  test('an escalation is told at both tables, and stands once on the timeline', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    const [below, above] = [await follow('participant', cast.west), await follow('provincialChair', cast.province)];
    await step('escalateBottleneck', 'EscalateBottleneckInput', 'chair', made, {
      expectedVersion: 1,
      reason: 'Provincie',
    });
    expect((await next(below)).type).toBe('BOTTLENECK_ESCALATED');
    expect(await next(above)).toMatchObject({ type: 'BOTTLENECK_ARRIVED', subjects: [{ id: made.globalId }] });
    await step('returnEscalation', 'ReasonInput', 'provincialChair', made, { expectedVersion: 2, reason: 'Nee' });
    expect((await next(above)).type).toBe('ESCALATION_RETURNED');
    expect((await next(below)).type).toBe('BOTTLENECK_ARRIVED');
    const { node } = await cast
      .as('participant')
      .run(`query ($id: ID!) { node(id: $id) { ... on Bottleneck { timeline { edges { node { type } } } } } }`, {
        id: made.globalId,
      });
    expect(node.timeline.edges.map((edge: { node: { type: string } }) => edge.node.type)).toEqual([
      'ESCALATION_RETURNED',
      'BOTTLENECK_ESCALATED',
    ]);
  });
  test('a draft is told to nobody; what was said in it stays with its filer', async () => {
    const secretary = await follow('secretary', cast.west);
    const input = {
      title: 'Nog te ruw',
      projects: [{ projectId: cast.project.globalId }],
      themeCodes: ['NETCONGESTIE'],
      draft: true,
    };
    const logging = `mutation ($input: LogBottleneckInput!) { logBottleneck(input: $input) { bottleneck { id } } }`;
    const { id } = (await cast.as('filer').run(logging, { input })).logBottleneck.bottleneck;
    const made = { id: '', number: '', globalId: id };
    await step('editBottleneck', 'EditBottleneckInput', 'filer', made, { expectedVersion: 1, title: 'Netjes gezegd' });
    await step('submitBottleneck', 'BottleneckVersionInput', 'filer', made, { expectedVersion: 2 });
    expect((await next(secretary)).type).toBe('BOTTLENECK_SUBMITTED');
    expect(secretary.waiting()).toBe(0);
    const timeline = `query ($id: ID!) { node(id: $id) { ... on Bottleneck { timeline { edges { node { id type } } } } } }`;
    const types = async (part: Part) =>
      (await cast.as(part).run(timeline, { id })).node.timeline.edges.map(
        (edge: { node: { type: string } }) => edge.node.type,
      );
    expect(await types('secretary')).toEqual(['BOTTLENECK_SUBMITTED']);
    expect(await types('filer')).toEqual(['BOTTLENECK_SUBMITTED', 'BOTTLENECK_EDITED', 'BOTTLENECK_LOGGED']);
    const [, edited] = (await cast.as('filer').run(timeline, { id })).node.timeline.edges;
    expect(
      (await cast.as('secretary').run('query ($id: ID!) { node(id: $id) { id } }', { id: edited.node.id })).node,
    ).toBeNull();
  });
  test('an exclusion stops the very next frame', async () => {
    const made = await cast.bottleneck();
    const other = await cast.bottleneck();
    const participant = await follow('participant', cast.west);
    await step('triageBottleneck', 'TriageBottleneckInput', 'secretary', made, { expectedVersion: 1 });
    expect((await next(participant)).subjects).toContainEqual({ id: made.globalId });
    await grant(cast.app, made, cast.people.participant, 'EXCLUDED');
    await step('startBottleneck', 'BottleneckVersionInput', 'secretary', made, { expectedVersion: 2 });
    await step('triageBottleneck', 'TriageBottleneckInput', 'secretary', other, { expectedVersion: 1 });
    expect((await next(participant)).subjects).toContainEqual({ id: other.globalId });
  });
});
