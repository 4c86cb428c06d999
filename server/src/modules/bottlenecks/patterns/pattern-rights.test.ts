import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { grant, makeProject } from '../../../../testing/bottleneck-factory.ts';
import {
  patternDocument,
  patternInputs,
  type PatternStep,
  patternSteps,
  versionOf,
} from '../../../../testing/pattern-steps.ts';
import { testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let cast: Cast;
let steps: ReturnType<typeof patternSteps>;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  steps = patternSteps(cast);
});
afterAll(() => cast.app.close());

const west = () => globalId('AccelerationTable', cast.west.id);

describe('who sees a pattern', () => {
  const look = `query ($id: ID!, $number: String!, $tableId: ID!) {
    node(id: $id) { ... on Pattern { id bottlenecks { id } atRisk { bottleneckCount projectCount homes }
      timeline { edges { node { type subjects { id } } } } } }
    pattern(number: $number) { id } patterns(tableId: $tableId) { totalCount edges { node { id } } } }`;
  const sees = (part: Part, pattern: { id: string; number: string }) =>
    cast.as(part).run(look, { id: pattern.id, number: pattern.number, tableId: west() });

  test('who sees one of its cases, with that case alone; a title of hidden cases is hidden with them', async () => {
    const project = await makeProject(cast.make, { municipality: cast.kampen });
    const wish = { projects: [{ project, homes: 50 }] };
    const [open] = await steps.cases(1, { ...wish, confidentiality: 'PUBLIC' });
    const [secret, other] = await steps.cases(2, { ...wish, confidentiality: 'CONFIDENTIAL' });
    if (!open || !secret || !other) throw new Error('Three cases were made.');
    const mixed = await steps.group([open, secret]);
    const { node } = await sees('stranger', mixed);
    expect(node).toMatchObject({
      bottlenecks: [{ id: open.globalId }],
      atRisk: { bottleneckCount: 1, projectCount: 1, homes: 50 },
    });
    const [made] = node.timeline.edges;
    expect(made.node.subjects.map((subject: { id: string }) => subject.id).toSorted()).toEqual(
      [mixed.id, open.globalId].toSorted(),
    );
    expect((await sees('secretary', mixed)).node.bottlenecks).toHaveLength(2);

    const closed = await steps.group([other, ...(await steps.cases(1, { ...wish, confidentiality: 'CONFIDENTIAL' }))]);
    for (const part of ['stranger', 'market', 'observer', 'twente', 'reader'] as const) {
      const seen = await sees(part, closed);
      expect(seen.node, part).toBeNull();
      expect(seen.pattern, part).toBeNull();
      expect(JSON.stringify(seen.patterns), part).not.toContain(closed.id);
      for (const verb of ['editPattern', 'undoResolvePattern'] as const)
        expect(await steps.refused(verb, versionOf(closed), part)).toEqual([
          { code: 'UNKNOWN_PATTERN', path: ['input', 'patternId'] },
        ]);
    }
    expect((await sees('chair', closed)).node.id).toBe(closed.id);
    expect(await steps.refused('editPattern', { ...versionOf(closed), patternId: 'onzin' })).toMatchObject([
      { code: 'UNKNOWN_PATTERN' },
    ]);
  });

  test('a hidden case that comes and goes leaves no trace, not even in the version', async () => {
    const [open, other] = await steps.cases(2, { confidentiality: 'PUBLIC' });
    const [secret] = await steps.cases(1, { confidentiality: 'CONFIDENTIAL' });
    if (!open || !other || !secret) throw new Error('Three cases were made.');
    const made = await steps.group([open, other]);
    const whole = `query ($id: ID!) { node(id: $id) { ... on Pattern { version bottlenecks { id } atRisk { homes bottleneckCount }
      timeline { edges { node { type occurredAt subjects { id } } } pageInfo { hasNextPage } } } } }`;
    const seen = async () => (await cast.as('stranger').run(whole, { id: made.id })).node;
    const before = await seen();
    const added = await steps.take('addToPattern', { ...versionOf(made), bottleneckIds: [secret.globalId] });
    expect(added.pattern.bottlenecks).toHaveLength(3);
    expect(await seen()).toEqual(before);
    await steps.take('removeFromPattern', { ...versionOf(added.pattern), bottleneckIds: [secret.globalId] });
    expect(await seen()).toEqual(before);
  });

  test('resolving leaves a case alone that the viewer may not see, and does not tell of it', async () => {
    const [open, secret] = await steps.cases(2);
    if (!open || !secret) throw new Error('Two cases were made.');
    const made = await steps.group([open, secret]);
    await grant(cast.app, secret, cast.people.chair, 'EXCLUDED');
    const done = await steps.take('resolvePattern', { ...versionOf(made), resolution: 'Zo mag het.' }, 'chair');
    expect(done).toMatchObject({ problems: [], leftOut: [], pattern: { bottlenecks: [{ id: open.globalId }] } });
    const { node } = await cast
      .as('secretary')
      .run(`query ($id: ID!) { node(id: $id) { ... on Bottleneck { state timeline { edges { node { type } } } } } }`, {
        id: secret.globalId,
      });
    expect(node).toEqual({ state: 'IN_PROGRESS', timeline: { edges: [{ node: { type: 'PATTERN_MADE' } }] } });
  });

  test('who sees it and leads nothing is forbidden to change it, and told why', async () => {
    const made = await steps.group(await steps.cases(2));
    const can = (part: Part) =>
      cast.as(part).run(`query ($id: ID!) { node(id: $id) { ... on Pattern { viewerCan { verb allowed reason } } } }`, {
        id: made.id,
      });
    const { node } = await can('participant');
    expect(node.viewerCan).toHaveLength(6);
    for (const ability of node.viewerCan)
      expect(ability).toMatchObject({ allowed: false, reason: 'Dat kan de voorzitter of de secretaris van de tafel.' });
    const more: Partial<Record<PatternStep, object>> = {
      addToPattern: { bottleneckIds: [] },
      removeFromPattern: { bottleneckIds: [] },
      resolvePattern: { resolution: 'Zo.' },
      dissolvePattern: { reason: 'Nee.' },
    };
    for (const verb of Object.keys(patternInputs) as PatternStep[]) {
      if (verb === 'makePattern') continue;
      const input = { ...versionOf(made), ...more[verb] };
      const answer = await cast.as('participant').answer(patternDocument(verb), { input });
      expect(answer.errors, verb).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      const stale = { ...input, expectedVersion: made.version + 7 };
      expect(await steps.refused(verb, stale), verb).toMatchObject([{ code: 'CONFLICT' }]);
    }
  });

  test('a list of them filters cases, and pages', async () => {
    const members = await steps.cases(2);
    const made = await steps.group(members);
    const list = `query ($filter: BottleneckFilter) { bottlenecks(filter: $filter) { totalCount } }`;
    expect((await cast.as('chair').run(list, { filter: { patternId: made.id } })).bottlenecks.totalCount).toBe(2);
    expect((await cast.as('chair').run(list, { filter: { patternId: 'onzin' } })).bottlenecks.totalCount).toBe(0);
    const first = `query ($after: String) { patterns(open: true, first: 1, after: $after) { edges { node { id state } } pageInfo { endCursor hasNextPage } } }`;
    const { patterns } = await cast.as('chair').run(first, {});
    expect(patterns.edges[0].node.state).toBe('OPEN');
    const next = await cast.as('chair').run(first, { after: patterns.pageInfo.endCursor });
    expect(next.patterns.edges[0].node.id).not.toBe(patterns.edges[0].node.id);
  });
});
