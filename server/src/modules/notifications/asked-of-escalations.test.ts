import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  escalate,
  type EscalationCast,
  escalationCast,
  type EscalationPart,
  takeStep,
} from '../../../testing/escalation-cast.ts';
import type { AnswerData } from '../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';

let app: TestApp;
let cast: EscalationCast;
beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-25T10:00:00Z') });
  cast = await escalationCast(app);
});
afterAll(() => app.close());

async function asked(part: EscalationPart): Promise<string[]> {
  const { askedOfMe } = await cast.of(part).run('{ askedOfMe { kind dueOn escalationVerb } }');
  return askedOfMe.map(({ kind, dueOn, escalationVerb }: AnswerData) => `${kind} ${dueOn} ${escalationVerb}`);
}
const nobodyElse = async (...but: EscalationPart[]) => {
  const parts = Object.keys(cast.who) as EscalationPart[];
  for (const part of parts.filter((each) => !but.includes(each))) expect(await asked(part), part).toEqual([]);
};

test('each step is asked of who takes it, with the date that counts, and of nobody else', async () => {
  const made = await cast.localCase({ dueOn: '2027-01-15' });
  const draft = await cast.drafted(made, { memo: { decisionBy: '2026-12-20' } });
  expect(await asked('alderman')).toEqual(['AGREE_ESCALATION 2026-12-20 AGREE']);
  await nobodyElse('alderman');

  const { escalation: declined } = await takeStep(cast.of('alderman'), 'declineEscalation', draft, { reason: 'Vaag' });
  expect(await asked('localSecretary')).toEqual(['ESCALATION_DECLINED 2027-01-15 EDIT_MEMO']);
  await nobodyElse('localSecretary');

  const { escalation: written } = await takeStep(cast.of('localSecretary'), 'editEscalation', declined, {
    memo: { question: 'Mag Kampen 2 MW?' },
  });
  const { escalation: agreed } = await takeStep(cast.of('alderman'), 'agreeToEscalation', written);
  expect(await asked('localSecretary')).toEqual(['SEND_ESCALATION 2027-01-15 SEND']);
  await nobodyElse('localSecretary');

  const { escalation: sent } = await takeStep(cast.of('localSecretary'), 'sendEscalation', agreed);
  for (const part of ['westSecretary', 'westMandate'] as const)
    expect(await asked(part), part).toEqual(['ACCEPT_ESCALATION 2026-12-23 ACCEPT']);
  await nobodyElse('westSecretary', 'westMandate');

  await takeStep(cast.of('westMandate'), 'acceptEscalation', sent, { answerBy: '2026-12-10' });
  for (const part of ['westSecretary', 'westMandate'] as const)
    expect(await asked(part), part).toEqual(['ANSWER_ESCALATION 2026-12-10 ANSWER']);
  await nobodyElse('westSecretary', 'westMandate');

  // Asked further up, the table between waits itself.
  await escalate(cast.of('westSecretary'), made);
  for (const part of ['deputy', 'provinceSecretary'] as const)
    expect(await asked(part), part).toEqual(['ACCEPT_ESCALATION 2026-12-23 ACCEPT']);
  await nobodyElse('deputy', 'provinceSecretary');
});

test('the political owner who is named is asked, and not a colleague; each hears of it in the inbox', async () => {
  const named = await cast.make.person({ name: 'Genoemd', roles: ['POLITICAL_OWNER'] });
  const made = await cast.localCase({ politicalOwner: named });
  await cast.drafted(made);
  expect(await asked('alderman')).toEqual([]);
  await app.platform.streams.drain();
  const reached = await app.database.fork().execute<{ personId: string }[]>(
    `select i.person_id as "personId" from inbox_item i join event e on e.id = i.event_id
     join event_subject s on s.position = e.position and s.kind = 'bottleneck' and s.id = ? where e.type = 'ESCALATION_DRAFTED'`,
    [made.id],
  );
  expect(new Set(reached.map(({ personId }) => personId))).toEqual(new Set([named.id, cast.people.filer.id]));
});
