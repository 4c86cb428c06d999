import { homeMonths } from '@versnellingstafel/shared/bottlenecks/homes-at-risk';
import { addDays } from '@versnellingstafel/shared/dates/local-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast } from '../../../../testing/bottleneck-cast.ts';
import { type MadeBottleneck, makeProject } from '../../../../testing/bottleneck-factory.ts';
import { makeNote } from '../../../../testing/note-factory.ts';
import { testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

const today = '2026-11-25';
let cast: Cast;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date(`${today}T10:00:00Z`) }));
});
afterAll(() => cast.app.close());

const pattern = `pattern { id number state version resolution resolvedOn note { id } bottlenecks { id state }
  atRisk { homes homeMonths projectCount bottleneckCount }
  timeline { edges { node { type changes { field before after } subjects { __typename } } } } }`;
const payload = `{ problems { code path message } leftOut { bottleneck { id } reason } ${pattern} }`;
const make = `mutation ($input: MakePatternInput!) { makePattern(input: $input) ${payload} }`;
const resolve = `mutation ($input: ResolvePatternInput!) { resolvePattern(input: $input) ${payload} }`;
const undo = `mutation ($input: PatternVersionInput!) { undoResolvePattern(input: $input) ${payload} }`;
const seen = `query ($id: ID!) { node(id: $id) { ... on Bottleneck { state resolution version pattern { number }
  applications { result note { id } }
  timeline { edges { node { type changes { field before after } } } } } } }`;
const ofProject = `query ($id: ID!) { node(id: $id) { ... on Project { timeline { edges { node { type } } } } } }`;

const see = async (made: MadeBottleneck) => (await cast.as('secretary').run(seen, { id: made.globalId })).node;
const typesOf = (node: { timeline: { edges: { node: { type: string } }[] } }) =>
  node.timeline.edges.map((edge) => edge.node.type);

async function many(count: number) {
  const cases: MadeBottleneck[] = [];
  const projects = [];
  for (let index = 0; index < count; index += 1) {
    const project = await makeProject(cast.make, { municipality: cast.kampen });
    projects.push(project);
    cases.push(
      await cast.bottleneck({
        state: 'IN_PROGRESS',
        filedOn: addDays(today, -100),
        projects: [{ project, homes: 10 + index }],
      }),
    );
  }
  return { cases, projects };
}

async function group(cases: readonly MadeBottleneck[]) {
  const input = {
    tableId: globalId('AccelerationTable', cast.west.id),
    title: 'Stikstof bij uitbreidingen',
    problem: 'Dezelfde depositie op hetzelfde gebied.',
    bottleneckIds: cases.map((each) => each.globalId),
  };
  return (await cast.as('secretary').run(make, { input })).makePattern.pattern;
}

describe('one ruling, twelve projects', () => {
  test('is decided once; all timelines tell it, homes count once, and undoing brings all back', async () => {
    const { cases, projects } = await many(12);
    // A second case at the first project: its homes are not counted twice.
    const [first] = projects;
    if (!first) throw new Error('There is a first project.');
    const again = await cast.bottleneck({
      state: 'TRIAGE',
      filedOn: addDays(today, -100),
      projects: [{ project: first, homes: 5 }],
    });
    const members = [...cases, again];
    const made = await group(members);
    expect(made).toMatchObject({ state: 'OPEN' });
    const homes = cases.reduce((sum, _, index) => sum + 10 + index, 0);
    const atRisk = { homes, homeMonths: homeMonths(homes * 100), projectCount: 12, bottleneckCount: 13 };
    expect(made.atRisk).toEqual(atRisk);

    const note = await makeNote(cast.app, cast.make, { author: cast.people.secretary });
    const input = {
      patternId: made.id,
      expectedVersion: made.version,
      resolution: 'Extern salderen mag volgens de Raad van State.',
      noteId: globalId('KnowledgeNote', note.id),
      leaveOutIds: [again.globalId],
    };
    const { resolvePattern } = await cast.as('chair').run(resolve, { input });
    expect(resolvePattern).toMatchObject({ problems: [], pattern: { state: 'RESOLVED', resolvedOn: today } });
    expect(resolvePattern.leftOut).toEqual([
      { bottleneck: { id: again.globalId }, reason: 'Weggelaten: dit knelpunt blijft open.' },
    ]);
    expect(resolvePattern.pattern.atRisk).toEqual({ ...atRisk, homes: 5 });
    expect(typesOf(resolvePattern.pattern)).toEqual(['PATTERN_RESOLVED', 'PATTERN_MADE']);
    const [ruling] = resolvePattern.pattern.timeline.edges;
    expect(ruling.node.subjects).toHaveLength(13);
    expect(ruling.node.changes).toEqual([{ field: 'resolution', before: null, after: input.resolution }]);

    for (const each of cases) {
      const node = await see(each);
      expect(node).toMatchObject({ state: 'RESOLVED', resolution: input.resolution, pattern: { number: made.number } });
      expect(typesOf(node)).toEqual(['BOTTLENECK_RESOLVED', 'PATTERN_MADE']);
      expect(node.timeline.edges[0].node.changes).toContainEqual({
        field: 'pattern',
        before: null,
        after: made.number,
      });
      expect(node.applications).toMatchObject([{ result: 'WORKED', note: { id: input.noteId } }]);
    }
    for (const project of projects.slice(1)) {
      const { node } = await cast.as('secretary').run(ofProject, { id: project.globalId });
      expect(typesOf(node)).toEqual(['BOTTLENECK_RESOLVED']);
    }
    expect(await see(again)).toMatchObject({ state: 'TRIAGE', pattern: null });

    const [changed] = cases;
    if (!changed) throw new Error('There is a first case.');
    const em = cast.app.platform.database.fork();
    await em.execute('update bottleneck set version = version + 1 where id = ?', [changed.id]);
    const { undoResolvePattern } = await cast
      .as('chair')
      .run(undo, { input: { patternId: made.id, expectedVersion: resolvePattern.pattern.version } });
    expect(undoResolvePattern).toMatchObject({ problems: [], pattern: { state: 'OPEN', resolution: '', note: null } });
    expect(undoResolvePattern.leftOut).toEqual([
      {
        bottleneck: { id: changed.globalId },
        reason: 'Sindsdien door iemand gewijzigd: dit knelpunt blijft zoals het is.',
      },
    ]);
    for (const each of cases.slice(1)) {
      const node = await see(each);
      expect(node).toMatchObject({ state: 'IN_PROGRESS', resolution: '', pattern: { number: made.number } });
      expect(typesOf(node)).toEqual(['TRANSITION_UNDONE', 'BOTTLENECK_RESOLVED', 'PATTERN_MADE']);
      expect(node.applications).toEqual([]);
    }
    expect((await see(changed)).state).toBe('RESOLVED');
  });

  test('takes as many statements for twelve as for three', async () => {
    // Beside what runs by itself after an event: inboxes and the search index.
    const own = () =>
      cast.app.takeStatements().filter((sql) => /pattern|for update of b|update "bottleneck"|application/i.test(sql))
        .length;
    const counts: number[] = [];
    for (const size of [3, 12]) {
      const { cases } = await many(size);
      const made = await group(cases);
      const input = { patternId: made.id, expectedVersion: made.version, resolution: 'Zo mag het.' };
      own();
      const done = await cast.as('chair').run(resolve, { input });
      counts.push(own());
      expect(done.resolvePattern.problems).toEqual([]);
      await cast
        .as('chair')
        .run(undo, { input: { patternId: made.id, expectedVersion: done.resolvePattern.pattern.version } });
      counts.push(own());
    }
    expect(counts.slice(0, 2)).toEqual(counts.slice(2));
    expect(Math.min(...counts)).toBeGreaterThan(5);
  });

  test('an undo of one case by itself works as ever', async () => {
    const { cases } = await many(2);
    const made = await group(cases);
    await cast.as('chair').run(resolve, {
      input: { patternId: made.id, expectedVersion: made.version, resolution: 'Zo mag het.' },
    });
    const [one] = cases;
    if (!one) throw new Error('There is a first case.');
    const undoOne = `mutation ($input: BottleneckVersionInput!) { undoTransition(input: $input) { problems { code } bottleneck { state } } }`;
    const { version } = await see(one);
    const answer = await cast
      .as('chair')
      .run(undoOne, { input: { bottleneckId: one.globalId, expectedVersion: version } });
    expect(answer.undoTransition).toEqual({ problems: [], bottleneck: { state: 'IN_PROGRESS' } });
  });
});
