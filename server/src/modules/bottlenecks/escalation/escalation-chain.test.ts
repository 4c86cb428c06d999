import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  escalate,
  type EscalationCast,
  escalationCast,
  readCase,
  takeStep,
} from '../../../../testing/escalation-cast.ts';
import { testApp } from '../../../../testing/test-app.ts';

let cast: EscalationCast;
beforeAll(async () => {
  cast = await escalationCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
});
afterAll(() => cast.app.close());

const later = (minutes: number) => cast.app.setNow(new Date(Date.parse('2026-11-25T10:00:00Z') + minutes * 60_000));
const types = (bottleneck: { timeline: { edges: { node: { type: string } }[] } }) =>
  bottleneck.timeline.edges.map(({ node }) => node.type).toReversed();

test('from the local table to the province and back, one table at a time', async () => {
  const made = await cast.localCase();
  const draft = await cast.drafted(made);
  expect(draft).toMatchObject({
    state: 'DRAFT',
    needsAgreement: true,
    sentAt: null,
    from: { name: 'Kampen' },
    to: { name: 'West' },
    draftedBy: { name: 'Lena' },
    bottleneck: { state: 'IN_PROGRESS' },
    memo: { question: 'Wat doet de tafel?', situation: 'Het geheime dossier', proposal: 'Geheim voorstel' },
  });
  expect(draft.memo.consequence).toBe(
    'Zonder besluit: 120 woningen wachten in Kampen op dit knelpunt (De Zandpol (120)). De bouw zou beginnen op 1 september 2027.',
  );

  later(1);
  const { escalation: agreed } = await takeStep(cast.of('alderman'), 'agreeToEscalation', draft);
  expect(agreed).toMatchObject({ state: 'AGREED', agreedBy: { name: 'Wethouder' } });
  later(2);
  const { escalation: sent, bottleneck: gone } = await takeStep(cast.of('localSecretary'), 'sendEscalation', agreed);
  expect(sent).toMatchObject({ state: 'SENT', answerBy: '2026-12-23' });
  expect(gone).toMatchObject({ state: 'ESCALATED', heldBy: { name: 'West' }, owner: { name: 'Fenna' } });

  later(3);
  const { escalation: accepted } = await takeStep(cast.of('westMandate'), 'acceptEscalation', sent, {
    answerBy: '2026-12-18',
    remark: 'Komt op de agenda',
  });
  expect(accepted).toMatchObject({ state: 'ACCEPTED', answerBy: '2026-12-18' });

  later(4);
  const further = await escalate(cast.of('westSecretary'), made, { reason: 'De provincie gaat hierover' });
  expect(further.data.escalateBottleneck).toMatchObject({
    problems: [],
    bottleneck: { state: 'ESCALATED', heldBy: { name: 'Provincie' } },
  });
  const [, second] = further.data.escalateBottleneck.bottleneck.escalations;
  expect(second).toMatchObject({ state: 'SENT', from: { name: 'West' }, to: { name: 'Provincie' } });

  later(5);
  const { escalation: taken } = await takeStep(cast.of('deputy'), 'acceptEscalation', second);
  later(6);
  const { bottleneck: half } = await takeStep(cast.of('deputy'), 'answerEscalation', taken, {
    answer: 'De provincie geeft ruimte',
    resolves: true,
  });
  // What the province says resolves nothing yet: the west has to answer Kampen itself.
  expect(half).toMatchObject({ state: 'ESCALATED', heldBy: { name: 'West' }, resolution: '' });

  later(7);
  const { escalation: answered, bottleneck: home } = await takeStep(
    cast.of('westSecretary'),
    'answerEscalation',
    accepted,
    { answer: 'De ruimte is er vanaf mei', resolves: false },
  );
  expect(answered).toMatchObject({ state: 'ANSWERED', answer: 'De ruimte is er vanaf mei' });
  expect(home).toMatchObject({ state: 'IN_PROGRESS', heldBy: { name: 'Kampen' }, openEscalation: null });

  const own = await readCase(cast.of('localSecretary'), made);
  expect(own.escalations).toMatchObject([
    { state: 'ANSWERED', outcome: 'De ruimte is er vanaf mei' },
    { state: 'ANSWERED', outcome: 'De provincie geeft ruimte' },
  ]);
  expect(types(own)).toEqual([
    'ESCALATION_DRAFTED',
    'ESCALATION_AGREED',
    'BOTTLENECK_ESCALATED',
    'ESCALATION_ACCEPTED',
    'BOTTLENECK_ESCALATED',
    'ESCALATION_ACCEPTED',
    'ESCALATION_ANSWERED',
    'ESCALATION_ANSWERED',
  ]);
  expect(own.timeline.edges[0].node).toMatchObject({ remark: 'De ruimte is er vanaf mei', actor: { name: 'Sien' } });
  expect(own.timeline.edges[0].node.changes).toEqual(
    expect.arrayContaining([
      { field: 'state', before: 'ESCALATED', after: 'IN_PROGRESS' },
      { field: 'heldBy', before: 'West', after: 'Kampen' },
    ]),
  );
});

test('an answer that reaches home can resolve the case', async () => {
  const made = await cast.localCase();
  const { escalation } = await takeStep(cast.of('westSecretary'), 'acceptEscalation', await cast.sent(made));
  const { bottleneck } = await takeStep(cast.of('westSecretary'), 'answerEscalation', escalation, {
    answer: 'Er is een tussenstation',
    resolves: true,
  });
  expect(bottleneck).toMatchObject({
    state: 'RESOLVED',
    resolution: 'Er is een tussenstation',
    heldBy: { name: 'Kampen' },
    escalations: [{ state: 'ANSWERED', answer: 'Er is een tussenstation' }],
  });
  expect(types(bottleneck).at(-1)).toBe('BOTTLENECK_RESOLVED');
});

test('returned with a reason, and from further up to the table between', async () => {
  const made = await cast.localCase();
  await takeStep(cast.of('westSecretary'), 'acceptEscalation', await cast.sent(made));
  const further = await escalate(cast.of('westSecretary'), made);
  const { version } = further.data.escalateBottleneck.bottleneck;
  const give = `mutation ($input: ReasonInput!) { returnEscalation(input: $input) { problems { code } } }`;
  const input = { bottleneckId: made.globalId, expectedVersion: version, reason: 'Dit is aan de regio' };
  expect((await cast.of('deputy').run(give, { input })).returnEscalation.problems).toEqual([]);
  const west = await readCase(cast.of('westSecretary'), made);
  expect(west).toMatchObject({ state: 'ESCALATED', heldBy: { name: 'West' }, openEscalation: { state: 'ACCEPTED' } });
  expect(west.escalations[1]).toMatchObject({ state: 'RETURNED', outcome: 'Dit is aan de regio', answer: null });
});

test('a table that asks no agreement sends at once', async () => {
  const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
  const { data } = await escalate(cast.as('secretary'), made, {
    memo: { question: 'Wie verdeelt de ruimte?', decisionBy: '2027-02-01' },
    sharesFiles: true,
  });
  expect(data.escalateBottleneck.bottleneck).toMatchObject({
    state: 'ESCALATED',
    escalations: [
      {
        state: 'SENT',
        needsAgreement: false,
        sharesFiles: true,
        sharesDossier: false,
        memo: { question: 'Wie verdeelt de ruimte?', decisionBy: '2027-02-01' },
      },
    ],
  });
});

test('declined with a reason, written again, agreed to; another text needs another agreement', async () => {
  const made = await cast.localCase();
  const draft = await cast.drafted(made);
  const { escalation: declined } = await takeStep(cast.of('alderman'), 'declineEscalation', draft, {
    reason: 'De vraag is te vaag',
  });
  expect(declined).toMatchObject({ state: 'DRAFT', declineReason: 'De vraag is te vaag' });
  const { escalation: written } = await takeStep(cast.of('localChair'), 'editEscalation', declined, {
    memo: { question: 'Mag Kampen 2 MW van het station?' },
    sharesDossier: true,
  });
  expect(written).toMatchObject({
    declineReason: null,
    sharesDossier: true,
    memo: { situation: 'Het geheime dossier' },
  });
  const { escalation: agreed } = await takeStep(cast.of('alderman'), 'agreeToEscalation', written);
  const { escalation: again } = await takeStep(cast.of('localChair'), 'editEscalation', agreed, {
    memo: { tried: null },
  });
  expect(again).toMatchObject({ state: 'DRAFT', agreedBy: null, agreedAt: null, memo: { tried: '' } });
  // The same words once more are no change.
  const { escalation: same } = await takeStep(cast.of('localChair'), 'editEscalation', again, { memo: { tried: '' } });
  expect(same.version).toBe(again.version);
});

test('withdrawn before it is sent, and before it is accepted: the receiving table sees it no more', async () => {
  const unsent = await cast.localCase();
  const { escalation: kept, bottleneck } = await takeStep(
    cast.of('localSecretary'),
    'withdrawEscalation',
    await cast.drafted(unsent),
    { reason: 'Toch niet nodig' },
  );
  expect([kept.state, kept.outcome, bottleneck.state]).toEqual(['WITHDRAWN', 'Toch niet nodig', 'IN_PROGRESS']);

  const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
  await escalate(cast.as('secretary'), made);
  const seen = await readCase(cast.of('deputy'), made);
  expect(seen.state).toBe('ESCALATED');
  const { bottleneck: back } = await takeStep(cast.as('chair'), 'withdrawEscalation', seen.openEscalation, {
    reason: 'Opgelost in de regio',
  });
  expect(back).toMatchObject({ state: 'IN_PROGRESS', heldBy: { name: 'West' } });
  expect(await readCase(cast.of('deputy'), made)).toEqual({});
});
