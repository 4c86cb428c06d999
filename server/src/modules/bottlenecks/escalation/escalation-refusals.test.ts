import { escalationVerbs, type EscalationVerb } from '@versnellingstafel/shared/bottlenecks/escalations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  escalate,
  type EscalationCast,
  escalationCast,
  type EscalationPart,
  noEscalation,
  readCase,
  stepOn,
  takeStep,
} from '../../../../testing/escalation-cast.ts';
import { type AnswerData, graphClient } from '../../../../testing/graph-client.ts';
import { testApp } from '../../../../testing/test-app.ts';

let cast: EscalationCast;
beforeAll(async () => {
  cast = await escalationCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
});
afterAll(() => cast.app.close());

const reason = { reason: 'Daarom' };
const answer = { answer: 'Zo doen we het', resolves: false };
const steps: Readonly<Record<Exclude<EscalationVerb, 'RETURN'>, readonly [name: string, rest: object]>> = {
  EDIT_MEMO: ['editEscalation', { memo: { tried: 'Iets' } }],
  AGREE: ['agreeToEscalation', {}],
  DECLINE: ['declineEscalation', reason],
  SEND: ['sendEscalation', {}],
  ACCEPT: ['acceptEscalation', {}],
  ANSWER: ['answerEscalation', answer],
  WITHDRAW: ['withdrawEscalation', reason],
};
type Verb = keyof typeof steps;
const verbs = Object.keys(steps) as Verb[];
const doer: Readonly<Record<Verb, EscalationPart>> = {
  EDIT_MEMO: 'localSecretary',
  AGREE: 'alderman',
  DECLINE: 'alderman',
  SEND: 'localSecretary',
  ACCEPT: 'westSecretary',
  ANSWER: 'westSecretary',
  WITHDRAW: 'localSecretary',
};

/** An escalation from the local table, as far as a verb needs it. */
async function ready(verb: Verb): Promise<AnswerData> {
  const made = await cast.localCase();
  if (verb === 'EDIT_MEMO' || verb === 'AGREE' || verb === 'DECLINE') return cast.drafted(made);
  if (verb === 'SEND')
    return (await takeStep(cast.of('alderman'), 'agreeToEscalation', await cast.drafted(made))).escalation;
  const sent = await cast.sent(made);
  return verb === 'ANSWER' ? (await takeStep(cast.of('westSecretary'), 'acceptEscalation', sent)).escalation : sent;
}

const tell = (verb: Verb, on: AnswerData, more: object = {}, part = doer[verb]) =>
  stepOn(cast.of(part), steps[verb][0], on, { ...steps[verb][1], ...more });
const codes = async (answering: ReturnType<typeof tell>) => {
  const { data, errors } = await answering;
  expect(errors).toEqual([]);
  const [payload] = Object.values<AnswerData>(data);
  expect([payload.escalation, payload.bottleneck]).toEqual([null, null]);
  return payload.problems;
};

describe('each step', () => {
  const without: Readonly<Record<Verb, readonly EscalationPart[]>> = {
    EDIT_MEMO: ['localMember', 'alderman'],
    AGREE: ['localSecretary', 'localChair', 'localMember'],
    DECLINE: ['localSecretary', 'localMember'],
    SEND: ['localMember', 'alderman'],
    ACCEPT: ['localSecretary', 'localMember', 'alderman'],
    ANSWER: ['localSecretary', 'localMember', 'alderman'],
    WITHDRAW: ['localMember', 'alderman', 'westSecretary', 'westMandate'],
  };
  test.each(verbs)('%s is forbidden to who has not the right, and viewerCan says the same', async (verb) => {
    const on = await ready(verb);
    for (const part of without[verb]) {
      const { errors } = await tell(verb, on, {}, part);
      expect(errors[0]?.extensions.code, part).toBe('FORBIDDEN');
      const { node } = await cast
        .of(part)
        .run(
          `query ($id: ID!) { node(id: $id) { ... on Bottleneck { escalations { viewerCan { verb allowed reason } } } } }`,
          {
            id: on.bottleneck.id,
          },
        );
      const ability = node.escalations[0].viewerCan.find((each: { verb: string }) => each.verb === verb);
      expect([ability.allowed, ability.reason], part).toEqual([false, errors[0]?.message]);
    }
  });

  test.each(verbs)('%s in a wrong state is refused, and viewerCan says the same', async (verb) => {
    const from: Readonly<Record<Verb, Verb>> = {
      EDIT_MEMO: 'ACCEPT',
      AGREE: 'SEND',
      DECLINE: 'SEND',
      SEND: 'ACCEPT',
      ACCEPT: 'ANSWER',
      ANSWER: 'ACCEPT',
      WITHDRAW: 'ANSWER',
    };
    const on = await ready(from[verb]);
    expect(await codes(tell(verb, on))).toMatchObject([
      { __typename: 'FieldProblem', code: 'ESCALATION_WRONG_STATE', path: ['input', 'escalationId'] },
    ]);
  });

  test.each(verbs)('%s on an older version is a conflict that names who was before', async (verb) => {
    const on = await ready(verb);
    expect(await codes(tell(verb, { ...on, version: 99 }))).toMatchObject([
      {
        __typename: 'ConflictProblem',
        code: 'CONFLICT',
        currentVersion: on.version,
        changedBy: { name: expect.any(String) },
      },
    ]);
  });

  test.each(verbs)('%s answers alike for what is not there and what is not theirs', async (verb) => {
    const on = await ready(verb);
    const ids = [on.id, noEscalation(), 'Person_x', ''];
    const asked = ids.map((id) => stepOn(cast.as('stranger'), steps[verb][0], { id, version: 1 }, steps[verb][1]));
    const found = await Promise.all(asked.map(codes));
    expect(found[0]).toMatchObject([
      { __typename: 'NotFoundProblem', code: 'UNKNOWN_ESCALATION', path: ['input', 'escalationId'] },
    ]);
    for (const each of found) expect(each).toEqual(found[0]);
  });

  test('without a session nothing happens', async () => {
    const nobody = await graphClient(cast.app, null);
    for (const verb of verbs) {
      const { errors } = await stepOn(nobody, steps[verb][0], { id: 'x', version: 1 }, steps[verb][1]);
      expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  test('viewerCan tells of every verb, and what is allowed works', async () => {
    const on = await ready('EDIT_MEMO');
    expect(on.viewerCan.map((each: { verb: string }) => each.verb)).toEqual(escalationVerbs);
    const allowed = on.viewerCan.filter((each: { allowed: boolean }) => each.allowed);
    expect(allowed.map((each: { verb: string }) => each.verb)).toEqual(['EDIT_MEMO', 'WITHDRAW']);
  });
});

describe('a memo that has not left', () => {
  test('is not there for the receiving table, nor for others who see the case', async () => {
    const made = await cast.localCase({ confidentiality: 'PUBLIC' });
    const draft = await cast.drafted(made);
    for (const client of [cast.of('westSecretary'), cast.of('deputy'), cast.as('reader')]) {
      const { escalations, openEscalation, timeline } = await readCase(client, made);
      expect([escalations, openEscalation, timeline.edges]).toEqual([[], null, []]);
      expect(await codes(stepOn(client, 'withdrawEscalation', draft, reason))).toMatchObject([
        { code: 'UNKNOWN_ESCALATION' },
      ]);
    }
    for (const client of [cast.of('alderman'), cast.as('filer'), cast.of('localMember')])
      expect((await readCase(client, made)).openEscalation).toMatchObject({ state: 'DRAFT' });
  });

  test('leaves only once the political owner agrees, and agreeing is done once', async () => {
    const draft = await cast.drafted(await cast.localCase());
    expect(await codes(tell('SEND', draft))).toMatchObject([{ code: 'AGREEMENT_NEEDED' }]);
    const { escalation } = await takeStep(cast.of('alderman'), 'agreeToEscalation', draft);
    expect(await codes(tell('AGREE', escalation))).toMatchObject([{ code: 'ESCALATION_WRONG_STATE' }]);
    const twice = await Promise.all([1, 2].map(() => tell('SEND', escalation)));
    const problems = twice.flatMap(({ data }) =>
      data.sendEscalation.problems.map((each: { code: string }) => each.code),
    );
    expect(problems).toEqual(['CONFLICT']);
  });

  test('needs somebody who can agree', async () => {
    const lonely = await cast.make.person({ name: 'Eenling', roles: ['PROJECT_LEADER'] });
    const made = await cast.localCase({ filer: lonely });
    const { data } = await escalate(cast.of('localSecretary'), made);
    expect(data.escalateBottleneck.problems).toMatchObject([
      { code: 'NO_POLITICAL_OWNER', path: ['input', 'bottleneckId'] },
    ]);
    // A confidential case is read by whom it names alone.
    const secret = await cast.localCase({ confidentiality: 'CONFIDENTIAL' });
    const hidden = await escalate(cast.of('localSecretary'), secret);
    expect(hidden.data.escalateBottleneck.problems).toMatchObject([{ code: 'NO_POLITICAL_OWNER' }]);
    const named = await cast.localCase({ confidentiality: 'CONFIDENTIAL', politicalOwner: cast.who.alderman });
    await takeStep(cast.of('alderman'), 'agreeToEscalation', await cast.drafted(named));
  });

  test('is the only one of its case', async () => {
    const made = await cast.localCase();
    await cast.drafted(made);
    const { data } = await escalate(cast.of('localChair'), made);
    expect(data.escalateBottleneck.problems).toMatchObject([{ code: 'ESCALATION_OPEN' }]);
  });

  test('stays while the case was closed meanwhile', async () => {
    const made = await cast.localCase();
    const draft = await cast.drafted(made);
    const { escalation } = await takeStep(cast.of('alderman'), 'agreeToEscalation', draft);
    await cast.app.database.fork().execute(`update bottleneck set state = 'RESOLVED' where id = ?`, [made.id]);
    expect(await codes(tell('SEND', escalation))).toMatchObject([{ code: 'ESCALATION_CASE_MOVED' }]);
    await takeStep(cast.of('localSecretary'), 'withdrawEscalation', escalation, reason);
  });

  test('refuses what does not fit on its page, field by field', async () => {
    const draft = await cast.drafted(await cast.localCase());
    const memo = { question: ' ', situation: 'x'.repeat(1_201), decisionBy: '2026-11-01' };
    expect(await codes(tell('EDIT_MEMO', draft, { memo }))).toMatchObject([
      { code: 'REQUIRED', path: ['input', 'memo', 'question'] },
      { code: 'TOO_LONG', path: ['input', 'memo', 'situation'] },
      { code: 'DATE_IN_PAST', path: ['input', 'memo', 'decisionBy'] },
    ]);
    expect(await codes(tell('DECLINE', draft, { reason: ' ' }))).toMatchObject([
      { code: 'REQUIRED', path: ['input', 'reason'] },
    ]);
  });
});

describe('the receiving table', () => {
  test('cannot be one that is closed, when it is prepared nor when it is sent', async () => {
    const made = await cast.localCase();
    const draft = await cast.drafted(made);
    const { escalation } = await takeStep(cast.of('alderman'), 'agreeToEscalation', draft);
    const close = (day: string | null) =>
      cast.app.database.fork().execute('update acceleration_table set closed_on = ? where id = ?', [day, cast.west.id]);
    await close('2026-11-25');
    expect(await codes(tell('SEND', escalation))).toMatchObject([{ code: 'TABLE_CLOSED' }]);
    const { data } = await escalate(cast.of('localSecretary'), await cast.localCase());
    expect(data.escalateBottleneck.problems).toMatchObject([{ code: 'TABLE_CLOSED', path: ['input', 'bottleneckId'] }]);
    await close('2026-11-26');
    await takeStep(cast.of('localSecretary'), 'sendEscalation', escalation);
    await close(null);
  });

  test('answers by a day that lies ahead and not too far', async () => {
    const sent = await ready('ACCEPT');
    expect(await codes(tell('ACCEPT', sent, { answerBy: '2026-11-24' }))).toMatchObject([
      { code: 'DATE_IN_PAST', path: ['input', 'answerBy'] },
    ]);
    expect(await codes(tell('ACCEPT', sent, { answerBy: '2027-11-24' }))).toMatchObject([{ code: 'ANSWER_TOO_LATE' }]);
  });

  test('goes further only with what it accepted, and answers only what is back', async () => {
    const made = await cast.localCase();
    const sent = await cast.sent(made);
    const early = await escalate(cast.of('westSecretary'), made);
    expect(early.data.escalateBottleneck.problems).toMatchObject([{ code: 'ESCALATION_NOT_ACCEPTED' }]);
    const { escalation } = await takeStep(cast.of('westSecretary'), 'acceptEscalation', sent);
    const back = `mutation ($input: ReasonInput!) { returnEscalation(input: $input) { problems { code } } }`;
    const { version } = await readCase(cast.of('westSecretary'), made);
    const input = { bottleneckId: made.globalId, expectedVersion: version, reason: 'Toch niet' };
    expect((await cast.of('westSecretary').run(back, { input })).returnEscalation.problems).toEqual([
      { code: 'ESCALATION_ACCEPTED' },
    ]);
    await escalate(cast.of('westSecretary'), made);
    expect(await codes(tell('ANSWER', escalation))).toMatchObject([{ code: 'ESCALATION_GOES_ON' }]);
    const resolve = `mutation ($input: ResolveBottleneckInput!) { resolveBottleneck(input: $input) { problems { code } } }`;
    const { version: now } = await readCase(cast.of('provinceSecretary'), made);
    const solved = { bottleneckId: made.globalId, expectedVersion: now, resolution: 'Klaar' };
    expect((await cast.of('provinceSecretary').run(resolve, { input: solved })).resolveBottleneck.problems).toEqual([
      { code: 'ANSWER_GOES_BACK' },
    ]);
  });

  test('shares no more than it received', async () => {
    const made = await cast.localCase({ confidentiality: 'CONFIDENTIAL', politicalOwner: cast.who.alderman });
    await takeStep(cast.of('westSecretary'), 'acceptEscalation', await cast.sent(made));
    const { data } = await escalate(cast.of('westSecretary'), made, { sharesDossier: true, sharesFiles: true });
    expect(data.escalateBottleneck.problems).toMatchObject([
      { code: 'NOT_YOURS_TO_SHARE', path: ['input', 'sharesDossier'] },
      { code: 'NOT_YOURS_TO_SHARE', path: ['input', 'sharesFiles'] },
    ]);
  });

  test('answers something', async () => {
    expect(await codes(tell('ANSWER', await ready('ANSWER'), { answer: '  ' }))).toMatchObject([
      { code: 'REQUIRED', path: ['input', 'answer'] },
    ]);
  });
});
