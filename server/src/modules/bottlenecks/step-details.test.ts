import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast } from '../../../testing/bottleneck-cast.ts';
import { grant } from '../../../testing/bottleneck-factory.ts';
import { StepTaker } from '../../../testing/bottleneck-steps.ts';
import { testApp } from '../../../testing/test-app.ts';

let cast: Cast;
let taker: StepTaker;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  taker = new StepTaker(cast);
});
afterAll(() => cast.app.close());

const inState: StepTaker['inState'] = (...args) => taker.inState(...args);
const outcome: StepTaker['outcome'] = (...args) => taker.outcome(...args);

describe('submitting', () => {
  test('needs a theme', async () => {
    const made = await cast.bottleneck({ state: 'DRAFT' });
    expect((await outcome('SUBMIT', made, 'filer')).problems).toMatchObject([
      { code: 'REQUIRED', path: ['themeCodes'] },
    ]);
  });
  test('gives the term of the new state, and shows it to the region', async () => {
    const made = await inState('DRAFT', { dueOn: '2026-12-09' });
    const { bottleneck } = await outcome('SUBMIT', made, 'filer');
    expect(bottleneck.dueOn).toBe('2026-12-09');
    expect(
      (await cast.as('participant').run(`query ($id: ID!) { node(id: $id) { id } }`, { id: made.globalId })).node,
    ).not.toBeNull();
  });
});

describe('triage', () => {
  test('completes what was missing, with a remark', async () => {
    const made = await inState('SUBMITTED');
    const { bottleneck } = await outcome('TRIAGE', made, 'secretary', {
      remark: 'Helder stuk',
      solvableAt: 'PROVINCIAL',
      constructionStart: '2027-06-01',
      projects: [{ projectId: cast.project.globalId, homesBlocked: 90 }],
    });
    expect(bottleneck).toMatchObject({
      solvableAt: 'PROVINCIAL',
      constructionStart: '2027-06-01',
      homesBlocked: 90,
      dueOn: '2026-12-23',
    });
    expect(bottleneck.timeline.edges[0].node.remark).toBe('Helder stuk');
  });
  test('needs a start of construction and the homes of one project, which intake may leave open', async () => {
    const made = await cast.bottleneck({
      state: 'SUBMITTED',
      constructionStart: null,
      projects: [{ project: cast.project, homes: null }],
    });
    const { problems: found } = await outcome('TRIAGE', made, 'secretary');
    expect(found).toMatchObject([
      { code: 'NEEDED_FOR_TRIAGE', path: ['input', 'constructionStart'] },
      { code: 'NEEDED_FOR_TRIAGE', path: ['input', 'projects', '0', 'homesBlocked'] },
    ]);
    const { problems: none } = await outcome('TRIAGE', made, 'secretary', {
      constructionStart: '2027-06-01',
      projects: [{ projectId: cast.project.globalId, homesBlocked: 0 }],
    });
    expect(none).toEqual([]);
  });
  test('refuses what cannot be', async () => {
    const made = await inState('SUBMITTED');
    const { problems: found } = await outcome('TRIAGE', made, 'secretary', {
      remark: 'x'.repeat(1_001),
      constructionStart: '2026-01-01',
      projects: [],
    });
    expect(found.map((problem: { path: string[] }) => problem.path.at(-1)).toSorted()).toEqual([
      'constructionStart',
      'projects',
      'remark',
    ]);
  });
});

describe('hold', () => {
  test('needs a reason and a day that is not past, and resuming starts a new term', async () => {
    const made = await inState('IN_PROGRESS');
    const wrong = await outcome('HOLD', made, 'secretary', { reason: '  ', returnOn: '2026-11-24' });
    expect(wrong.problems.map((problem: { code: string }) => problem.code)).toEqual(['REQUIRED', 'DATE_IN_PAST']);
    const held = await outcome('HOLD', made, 'secretary');
    expect(held.bottleneck).toMatchObject({
      holdReason: 'Wacht op Enexis',
      returnOn: '2027-01-14',
      dueOn: '2027-01-14',
    });
    const { bottleneck } = await outcome('RESUME', made, 'secretary', { expectedVersion: 2 });
    expect(bottleneck).toMatchObject({ holdReason: null, returnOn: null, dueOn: '2027-01-20' });
  });
});

describe('escalation', () => {
  test('goes to the table above, which holds it, and comes back with a reason; the lineage stays', async () => {
    const made = await inState('IN_PROGRESS', { dueOn: '2026-12-31' });
    const sent = await outcome('ESCALATE', made, 'secretary');
    expect(sent.bottleneck).toMatchObject({
      state: 'ESCALATED',
      heldBy: { name: 'Provincie' },
      owner: { name: 'Fenna' },
      dueOn: '2026-12-31',
    });
    expect(sent.bottleneck.timeline.edges.map((edge: { node: { type: string } }) => edge.node.type)).toEqual([
      'BOTTLENECK_ESCALATED',
    ]);
    expect(sent.bottleneck.timeline.edges[0].node).toMatchObject({ remark: 'De provincie verdeelt de ruimte' });
    expect(sent.bottleneck.timeline.edges[0].node.changes).toContainEqual({
      field: 'heldBy',
      before: 'West',
      after: 'Provincie',
    });
    const back = await outcome('RETURN_ESCALATION', made, 'provincialChair', { expectedVersion: 2 });
    expect(back.bottleneck).toMatchObject({ state: 'IN_PROGRESS', heldBy: { name: 'West' } });
    const again = await outcome('ESCALATE', made, 'chair', { expectedVersion: 3 });
    expect(again.bottleneck.escalations).toMatchObject([
      { from: { name: 'West' }, to: { name: 'Provincie' }, outcome: 'Eerst zelf proberen' },
      { from: { name: 'West' }, to: { name: 'Provincie' }, endedAt: null, outcome: null },
    ]);
  });
  test('is resolved by the receiving table and goes home with the answer', async () => {
    const made = await inState('ESCALATED');
    const { bottleneck } = await outcome('RESOLVE', made, 'provincialChair');
    expect(bottleneck).toMatchObject({
      state: 'RESOLVED',
      heldBy: { name: 'West' },
      escalations: [{ outcome: 'Een tussenstation' }],
    });
  });
  test('needs a reason, and a table above', async () => {
    const made = await inState('IN_PROGRESS');
    expect((await outcome('ESCALATE', made, 'chair', { reason: '' })).problems).toMatchObject([
      { code: 'REQUIRED', path: ['input', 'reason'] },
    ]);
    const top = await cast.bottleneck({ state: 'IN_PROGRESS', table: cast.province });
    expect((await outcome('ESCALATE', top, 'provincialChair')).problems).toMatchObject([{ code: 'NO_PARENT_TABLE' }]);
    const { node } = await cast
      .as('provincialChair')
      .run(`query ($id: ID!) { node(id: $id) { ... on Bottleneck { viewerCan { verb allowed reason } } } }`, {
        id: top.globalId,
      });
    expect(node.viewerCan).toContainEqual({
      verb: 'ESCALATE',
      allowed: false,
      reason: 'Boven deze tafel staat geen andere tafel.',
    });
  });
  test('returning needs a reason', async () => {
    const made = await inState('ESCALATED');
    expect((await outcome('RETURN_ESCALATION', made, 'provincialChair', { reason: ' ' })).problems).toMatchObject([
      { code: 'REQUIRED' },
    ]);
  });
});

describe('closing and reopening', () => {
  test('a referral keeps the owner and a day for the feedback', async () => {
    const made = await inState('TRIAGE');
    const wrong = await outcome('REFER', made, 'secretary', {
      referredTo: 'x'.repeat(301),
      reason: '',
      feedbackBy: '2026-11-01',
    });
    expect(wrong.problems.map((problem: { code: string }) => problem.code)).toEqual([
      'TOO_LONG',
      'REQUIRED',
      'DATE_IN_PAST',
    ]);
    const { bottleneck } = await outcome('REFER', made, 'secretary');
    expect(bottleneck).toMatchObject({
      state: 'REFERRED',
      referredTo: 'Ministerie',
      dueOn: '2027-02-01',
      owner: { name: 'Fenna' },
    });
  });
  test('a withdrawal needs a reason, and a draft that is withdrawn stays private', async () => {
    const made = await inState('DRAFT');
    expect((await outcome('WITHDRAW', made, 'filer', { reason: '' })).problems).toMatchObject([{ code: 'REQUIRED' }]);
    const { bottleneck } = await outcome('WITHDRAW', made, 'filer');
    expect(bottleneck.state).toBe('WITHDRAWN');
    for (const part of ['secretary', 'participant', 'civilOwner'] as const) {
      expect(
        (await cast.as(part).run(`query ($id: ID!) { node(id: $id) { id } }`, { id: made.globalId })).node,
        part,
      ).toBeNull();
    }
  });
  test('reopening starts a new term; the resolution stays on the timeline', async () => {
    const made = await inState('RESOLVED', { dueOn: '2026-10-01' });
    expect((await outcome('REOPEN', made, 'filer', { reason: '' })).problems).toMatchObject([{ code: 'REQUIRED' }]);
    const { bottleneck } = await outcome('REOPEN', made, 'secretary');
    expect(bottleneck).toMatchObject({ state: 'IN_PROGRESS', resolution: '', resolvedOn: null, dueOn: '2027-01-20' });
    expect(bottleneck.timeline.edges[0].node.changes).toContainEqual({
      field: 'resolution',
      before: 'Opgelost met een tussenstation.',
      after: null,
    });
  });
  test('an excluded secretary sees nothing to move', async () => {
    const made = await inState('SUBMITTED');
    await grant(cast.app, made, cast.people.secretary, 'EXCLUDED');
    expect((await outcome('TRIAGE', made, 'secretary')).problems).toMatchObject([{ code: 'UNKNOWN_BOTTLENECK' }]);
  });
});
