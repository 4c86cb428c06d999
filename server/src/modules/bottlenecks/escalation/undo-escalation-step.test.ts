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
import type { AnswerData } from '../../../../testing/graph-client.ts';
import { testApp } from '../../../../testing/test-app.ts';

const began = Date.parse('2026-11-25T10:00:00Z');
let minutes = 0;
let cast: EscalationCast;
beforeAll(async () => {
  cast = await escalationCast(await testApp({ now: new Date(began) }));
});
afterAll(() => cast.app.close());

/** Each step at its own moment, as people take them. */
const tick = () => cast.app.setNow(new Date(began + (minutes += 1) * 60_000));
async function take(part: EscalationPart, name: string, on: AnswerData, more: object = {}) {
  tick();
  return takeStep(cast.of(part), name, on, more);
}
const undo = (part: EscalationPart, on: AnswerData) => take(part, 'undoEscalationStep', on);
/** The code of the refusal. */
async function refused(part: EscalationPart, on: AnswerData): Promise<string> {
  tick();
  const { data } = await stepOn(cast.of(part), 'undoEscalationStep', on);
  const { escalation, problems } = data.undoEscalationStep;
  expect([escalation, problems.map(({ path }: AnswerData) => path)]).toEqual([null, [['input', 'escalationId']]]);
  return problems[0].code;
}

describe('what one click changed is taken back by who did it', () => {
  test('agreeing and declining', async () => {
    const draft = await cast.drafted(await cast.localCase());
    const { escalation: agreed } = await take('alderman', 'agreeToEscalation', draft);
    const { escalation: back, bottleneck } = await undo('alderman', agreed);
    expect(back).toMatchObject({ state: 'DRAFT', agreedBy: null, agreedAt: null });
    expect(bottleneck.timeline.edges.map(({ node }: AnswerData) => node.type)).toEqual([
      'ESCALATION_STEP_UNDONE',
      'ESCALATION_AGREED',
      'ESCALATION_DRAFTED',
    ]);
    const { escalation: declined } = await take('alderman', 'declineEscalation', back, { reason: 'Te vaag' });
    expect((await undo('alderman', declined)).escalation.declineReason).toBeNull();
  });

  test('writing, and beginning at all', async () => {
    const made = await cast.localCase();
    const draft = await cast.drafted(made);
    const { escalation: written } = await take('localSecretary', 'editEscalation', draft, {
      memo: { tried: 'Anders' },
    });
    const { escalation: again } = await undo('localSecretary', written);
    expect(again.memo.tried).toBe(draft.memo.tried);
    // Who undid has built on the beginning.
    expect(await refused('localSecretary', again)).toBe('NOTHING_TO_UNDO');

    const other = await cast.localCase();
    const { escalation, bottleneck } = await undo('localSecretary', await cast.drafted(other));
    expect([escalation, bottleneck.escalations, bottleneck.openEscalation]).toEqual([null, [], null]);
  });

  test('sending: the case comes home', async () => {
    const { escalation: agreed } = await take(
      'alderman',
      'agreeToEscalation',
      await cast.drafted(await cast.localCase()),
    );
    const { escalation: sent } = await take('localSecretary', 'sendEscalation', agreed);
    const { escalation, bottleneck } = await undo('localSecretary', sent);
    expect(escalation).toMatchObject({ state: 'AGREED', sentAt: null, answerBy: null });
    expect(bottleneck).toMatchObject({ state: 'IN_PROGRESS', heldBy: { name: 'Kampen' } });
  });

  test('accepting, answering and withdrawing', async () => {
    const made = await cast.localCase();
    const sent = await cast.sent(made);
    const { escalation: accepted } = await take('westMandate', 'acceptEscalation', sent);
    expect((await undo('westMandate', accepted)).escalation).toMatchObject({ state: 'SENT', acceptedAt: null });
    const { escalation: once } = await readAgain(made);
    const { escalation: twice } = await take('westMandate', 'acceptEscalation', once);
    const { escalation: answered, bottleneck: home } = await take('westMandate', 'answerEscalation', twice, {
      answer: 'Ja',
      resolves: true,
    });
    expect(home.state).toBe('RESOLVED');
    const { escalation: open, bottleneck: away } = await undo('westMandate', answered);
    expect([open.state, open.answer, away.state, away.heldBy.name]).toEqual(['ACCEPTED', null, 'ESCALATED', 'West']);

    const other = await cast.sent(await cast.localCase());
    const { escalation: withdrawn } = await take('localChair', 'withdrawEscalation', other, { reason: 'Toch niet' });
    const { escalation: there, bottleneck } = await undo('localChair', withdrawn);
    expect([there.state, bottleneck.state, bottleneck.heldBy.name]).toEqual(['SENT', 'ESCALATED', 'West']);
  });

  test('an answer in a chain', async () => {
    const made = await cast.localCase();
    const { escalation: first } = await take('westSecretary', 'acceptEscalation', await cast.sent(made));
    tick();
    const further = await escalate(cast.of('westSecretary'), made);
    const second = further.data.escalateBottleneck.bottleneck.escalations.at(-1);
    const { escalation: taken } = await take('deputy', 'acceptEscalation', second);
    const { escalation: answered } = await take('deputy', 'answerEscalation', taken, { answer: 'Ja', resolves: false });
    const { bottleneck } = await undo('deputy', answered);
    expect(bottleneck).toMatchObject({ state: 'ESCALATED', heldBy: { name: 'Provincie' } });
    expect(first.state).toBe('ACCEPTED');
  });
});

describe('not', () => {
  test('by somebody else, twice, or once somebody built on it', async () => {
    const { escalation: agreed } = await take(
      'alderman',
      'agreeToEscalation',
      await cast.drafted(await cast.localCase()),
    );
    expect(await refused('localSecretary', agreed)).toBe('NOTHING_TO_UNDO');
    const { escalation: back } = await undo('alderman', agreed);
    expect(await refused('alderman', back)).toBe('NOTHING_TO_UNDO');
    const { escalation: again } = await take('alderman', 'agreeToEscalation', back);
    const { escalation: sent } = await take('localSecretary', 'sendEscalation', again);
    expect(await refused('alderman', sent)).toBe('NOTHING_TO_UNDO');
    const { escalation: accepted } = await take('westSecretary', 'acceptEscalation', sent);
    expect(await refused('localSecretary', accepted)).toBe('NOTHING_TO_UNDO');
  });

  test('against an older version, or of what is not there or not theirs', async () => {
    const draft = await cast.drafted(await cast.localCase());
    const old = await stepOn(cast.of('localSecretary'), 'undoEscalationStep', { ...draft, version: 9 });
    expect(old.data.undoEscalationStep.problems).toMatchObject([{ code: 'CONFLICT', currentVersion: 1 }]);
    const answers = [draft.id, noEscalation(), 'x'].map(async (id) => {
      const { data } = await stepOn(cast.as('stranger'), 'undoEscalationStep', { id, version: 1 });
      return data.undoEscalationStep.problems;
    });
    const found = await Promise.all(answers);
    expect(found[0]).toMatchObject([{ code: 'UNKNOWN_ESCALATION' }]);
    for (const each of found) expect(each).toEqual(found[0]);
  });

  test('by who lost the right meanwhile', async () => {
    const draft = await cast.drafted(await cast.localCase());
    const become = (role: string) =>
      cast.app.database
        .fork()
        .execute('update membership set role = ? where person_id = ?', [role, cast.who.localSecretary.id]);
    await become('PARTICIPANT');
    expect(await refused('localSecretary', draft)).toBe('NOTHING_TO_UNDO');
    await become('SECRETARY');
  });
});

async function readAgain(made: Parameters<typeof readCase>[1]): Promise<{ escalation: AnswerData }> {
  const { escalations } = await readCase(cast.of('westMandate'), made);
  return { escalation: escalations.at(-1) };
}
