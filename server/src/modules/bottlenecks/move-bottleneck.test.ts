import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bottleneckVerbs, type BottleneckVerb, transitions } from '@versnellingstafel/shared/bottlenecks/transitions';
import { type BottleneckState, bottleneckStates } from '@versnellingstafel/shared/bottlenecks/states';
import { type Cast, bottleneckCast, type Part } from '../../../testing/bottleneck-cast.ts';
import type { BottleneckWish, MadeBottleneck } from '../../../testing/bottleneck-factory.ts';
import { grant } from '../../../testing/bottleneck-factory.ts';
import { testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

const problems = `problems { __typename code message path
  ... on ConflictProblem { currentVersion changedBy { name } current { id } }
  ... on InvalidTransitionProblem { from allowed } }`;
const shown = `bottleneck { id version state dueOn returnOn holdReason referredTo resolution resolvedOn solvableAt confidentiality homesBlocked constructionStart
  heldBy { name } owner { name } escalations { from { name } to { name } reason endedAt outcome } projects { homesBlocked }
  timeline(first: 3) { edges { node { type actor { name } remark changes { field before after } } } } }`;
const mutation = (name: string, input: string) => `mutation ($input: ${input}!) { ${name}(input: $input) { ${shown} ${problems} } }`;

/** Each step as a client takes it, but for SCHEDULE, which belongs to the room of meetings. */
const steps: Readonly<Record<Exclude<BottleneckVerb, 'SCHEDULE'>, { query: string; name: string; rest: object }>> = {
  SUBMIT: { name: 'submitBottleneck', query: mutation('submitBottleneck', 'BottleneckVersionInput'), rest: {} },
  TRIAGE: { name: 'triageBottleneck', query: mutation('triageBottleneck', 'TriageBottleneckInput'), rest: {} },
  START: { name: 'startBottleneck', query: mutation('startBottleneck', 'BottleneckVersionInput'), rest: {} },
  HOLD: { name: 'holdBottleneck', query: mutation('holdBottleneck', 'HoldBottleneckInput'), rest: { reason: 'Wacht op Enexis', returnOn: '2027-01-14' } },
  RESUME: { name: 'resumeBottleneck', query: mutation('resumeBottleneck', 'BottleneckVersionInput'), rest: {} },
  ESCALATE: { name: 'escalateBottleneck', query: mutation('escalateBottleneck', 'EscalateBottleneckInput'), rest: { reason: 'De provincie verdeelt de ruimte' } },
  RETURN_ESCALATION: { name: 'returnEscalation', query: mutation('returnEscalation', 'ReasonInput'), rest: { reason: 'Eerst zelf proberen' } },
  RESOLVE: { name: 'resolveBottleneck', query: mutation('resolveBottleneck', 'ResolveBottleneckInput'), rest: { resolution: 'Een tussenstation' } },
  REFER: { name: 'referBottleneck', query: mutation('referBottleneck', 'ReferBottleneckInput'), rest: { referredTo: 'Ministerie', reason: 'Wet', feedbackBy: '2027-02-01' } },
  WITHDRAW: { name: 'withdrawBottleneck', query: mutation('withdrawBottleneck', 'ReasonInput'), rest: { reason: 'Opgelost zonder tafel' } },
  REOPEN: { name: 'reopenBottleneck', query: mutation('reopenBottleneck', 'ReasonInput'), rest: { reason: 'Het station werkt niet' } },
};
type Step = keyof typeof steps;
const stepNames = Object.keys(steps) as Step[];

let cast: Cast;
let theme: { id: string };

beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  [theme] = (await cast.app.platform.database.fork().execute(`select id from theme where code = 'NETCONGESTIE'`)) as [{ id: string }];
});
afterAll(() => cast.app.close());

/** A case in a state, as it lies there; an escalated one is held by the table above. */
async function inState(state: BottleneckState, wish: Partial<BottleneckWish> = {}): Promise<MadeBottleneck> {
  const made = await cast.bottleneck({ state, themes: [theme], ...wish, ...(state === 'ESCALATED' && { table: cast.province }) });
  if (state === 'ESCALATED') {
    const { id } = made;
    await cast.make.insert('escalation', { bottleneck_id: id, from_table_id: cast.west.id, to_table_id: cast.province.id, reason: 'r', sent_at: new Date() });
  }
  return made;
}
const take = (step: Step, on: MadeBottleneck, part: Part, input: object = {}) =>
  cast.as(part).answer(steps[step].query, { input: { bottleneckId: on.globalId, expectedVersion: 1, ...steps[step].rest, ...input } });
const outcome = async (step: Step, on: MadeBottleneck, part: Part, input: object = {}) => {
  const answer = await take(step, on, part, input);
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data[steps[step].name];
};

/** Who takes the step when it is allowed. */
const doer: Readonly<Record<Step, Part>> = {
  SUBMIT: 'filer',
  TRIAGE: 'secretary',
  START: 'chair',
  HOLD: 'secretary',
  RESUME: 'secretary',
  ESCALATE: 'chair',
  RETURN_ESCALATION: 'provincialChair',
  RESOLVE: 'chair',
  REFER: 'secretary',
  WITHDRAW: 'filer',
  REOPEN: 'filer',
};

describe('each step', () => {
  test.each(stepNames)('%s leads where the table of transitions says, tells it, and counts the version', async (step) => {
    const [from] = transitions[step].from as [BottleneckState];
    const made = await inState(from);
    const { bottleneck, problems: none } = await outcome(step, made, doer[step]);
    expect(none).toEqual([]);
    expect(bottleneck).toMatchObject({ state: transitions[step].to, version: 2, owner: { name: 'Fenna' } });
    const [{ node }] = bottleneck.timeline.edges;
    expect(node.actor.name).toBe(cast.people[doer[step]].name);
    expect(node.changes).toContainEqual({ field: 'state', before: from, after: transitions[step].to });
  });

  test('is refused from every other state, with the steps that are possible', async () => {
    for (const step of stepNames) {
      for (const state of bottleneckStates.filter((each) => !transitions[step].from.includes(each))) {
        const made = await inState(state, state === 'DRAFT' ? { filer: cast.people.filer } : {});
        const part: Part = state === 'DRAFT' ? 'filer' : doer[step] === 'provincialChair' ? 'secretary' : doer[step];
        const { bottleneck, problems: found } = await outcome(step, made, part);
        expect(bottleneck).toBeNull();
        const allowed = bottleneckVerbs.filter((verb) => transitions[verb].from.includes(state));
        expect(found, `${step} from ${state}`).toMatchObject([{ __typename: 'InvalidTransitionProblem', code: 'INVALID_TRANSITION', from: state, allowed }]);
      }
    }
  });

  const strangers: Readonly<Record<Step, readonly Part[]>> = {
    SUBMIT: [],
    TRIAGE: ['filer', 'chair', 'participant', 'observer'],
    START: ['filer', 'participant', 'observer'],
    HOLD: ['filer', 'chair', 'participant', 'observer'],
    RESUME: ['filer', 'chair', 'participant'],
    ESCALATE: ['filer', 'participant', 'observer'],
    RETURN_ESCALATION: ['filer', 'chair', 'secretary', 'participant'],
    RESOLVE: ['filer', 'participant', 'observer'],
    REFER: ['filer', 'chair', 'participant'],
    WITHDRAW: ['chair', 'secretary', 'civilOwner'],
    REOPEN: ['participant', 'observer', 'civilOwner'],
  };
  test.each(stepNames)('%s is forbidden to who has not the right, with a reason, and viewerCan agrees', async (step) => {
    const from = transitions[step].from.at(-1) as BottleneckState;
    const made = await inState(from);
    for (const part of strangers[step]) {
      const answer = await take(step, made, part);
      expect(answer.errors[0]?.extensions.code, part).toBe('FORBIDDEN');
      const { node } = await cast.as(part).run(`query ($id: ID!) { node(id: $id) { ... on Bottleneck { version viewerCan { verb allowed reason } } } }`, { id: made.globalId });
      const ability = node.viewerCan.find((each: { verb: string }) => each.verb === step);
      expect([node.version, ability.allowed, ability.reason], part).toEqual([1, false, answer.errors[0]?.message]);
    }
  });

  test.each(stepNames)('%s answers alike for what is not there and what is not theirs', async (step) => {
    const made = await inState('DRAFT', { filer: cast.people.chair });
    const missing = { ...made, globalId: globalId('Bottleneck', crypto.randomUUID()) };
    const wrong = { ...made, globalId: 'Person_x' };
    const answers = await Promise.all([made, missing, wrong].map((each) => outcome(step, each, 'twente')));
    expect(answers[0]).toMatchObject({ bottleneck: null, problems: [{ __typename: 'NotFoundProblem', code: 'UNKNOWN_BOTTLENECK', path: ['input', 'bottleneckId'] }] });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test.each(stepNames)('%s on an older version gives the version as it is, and who made it', async (step) => {
    const made = await inState(transitions[step].from[0] as BottleneckState);
    const { problems: found } = await outcome(step, made, doer[step], { expectedVersion: 7 });
    expect(found).toMatchObject([{ __typename: 'ConflictProblem', code: 'CONFLICT', currentVersion: 1, changedBy: { name: 'Fenna' }, current: { id: made.globalId } }]);
  });

  test('without a session nothing happens', async () => {
    const { graphClient } = await import('../../../testing/graph-client.ts');
    const nobody = await graphClient(cast.app, null);
    for (const step of stepNames) {
      const answer = await nobody.answer(steps[step].query, { input: { bottleneckId: 'x', expectedVersion: 1, ...steps[step].rest } });
      expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  test('of fifty who take it at once, exactly one does', async () => {
    const made = await inState('TRIAGE');
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => outcome('START', made, n % 2 ? 'chair' : 'secretary')));
    expect(answers.filter(({ bottleneck }) => bottleneck !== null)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.problems).every((problem) => problem.code === 'CONFLICT')).toBe(true);
  });
});

describe('submitting', () => {
  test('needs a theme', async () => {
    const made = await cast.bottleneck({ state: 'DRAFT' });
    expect((await outcome('SUBMIT', made, 'filer')).problems).toMatchObject([{ code: 'REQUIRED', path: ['themeCodes'] }]);
  });
  test('gives the term of the new state, and shows it to the region', async () => {
    const made = await inState('DRAFT', { dueOn: '2026-12-09' });
    const { bottleneck } = await outcome('SUBMIT', made, 'filer');
    expect(bottleneck.dueOn).toBe('2026-12-09');
    expect((await cast.as('participant').run(`query ($id: ID!) { node(id: $id) { id } }`, { id: made.globalId })).node).not.toBeNull();
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
    expect(bottleneck).toMatchObject({ solvableAt: 'PROVINCIAL', constructionStart: '2027-06-01', homesBlocked: 90, dueOn: '2026-12-23' });
    expect(bottleneck.timeline.edges[0].node.remark).toBe('Helder stuk');
  });
  test('refuses what cannot be', async () => {
    const made = await inState('SUBMITTED');
    const { problems: found } = await outcome('TRIAGE', made, 'secretary', { remark: 'x'.repeat(1_001), constructionStart: '2026-01-01', projects: [] });
    expect(found.map((problem: { path: string[] }) => problem.path.at(-1)).toSorted()).toEqual(['constructionStart', 'projects', 'remark']);
  });
});

describe('hold', () => {
  test('needs a reason and a day that is not past, and resuming starts a new term', async () => {
    const made = await inState('IN_PROGRESS');
    const wrong = await outcome('HOLD', made, 'secretary', { reason: '  ', returnOn: '2026-11-24' });
    expect(wrong.problems.map((problem: { code: string }) => problem.code)).toEqual(['REQUIRED', 'DATE_IN_PAST']);
    const held = await outcome('HOLD', made, 'secretary');
    expect(held.bottleneck).toMatchObject({ holdReason: 'Wacht op Enexis', returnOn: '2027-01-14', dueOn: '2027-01-14' });
    const { bottleneck } = await outcome('RESUME', made, 'secretary', { expectedVersion: 2 });
    expect(bottleneck).toMatchObject({ holdReason: '', returnOn: null, dueOn: '2027-01-20' });
  });
});

describe('escalation', () => {
  test('goes to the table above, which holds it, and comes back with a reason; the lineage stays', async () => {
    const made = await inState('IN_PROGRESS', { dueOn: '2026-12-31' });
    const sent = await outcome('ESCALATE', made, 'secretary');
    expect(sent.bottleneck).toMatchObject({ state: 'ESCALATED', heldBy: { name: 'Provincie' }, owner: { name: 'Fenna' }, dueOn: '2026-12-31' });
    expect(sent.bottleneck.timeline.edges.map((edge: { node: { type: string } }) => edge.node.type)).toEqual(['BOTTLENECK_ESCALATED']);
    expect(sent.bottleneck.timeline.edges[0].node).toMatchObject({ remark: 'De provincie verdeelt de ruimte' });
    expect(sent.bottleneck.timeline.edges[0].node.changes).toContainEqual({ field: 'heldBy', before: 'West', after: 'Provincie' });
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
    expect(bottleneck).toMatchObject({ state: 'RESOLVED', heldBy: { name: 'West' }, escalations: [{ outcome: 'Een tussenstation' }] });
  });
  test('needs a reason, and a table above', async () => {
    const made = await inState('IN_PROGRESS');
    expect((await outcome('ESCALATE', made, 'chair', { reason: '' })).problems).toMatchObject([{ code: 'REQUIRED', path: ['input', 'reason'] }]);
    const top = await cast.bottleneck({ state: 'IN_PROGRESS', table: cast.province });
    expect((await outcome('ESCALATE', top, 'provincialChair')).problems).toMatchObject([{ code: 'NO_PARENT_TABLE' }]);
    const { node } = await cast.as('provincialChair').run(`query ($id: ID!) { node(id: $id) { ... on Bottleneck { viewerCan { verb allowed reason } } } }`, { id: top.globalId });
    expect(node.viewerCan).toContainEqual({ verb: 'ESCALATE', allowed: false, reason: 'Boven deze tafel staat geen andere tafel.' });
  });
  test('returning needs a reason', async () => {
    const made = await inState('ESCALATED');
    expect((await outcome('RETURN_ESCALATION', made, 'provincialChair', { reason: ' ' })).problems).toMatchObject([{ code: 'REQUIRED' }]);
  });
});

describe('closing and reopening', () => {
  test('a referral keeps the owner and a day for the feedback', async () => {
    const made = await inState('TRIAGE');
    const wrong = await outcome('REFER', made, 'secretary', { referredTo: 'x'.repeat(301), reason: '', feedbackBy: '2026-11-01' });
    expect(wrong.problems.map((problem: { code: string }) => problem.code)).toEqual(['TOO_LONG', 'REQUIRED', 'DATE_IN_PAST']);
    const { bottleneck } = await outcome('REFER', made, 'secretary');
    expect(bottleneck).toMatchObject({ state: 'REFERRED', referredTo: 'Ministerie', dueOn: '2027-02-01', owner: { name: 'Fenna' } });
  });
  test('a withdrawal needs a reason, and a draft that is withdrawn stays private', async () => {
    const made = await inState('DRAFT');
    expect((await outcome('WITHDRAW', made, 'filer', { reason: '' })).problems).toMatchObject([{ code: 'REQUIRED' }]);
    const { bottleneck } = await outcome('WITHDRAW', made, 'filer');
    expect(bottleneck.state).toBe('WITHDRAWN');
    for (const part of ['secretary', 'participant', 'civilOwner'] as const) {
      expect((await cast.as(part).run(`query ($id: ID!) { node(id: $id) { id } }`, { id: made.globalId })).node, part).toBeNull();
    }
  });
  test('reopening starts a new term; the resolution stays on the timeline', async () => {
    const made = await inState('RESOLVED', { dueOn: '2026-10-01' });
    expect((await outcome('REOPEN', made, 'filer', { reason: '' })).problems).toMatchObject([{ code: 'REQUIRED' }]);
    const { bottleneck } = await outcome('REOPEN', made, 'secretary');
    expect(bottleneck).toMatchObject({ state: 'IN_PROGRESS', resolution: '', resolvedOn: null, dueOn: '2027-01-20' });
    expect(bottleneck.timeline.edges[0].node.changes).toContainEqual({ field: 'resolution', before: 'Opgelost met een tussenstation.', after: null });
  });
  test('an excluded secretary sees nothing to move', async () => {
    const made = await inState('SUBMITTED');
    await grant(cast.app, made, cast.people.secretary, 'EXCLUDED');
    expect((await outcome('TRIAGE', made, 'secretary')).problems).toMatchObject([{ code: 'UNKNOWN_BOTTLENECK' }]);
  });
});
