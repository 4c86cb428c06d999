import { makeBottleneck } from '@versnellingstafel/server/testing/bottleneck-factory';
import { demoId } from '@versnellingstafel/server/testing/demo-region/demo-reference';
import { Factories } from '@versnellingstafel/server/testing/factories';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { type BottleneckState, bottleneckStates } from '@versnellingstafel/shared/bottlenecks/states';
import { allowedVerbs, type BottleneckVerb, canTransition } from '@versnellingstafel/shared/bottlenecks/transitions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoPeople, projectId } from './demo-people.ts';
import { demoNow, mutationCases } from './mutation-cases.ts';
import { mutationsOf, operationOf } from './mutation-operation.ts';
import { changedTables, rowHashes } from './row-hashes.ts';

const later = '2027-03-01';
/** Each step as a client takes it, with what it needs. */
const steps: Readonly<Record<BottleneckVerb, readonly [mutation: string, rest: object]>> = {
  SUBMIT: ['submitBottleneck', {}],
  TRIAGE: ['triageBottleneck', {}],
  SCHEDULE: ['scheduleBottleneck', {}],
  START: ['startBottleneck', {}],
  HOLD: ['holdBottleneck', { reason: 'Wacht', returnOn: later }],
  RESUME: ['resumeBottleneck', {}],
  ESCALATE: ['escalateBottleneck', { reason: 'Hoger' }],
  RETURN_ESCALATION: ['returnEscalation', { reason: 'Terug' }],
  RESOLVE: ['resolveBottleneck', { resolution: 'Opgelost' }],
  REFER: ['referBottleneck', { referredTo: 'Het Rijk', reason: 'Wet', feedbackBy: later }],
  WITHDRAW: ['withdrawBottleneck', { reason: 'Hoeft niet' }],
  REOPEN: ['reopenBottleneck', { reason: 'Toch niet' }],
};

let app: TestApp;
let people: DemoPeople;
let make: Factories;

beforeAll(async () => {
  app = await testApp({ demoRegion: true, now: demoNow });
  people = new DemoPeople(app);
  make = new Factories(app);
});
afterAll(() => app.close());

/** A case on which the secretary of a table has every right, so that only its state stands in the way. */
function ownCase(state: BottleneckState, table: string, secretary: string) {
  const project = {
    id: demoId('project', 'D13'),
    globalId: projectId('D13'),
    municipality: { id: demoId('municipality', 'GM1896') },
  };
  return makeBottleneck(app, make, {
    state,
    table: { id: demoId('table', table) },
    filer: { id: demoId('person', secretary) },
    projects: [{ project, homes: 10 }],
  });
}

async function take(who: string, mutation: string, input: object) {
  const field = mutationsOf(app.app.schema).find(({ name }) => name === mutation);
  if (!field) throw new Error(`${mutation} is not in the schema.`);
  const { data, errors } = await (await people.as(who)).answer(operationOf(field), { input });
  return errors.length > 0 ? errors : data[mutation].problems;
}

describe('A step that does not fit the state', () => {
  it.each(bottleneckStates)('is refused from %s with what is possible, and nothing changes', async (state) => {
    const made = await ownCase(state, 'west', 'secretary-west');
    const before = await rowHashes(app);
    for (const [verb, [mutation, rest]] of Object.entries(steps) as [
      BottleneckVerb,
      (typeof steps)[BottleneckVerb],
    ][]) {
      if (canTransition(verb, state)) continue;
      const problems = await take('secretary-west', mutation, {
        bottleneckId: made.globalId,
        expectedVersion: 1,
        ...rest,
      });
      expect(problems, verb).toMatchObject([
        {
          __typename: 'InvalidTransitionProblem',
          code: 'INVALID_TRANSITION',
          path: ['input', 'bottleneckId'],
          from: state,
          allowed: allowedVerbs(state),
        },
      ]);
    }
    expect(
      await take('secretary-west', 'undoTransition', { bottleneckId: made.globalId, expectedVersion: 1 }),
    ).toMatchObject([{ code: 'NOTHING_TO_UNDO', path: ['input', 'bottleneckId'] }]);
    expect(changedTables(before, await rowHashes(app))).toEqual([]);
  });

  it('tells a table at the end of the line that there is none above it', async () => {
    const made = await ownCase('IN_PROGRESS', 'national', 'secretary-national');
    expect(
      await take('secretary-national', 'escalateBottleneck', {
        bottleneckId: made.globalId,
        expectedVersion: 1,
        reason: 'Hoger',
      }),
    ).toMatchObject([{ code: 'NO_PARENT_TABLE' }]);
  });
});

describe('Without a session', () => {
  it('nothing is changed, however right the input is', async () => {
    const open = new Set(['signInAsPersona', 'signOut']);
    // A case may make the row that it is about, so all of them are ready before it is looked at what changes.
    const cases: { mutation: string; variables: object }[] = [];
    for (const { mutation, variables } of await mutationCases(app))
      cases.push({ mutation, variables: await variables() });
    const before = await rowHashes(app);
    for (const one of cases) {
      const mutation = mutationsOf(app.app.schema).find(({ name }) => name === one.mutation);
      if (!mutation || open.has(one.mutation)) continue;
      const response = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: operationOf(mutation), variables: one.variables }),
      });
      const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
      expect(
        errors?.map(({ extensions }) => extensions.code),
        one.mutation,
      ).toEqual(['UNAUTHENTICATED']);
    }
    expect(changedTables(before, await rowHashes(app))).toEqual([]);
  });
});
