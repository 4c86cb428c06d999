import { type BottleneckState, bottleneckStates } from '@versnellingstafel/shared/bottlenecks/states';
import { bottleneckVerbs, transitions } from '@versnellingstafel/shared/bottlenecks/transitions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../testing/bottleneck-cast.ts';
import { type Step, StepTaker, stepNames, steps } from '../../../testing/bottleneck-steps.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import { testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

let cast: Cast;
let taker: StepTaker;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  taker = new StepTaker(cast);
});
afterAll(() => cast.app.close());

const inState: StepTaker['inState'] = (...args) => taker.inState(...args);
const outcome: StepTaker['outcome'] = (...args) => taker.outcome(...args);
const take: StepTaker['take'] = (...args) => taker.take(...args);

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
  test.each(stepNames)(
    '%s leads where the table of transitions says, tells it, and counts the version',
    async (step) => {
      const [from] = transitions[step].from as [BottleneckState];
      const made = await inState(from);
      const { bottleneck, problems: none } = await outcome(step, made, doer[step]);
      expect(none).toEqual([]);
      expect(bottleneck).toMatchObject({ state: transitions[step].to, version: 2, owner: { name: 'Fenna' } });
      const [{ node }] = bottleneck.timeline.edges;
      expect(node.actor.name).toBe(cast.people[doer[step]].name);
      expect(node.changes).toContainEqual({ field: 'state', before: from, after: transitions[step].to });
    },
  );

  test('is refused from every other state, with the steps that are possible', async () => {
    for (const step of stepNames) {
      for (const state of bottleneckStates.filter((each) => !transitions[step].from.includes(each))) {
        const made = await inState(state, state === 'DRAFT' ? { filer: cast.people.filer } : {});
        const part: Part = state === 'DRAFT' ? 'filer' : doer[step] === 'provincialChair' ? 'secretary' : doer[step];
        const { bottleneck, problems: found } = await outcome(step, made, part);
        expect(bottleneck).toBeNull();
        const allowed = bottleneckVerbs.filter((verb) => transitions[verb].from.includes(state));
        expect(found, `${step} from ${state}`).toMatchObject([
          { __typename: 'InvalidTransitionProblem', code: 'INVALID_TRANSITION', from: state, allowed },
        ]);
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
  test.each(stepNames)(
    '%s is forbidden to who has not the right, with a reason, and viewerCan agrees',
    async (step) => {
      const from = transitions[step].from.at(-1) as BottleneckState;
      const made = await inState(from);
      for (const part of strangers[step]) {
        const answer = await take(step, made, part);
        expect(answer.errors[0]?.extensions.code, part).toBe('FORBIDDEN');
        const { node } = await cast
          .as(part)
          .run(
            `query ($id: ID!) { node(id: $id) { ... on Bottleneck { version viewerCan { verb allowed reason } } } }`,
            { id: made.globalId },
          );
        const ability = node.viewerCan.find((each: { verb: string }) => each.verb === step);
        expect([node.version, ability.allowed, ability.reason], part).toEqual([1, false, answer.errors[0]?.message]);
      }
    },
  );

  test.each(stepNames)('%s answers alike for what is not there and what is not theirs', async (step) => {
    const made = await inState('DRAFT', { filer: cast.people.chair });
    const missing = { ...made, globalId: globalId('Bottleneck', crypto.randomUUID()) };
    const wrong = { ...made, globalId: 'Person_x' };
    const answers = await Promise.all([made, missing, wrong].map((each) => outcome(step, each, 'twente')));
    expect(answers[0]).toMatchObject({
      bottleneck: null,
      problems: [{ __typename: 'NotFoundProblem', code: 'UNKNOWN_BOTTLENECK', path: ['input', 'bottleneckId'] }],
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test.each(stepNames)('%s on an older version gives the version as it is, and who made it', async (step) => {
    const made = await inState(transitions[step].from[0] as BottleneckState);
    const { problems: found } = await outcome(step, made, doer[step], { expectedVersion: 7 });
    expect(found).toMatchObject([
      {
        __typename: 'ConflictProblem',
        code: 'CONFLICT',
        currentVersion: 1,
        changedBy: { name: 'Fenna' },
        current: { id: made.globalId },
      },
    ]);
  });

  test('without a session nothing happens', async () => {
    const nobody = await graphClient(cast.app, null);
    for (const step of stepNames) {
      const answer = await nobody.answer(steps[step].query, {
        input: { bottleneckId: 'x', expectedVersion: 1, ...steps[step].rest },
      });
      expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  test('of fifty who take it at once, exactly one does', async () => {
    const made = await inState('TRIAGE');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => outcome('START', made, n % 2 ? 'chair' : 'secretary')),
    );
    expect(answers.filter(({ bottleneck }) => bottleneck !== null)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.problems).every((problem) => problem.code === 'CONFLICT')).toBe(true);
  });
});
